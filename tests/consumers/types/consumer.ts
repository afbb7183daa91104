// A program that uses the package as published, by its hand-written types alone. Compiled, not run.

import {
  Machine,
  MachineError,
  type MachineProcess,
  type ProcessTrace,
  type SpawnOptions,
} from "gilbox";
import { isolate } from "gilbox/isolation";

async function text(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let result = "";
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    result += decoder.decode(part.value, { stream: true });
  }
  return result;
}

async function ask(machine: Machine, code: string): Promise<string> {
  const options: SpawnOptions = { environment: { NAME: "value" }, errors: "separate" };
  const python: MachineProcess = await machine.spawn("python", ["-c", code], options);
  const writer = python.input.getWriter();
  await writer.write("input\n");
  await writer.write(new Uint8Array([10]));
  await writer.close();
  python.kill("INT");
  python.kill();
  const code_: number = await python.exit;
  return `${code_} ${await text(python.output)} ${await text(python.errors)} ${python.failure ?? ""}`;
}

function marks({ records, names, missed }: ProcessTrace): string[] {
  const found: string[] = [`${missed} missed`];
  for (let index = 0; index < records.length; index++) {
    const event = records.event(index);
    if (event?.name !== "mark") continue;
    found.push(`${records.time(index)} ${names[Number(records.first(index))]}`);
  }
  return found;
}

export async function main(): Promise<void> {
  if (!(await isolate("/isolation-worker.js"))) return;
  let machine: Machine;
  try {
    machine = await Machine.boot({ memory: 32 << 20, urls: { program: "/other.wasm" } });
  } catch (error) {
    if (error instanceof MachineError) console.log(error.code, error.message, error.remedy);
    return;
  }
  const trace = machine.trace({ groups: ["threads", "marks"] });
  await machine.files.write("/tmp/a.txt", "content");
  console.log(await ask(machine, "print(1)"), await machine.files.readText("/tmp/a.txt"));
  for (const { pid, state, exitCode } of machine.processes()) console.log(pid, state, exitCode);
  for (const row of await trace.take()) console.log(marks(row).join("\n"));
  trace.stop();
  await machine.shutdown();
}

// What must not compile.
export function mistakes(machine: Machine): void {
  // @ts-expect-error a signal that does not exist
  machine.kill(1, "HUP");
  // @ts-expect-error an option that does not exist
  void Machine.boot({ cores: 4 });
  // @ts-expect-error machines are booted, not made
  new Machine();
  // @ts-expect-error arguments are strings
  void machine.spawn("python", [1]);
}
