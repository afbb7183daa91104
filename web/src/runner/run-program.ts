// One run of one Python program on the machine, measured: what the runner calls for every lane.

import type { Machine } from "../machine/page/machine.ts";
import type { Run } from "./compare.ts";

const decoder = new TextDecoder();
const mostOutput = 64 * 1024;
let programs = 0;

export interface RunOptions {
  args?: readonly string[];
  /** Shown in tracebacks and in the process table. */
  name?: string;
  signal?: AbortSignal;
  onOutput?: (text: string) => void;
  /** Files beside the program: name -> text; they can be imported. */
  files?: Readonly<Record<string, string>>;
}

/** Writes the program to a file of the machine, runs `python` on it, waits for its end. */
export async function runProgram(
  machine: Machine,
  program: string,
  options: RunOptions = {},
): Promise<Run> {
  options.signal?.throwIfAborted();
  const folder = `/tmp/run-${++programs}`;
  const path = `${folder}/${options.name ?? "program.py"}`;
  await machine.files.makeDirectory(folder);
  await machine.files.write(path, program);
  for (const [name, text] of Object.entries(options.files ?? {}))
    await machine.files.write(`${folder}/${name}`, text);
  const began = performance.now();
  const process = await machine.spawn("python", [path, ...(options.args ?? [])], {
    errors: "output",
  });
  const stop = () => process.kill("KILL");
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    let output = "";
    const reader = process.output.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const text = decoder.decode(value, { stream: true });
      if (output.length < mostOutput) output += text;
      options.onOutput?.(text);
    }
    const exitCode = await process.exit;
    const wall = performance.now() - began;
    options.signal?.throwIfAborted();
    if (process.failure) output += `${process.failure}\n`;
    return { wall, output, exitCode };
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await machine.files.remove(folder, { recursive: true });
  }
}
