// `gilbox run FILE` and `gilbox -c CODE`: one process of the machine, wired to this terminal.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Machine } from "../machine/page/machine.ts";

const folder = "/home";

/** The program's arguments for `python`, its files copied into the machine; undefined (and a message) when it cannot be. */
async function prepare(
  machine: Machine,
  word: string,
  rest: string[],
): Promise<string[] | undefined> {
  const [subject, ...args] = rest;
  if (subject === undefined) {
    process.stderr.write(word === "-c" ? "gilbox: -c needs code\n" : "gilbox: run needs a file\n");
    return undefined;
  }
  if (word === "-c") return ["-c", subject, ...args];
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

export async function runPython(word: string, rest: string[]): Promise<number> {
  const machine = await Machine.boot();
  try {
    const args = await prepare(machine, word, rest);
    if (!args) return 2;
    const python = await machine.spawn("python", args, { directory: folder, errors: "separate" });
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
    process.off("SIGINT", interrupt);
    process.stdin.pause();
    if (python.failure) process.stderr.write(`${python.failure}\n`);
    return code < 0 ? 128 - code : code;
  } finally {
    await machine.shutdown();
  }
}
