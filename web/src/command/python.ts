// `gilbox run FILE` and `gilbox -c CODE`: one process of the machine, wired to this terminal.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Machine } from "../machine/page/machine.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { traceTo } from "./trace-file.ts";

const folder = "/home";

/** The program's arguments for `python`, its files copied into the machine; undefined (and a message) when it cannot be. */
async function prepare(machine: Machine, words: string[]): Promise<string[] | undefined> {
  const [subject, ...args] = words;
  if (subject === undefined || (subject === "-c" && args.length === 0)) {
    process.stderr.write(subject ? "gilbox: -c needs code\n" : "gilbox: run needs a file\n");
    return undefined;
  }
  if (subject === "-c") return words;
  try {
    const source = readFileSync(subject);
    const beside = dirname(subject);
    for (const name of readdirSync(beside).filter((n) => n.endsWith(".py")))
      await machine.files.write(`${folder}/${name}`, readFileSync(join(beside, name)));
    await machine.files.write(`${folder}/${basename(subject)}`, source);
  } catch (error) {
    process.stderr.write(`gilbox: can't open file '${subject}': ${(error as Error).message}\n`);
    return undefined;
  }
  return [`${folder}/${basename(subject)}`, ...args];
}

async function copy(from: ReadableStream<Uint8Array>, to: NodeJS.WriteStream): Promise<void> {
  for await (const chunk of from)
    if (!to.write(chunk)) await new Promise((resolve) => to.once("drain", resolve));
}

export async function runPython(words: string[]): Promise<number> {
  let options: RunOptions;
  try {
    options = runOptions(words);
  } catch (error) {
    process.stderr.write(`gilbox: ${(error as Error).message}\n`);
    return 2;
  }
  const machine = await Machine.boot();
  try {
    const args = await prepare(machine, options.rest);
    if (!args) return 2;
    const trace = options.trace === undefined ? undefined : traceTo(machine, options.trace);
    const python = await machine.spawn("python", args, {
      directory: folder,
      errors: "separate",
      environment: options.environment,
    });
    const interrupt = () => python.kill("INT");
    process.on("SIGINT", interrupt);
    const writer = python.input.getWriter();
    process.stdin.on("data", (chunk: Buffer) => {
      writer.write(new Uint8Array(chunk)).catch(() => {}); // it ended: nobody reads any more
    });
    process.stdin.on("end", () => {
      writer.close().catch(() => {});
    });
    const outputs = [copy(python.output, process.stdout), copy(python.errors, process.stderr)];
    const code = await python.exit;
    await Promise.all(outputs);
    await trace?.finish();
    process.off("SIGINT", interrupt);
    process.stdin.pause();
    if (python.failure) process.stderr.write(`${python.failure}\n`);
    return code < 0 ? 128 - code : code;
  } finally {
    await machine.shutdown();
  }
}
