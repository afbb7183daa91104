// `gilbox bench` and `gilbox workloads`: the runner in a terminal.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Machine } from "../machine/page/machine.ts";
import { type CompareOptions, compare, type Run, type RunProgram } from "../runner/compare.ts";
import { compareOnMachine } from "../runner/compare-on-machine.ts";
import { type MachineFacts, machineFacts } from "../runner/machine-facts.ts";
import type { Recorded } from "../runner/recorded.ts";
import {
  figuresOf,
  type MeasuredWorkload,
  type Report,
  reportCsv,
  reportJson,
  reportMarkdown,
  reportSchema,
} from "../runner/report.ts";
import { besideTable, textTable } from "../runner/table.ts";
import { verdict } from "../runner/verdict.ts";
import {
  defaultValues,
  type ParameterValues,
  type Workload,
  withParameters,
  withServer,
} from "../runner/workload.ts";
import { type BenchOptions, benchOptions } from "./bench-options.ts";
import { startSlowServer } from "./slow-server.ts";

function readWorkloads(): Workload[] {
  return JSON.parse(readFileSync(new URL("./workloads.json", import.meta.url), "utf8"));
}

export function workloads(): number {
  for (const w of readWorkloads()) {
    process.stdout.write(`${w.name.padEnd(20)} ${w.question}\n`);
    process.stdout.write(`${" ".repeat(20)} lanes: ${w.lanes.join(", ")}\n`);
    for (const p of w.parameters)
      process.stdout.write(
        `${" ".repeat(20)} ${p.name} = ${p.default} (${p.minimum} to ${p.maximum}): ${p.label}\n`,
      );
  }
  return 0;
}

const usualSeconds = 5; // a workload: all of them then take less than three minutes

/** Runs programs on a CPython of this computer. */
function cpython(path: string, folder: string, programOf: (lane: string) => string): RunProgram {
  return (lane, signal) =>
    new Promise<Run>((resolve, reject) => {
      const file = join(folder, `${lane.replaceAll("-", "_")}.py`);
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

interface Bench {
  machine: Machine;
  options: BenchOptions;
  folder: string;
  server: string;
  signal: AbortSignal;
}

async function measure(bench: Bench, workload: Workload): Promise<MeasuredWorkload[]> {
  const { machine, options, folder, server, signal } = bench;
  const parameters = { ...defaultValues(workload, cpus().length), ...options.set };
  const programOf = (lane: string) =>
    withServer(withParameters(workload.programs[lane] as string, parameters), server);
  const lanes = options.lanes ?? workload.default;
  const settings: CompareOptions = {
    lanes,
    signal,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.repeat === undefined ? {} : { repeat: options.repeat }),
    time: (options.time ?? usualSeconds) * 1000,
    onProgress: ({ lane, left }) => progress(lane && `${workload.name}: ${lane}`, left),
  };
  const workers = parameters["WORKERS"];
  const {
    traces,
    machine: _facts,
    warnings,
    ...result
  } = await compareOnMachine(machine, programOf, {
    ...settings,
    ...(workers === undefined ? {} : { workers }),
  });
  const measured = [tell(workload, "gilbox", parameters, result, warnings)];
  if (options.python && !signal.aborted) {
    const open = lanes.filter((lane) => !workload.hangs?.includes(lane));
    const run = cpython(options.python, folder, programOf);
    const beside = await compare(run, { ...settings, lanes: open });
    measured.push(tell(workload, "cpython", parameters, beside, []));
    process.stdout.write(besideTable(result, beside));
  }
  return measured;
}

function tell(
  workload: Workload,
  engine: MeasuredWorkload["engine"],
  parameters: ParameterValues,
  result: MeasuredWorkload["result"],
  warnings: string[],
): MeasuredWorkload {
  const said = verdict(workload, result);
  process.stdout.write(`\n${workload.title} (${engine}, seed ${result.seed})\n`);
  process.stdout.write(`${textTable(result)}${said}\n`);
  for (const warning of warnings) process.stdout.write(`! ${warning}\n`);
  return { workload: workload.name, engine, parameters, result, verdict: said, warnings };
}

export async function bench(args: string[]): Promise<number> {
  let options: BenchOptions;
  try {
    options = benchOptions(args, readWorkloads());
  } catch (error) {
    process.stderr.write(`gilbox: ${(error as Error).message}\n`);
    return 2;
  }
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.on("SIGINT", interrupt);
  const machine = await Machine.boot();
  const server = await startSlowServer();
  const folder = mkdtempSync(join(tmpdir(), "gilbox-bench-"));
  const measured: MeasuredWorkload[] = [];
  const broken: string[] = [];
  let facts: MachineFacts | undefined;
  try {
    facts = await machineFacts(machine);
    const { coresHad, spawn: start, message } = facts;
    process.stdout.write(
      `${coresHad.toFixed(1)} cores’ worth of computing at once, ${start.toFixed(0)} ms to start a process, ${message.toFixed(0)} µs for a message and its answer\n`,
    );
    const all = { machine, options, folder, server: server.address, signal: stop.signal };
    for (const workload of options.workloads)
      try {
        if (!stop.signal.aborted) measured.push(...(await measure(all, workload)));
      } catch (error) {
        // The others are worth measuring all the same; the exit code tells.
        broken.push(workload.name);
        process.stderr.write(`gilbox: ${workload.name} could not be measured: ${error}\n`);
      }
  } finally {
    process.off("SIGINT", interrupt);
    rmSync(folder, { recursive: true, force: true });
    server.close();
    await machine.shutdown();
  }
  writeFiles(options, facts, measured);
  const failed = measured.some((m) => {
    const { hangs } = options.workloads.find((w) => w.name === m.workload) as Workload;
    return m.result.lanes.some((l) => l.error && !hangs?.includes(l.lane));
  });
  return failed || broken.length ? 1 : 0;
}

function writeFiles(
  options: BenchOptions,
  machine: MachineFacts | undefined,
  measured: MeasuredWorkload[],
): void {
  const processor = cpus()[0]?.model.trim() ?? "unknown";
  const platform = `${process.platform} ${process.arch}`;
  const environment = {
    place: `Node ${process.version}`,
    platform,
    processor,
    cores: cpus().length,
  };
  const date = new Date().toISOString();
  const report: Report = { schema: reportSchema, date, environment, machine, measured };
  if (options.json) writeFileSync(options.json, reportJson(report));
  if (options.csv) writeFileSync(options.csv, reportCsv(report));
  if (options.markdown) writeFileSync(options.markdown, reportMarkdown(report));
  if (options.record && machine) {
    const words = `a computer with ${environment.cores} cores, in ${environment.place}`;
    const recorded: Recorded = {
      schema: 1,
      date,
      machine: { ...machine, words },
      measured: measured
        .filter((m) => m.engine === "gilbox")
        .map(({ workload, parameters, result, verdict: said }) => ({
          workload,
          parameters,
          lanes: result.lanes.map(figuresOf),
          verdict: said,
        })),
    };
    writeFileSync(options.record, `${JSON.stringify(recorded, null, 1)}\n`);
  }
}

function progress(text: string | undefined, left: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    text ? `\r\x1b[K${text}, about ${Math.ceil(left / 1000)} s left` : "\r\x1b[K",
  );
}
