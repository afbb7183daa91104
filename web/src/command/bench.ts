// `gilbox bench`: the runner in a terminal.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Machine } from "../machine/page/machine.ts";
import { type Comparison, compare, type Run, type RunProgram } from "../runner/compare.ts";
import { runProgram } from "../runner/run-program.ts";
import { markdownTable, textTable } from "../runner/table.ts";
import { verdict } from "../runner/verdict.ts";
import {
  checkParameters,
  defaultValues,
  type Workload,
  withParameters,
} from "../runner/workload.ts";

const schema = 1;

function readWorkloads(): Workload[] {
  return JSON.parse(readFileSync(new URL("./workloads.json", import.meta.url), "utf8"));
}

export function workloads(): number {
  for (const w of readWorkloads()) {
    process.stdout.write(`${w.name.padEnd(18)} ${w.question}\n`);
    process.stdout.write(`${" ".repeat(18)} lanes: ${w.lanes.join(", ")}\n`);
    for (const p of w.parameters)
      process.stdout.write(
        `${" ".repeat(18)} ${p.name} = ${p.default} (${p.minimum} to ${p.maximum}): ${p.label}\n`,
      );
  }
  return 0;
}

function parse(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lanes: { type: "string" },
      set: { type: "string", multiple: true },
      repeat: { type: "string" },
      time: { type: "string" },
      seed: { type: "string" },
      json: { type: "string" },
      markdown: { type: "string" },
      python: { type: "string" },
    },
  });
  const number = (name: "repeat" | "time" | "seed") => {
    const text = values[name];
    if (text === undefined) return undefined;
    const n = Number(text);
    if (!(n >= 0)) throw new RangeError(`--${name} needs a number, not ${text}`);
    return n;
  };
  const set = Object.fromEntries(
    (values.set ?? []).map((text) => {
      const [name, value] = text.split("=");
      if (!name || !value || Number.isNaN(Number(value)))
        throw new RangeError(`--set needs NAME=NUMBER, not ${text}`);
      return [name, Number(value)];
    }),
  );
  return {
    names: positionals,
    lanes: values.lanes?.split(","),
    set,
    repeat: number("repeat"),
    time: number("time"),
    seed: number("seed"),
    json: values.json,
    markdown: values.markdown,
    python: values.python,
  };
}

/** Runs programs on a CPython of this computer. */
function cpython(path: string, folder: string, programOf: (lane: string) => string): RunProgram {
  return (lane, signal) =>
    new Promise<Run>((resolve, reject) => {
      const file = join(folder, `${lane}.py`);
      writeFileSync(file, programOf(lane));
      const began = performance.now();
      const child = spawn(path, [file], { signal, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          output += chunk.toString();
        });
      child.on("error", reject);
      child.on("close", (code) =>
        resolve({ wall: performance.now() - began, output, exitCode: code ?? 1 }),
      );
    });
}

interface Measured {
  workload: string;
  engine: "gilbox" | "cpython";
  parameters: Record<string, number>;
  result: Comparison;
  verdict: string;
}

export async function bench(args: string[]): Promise<number> {
  let options: ReturnType<typeof parse>;
  const all = readWorkloads();
  let chosen: Workload[];
  try {
    options = parse(args);
    chosen = options.names.length
      ? options.names.map((name) => {
          const found = all.find((w) => w.name === name);
          if (!found)
            throw new RangeError(
              `no workload ${name} (there are: ${all.map((w) => w.name).join(", ")})`,
            );
          return found;
        })
      : all;
    for (const workload of chosen) {
      if (options.names.length) checkParameters(workload, options.set);
      const missing = options.lanes?.find((lane) => !workload.lanes.includes(lane));
      if (missing)
        throw new RangeError(
          `${workload.name} has no lane ${missing} (it has: ${workload.lanes.join(", ")})`,
        );
    }
  } catch (error) {
    process.stderr.write(`gilbox: ${(error as Error).message}\n`);
    return 2;
  }

  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.on("SIGINT", interrupt);
  const machine = await Machine.boot();
  const folder = mkdtempSync(join(tmpdir(), "gilbox-bench-"));
  const measured: Measured[] = [];
  try {
    for (const workload of chosen) {
      if (stop.signal.aborted) break;
      const parameters = { ...defaultValues(workload), ...options.set };
      const programOf = (lane: string) =>
        withParameters(workload.programs[lane] as string, parameters);
      const engines: [Measured["engine"], RunProgram][] = [
        [
          "gilbox",
          (lane, signal) => runProgram(machine, programOf(lane), { name: `${lane}.py`, signal }),
        ],
      ];
      if (options.python) engines.push(["cpython", cpython(options.python, folder, programOf)]);
      for (const [engine, run] of engines) {
        const result = await compare(run, {
          lanes: options.lanes ?? workload.default,
          ...(options.seed === undefined ? {} : { seed: options.seed }),
          ...(options.repeat === undefined ? {} : { repeat: options.repeat }),
          ...(options.time === undefined ? {} : { time: options.time * 1000 }),
          signal: stop.signal,
          onProgress: ({ lane, left }) => progress(lane && `${workload.name}: ${lane}`, left),
        });
        const said = verdict(workload, result);
        measured.push({ workload: workload.name, engine, parameters, result, verdict: said });
        process.stdout.write(`\n${workload.title} (${engine}, seed ${result.seed})\n`);
        process.stdout.write(`${textTable(result)}${said}\n`);
      }
    }
  } finally {
    process.off("SIGINT", interrupt);
    rmSync(folder, { recursive: true, force: true });
    await machine.shutdown();
  }
  const environment = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    date: new Date().toISOString(),
  };
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify({ schema, environment, measured }, null, 1)}\n`);
  if (options.markdown)
    writeFileSync(
      options.markdown,
      measured.map((m) => markdownTable(m.workload, m.engine, m.result, m.verdict)).join("\n"),
    );
  return measured.some((m) => m.result.lanes.some((l) => l.error)) ? 1 : 0;
}

function progress(text: string | undefined, left: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    text ? `\r\x1b[K${text}, about ${Math.ceil(left / 1000)} s left` : "\r\x1b[K",
  );
}
