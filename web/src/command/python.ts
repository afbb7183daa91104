// `gilbox run FILE`, `gilbox -c CODE`, `gilbox dis FILE`, `gilbox -` and the prompt: one process of the machine,
// wired to this terminal.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Machine } from "../machine/page/machine.ts";
import type { MachineProcess } from "../machine/page/process.ts";
import { converse } from "./interactive.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { traceTo } from "./trace-file.ts";

const folder = "/home";

/** The modules of a folder, and its packages with all that is in them. */
async function copyModules(
  machine: Machine,
  from: string,
  to: string,
  whole = false,
): Promise<void> {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isFile() && entry.name.endsWith(".py")) {
      await machine.files.write(target, readFileSync(source));
    } else if (entry.isDirectory() && (whole || existsSync(join(source, "__init__.py")))) {
      await machine.files.makeDirectory(target);
      await copyModules(machine, source, target, true);
    }
  }
}

/** The program's arguments for `python`, its files copied into the machine; undefined (and a message) when it cannot be. */
async function prepare(machine: Machine, words: string[]): Promise<string[] | undefined> {
  if (words[0] === "-" || words[0] === "-i") return words[0] === "-" ? words : [];
  const [command, ...others] = words;
  if (command === "dis") {
    const file = await prepare(machine, others);
    return file && ["dis", ...file];
  }
  const [subject, ...args] = words;
  if (subject === undefined || (subject === "-c" && args.length === 0)) {
    process.stderr.write(subject ? "gilbox: -c needs code\n" : "gilbox: run needs a file\n");
    return undefined;
  }
  if (subject === "-c") return words;
  try {
    const source = readFileSync(subject);
    const beside = dirname(subject);
    await copyModules(machine, beside, folder);
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

/** Standard streams to standard streams; resolves to the exit code when all is written. */
async function connect(python: MachineProcess): Promise<number> {
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
  process.stdin.pause();
  return code;
}

export async function runPython(words: string[]): Promise<number> {
  let options: RunOptions;
  try {
    options = runOptions(words);
  } catch (error) {
    process.stderr.write(`gilbox: ${(error as Error).message}\n`);
    return 2;
  }
  const machine = await Machine.boot(
    options.memory === undefined ? {} : { memory: options.memory },
  );
  try {
    const args = await prepare(machine, options.rest);
    if (!args) return 2;
    const trace = options.trace === undefined ? undefined : traceTo(machine, options.trace);
    const terminal = args.length === 0 && process.stdin.isTTY === true;
    const python = await machine.spawn("python", args, {
      directory: folder,
      errors: terminal ? "output" : "separate",
      environment: terminal
        ? { ...options.environment, GILBOX_PROMPT_MARKS: "1" }
        : options.environment,
    });
    const interrupt = () => python.kill("INT");
    process.on("SIGINT", interrupt);
    const code = await (terminal ? converse(python) : connect(python));
    await trace?.finish();
    process.off("SIGINT", interrupt);
    if (python.failure) process.stderr.write(`${python.failure}\n`);
    return code < 0 ? 128 - code : code;
  } finally {
    machine.shutdown().catch(() => {}); // the command ends now, and all workers with it
  }
}
