// The process table as anyone with the segment may read it, the page included, without asking the kernel.
// Only the kernel worker writes records; `threads` is written by the process's own host worker.

import {
  commandCapacity,
  header,
  processAt,
  processField,
  processState,
  type Segment,
} from "./layout.ts";

export type ProcessState = "starting" | "running" | "exited" | "killed";

export interface ProcessInfo {
  readonly pid: number;
  /** 0: started by the page. */
  readonly parent: number;
  readonly state: ProcessState;
  /** undefined while it runs; minus the signal when it was killed. */
  readonly exitCode: number | undefined;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Bytes of WebAssembly memory the process has. */
  readonly memory: number;
  readonly threads: number;
}

const stateNames: Readonly<Record<number, ProcessState>> = {
  [processState.starting]: "starting",
  [processState.running]: "running",
  [processState.exited]: "exited",
  [processState.killed]: "killed",
};

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function hasEnded(state: number): boolean {
  return state === processState.exited || state === processState.killed;
}

export function readProcess(segment: Segment, record: number): ProcessInfo | undefined {
  const at = processAt(record);
  const code = segment.load(at + processField.state);
  const state = stateNames[code];
  if (!state) return undefined;
  const length = segment.load(at + processField.commandBytes);
  const text = (at + processField.command) * 4;
  return {
    pid: segment.load(at + processField.pid),
    parent: segment.load(at + processField.parent),
    state,
    exitCode: hasEnded(code) ? segment.load(at + processField.exitCode) : undefined,
    command: decoder.decode(segment.bytes.slice(text, text + length)),
    started: segment.floats[(at + processField.started) / 2] as number,
    memory: segment.load(at + processField.memoryPages) * 65536,
    threads: segment.load(at + processField.threads),
  };
}

export function readProcesses(segment: Segment): ProcessInfo[] {
  const found: ProcessInfo[] = [];
  const used = segment.load(header.processesUsed);
  for (let record = 0; record < used; record++) {
    const process = readProcess(segment, record);
    if (process) found.push(process);
  }
  return found.sort((a, b) => a.pid - b.pid);
}

/** The record of a process that is in the table, or -1. */
export function findRecord(segment: Segment, pid: number): number {
  const used = segment.load(header.processesUsed);
  for (let record = 0; record < used; record++) {
    const at = processAt(record);
    if (
      segment.load(at + processField.pid) === pid &&
      segment.load(at + processField.state) > processState.warm
    ) {
      return record;
    }
  }
  return -1;
}

export function writeCommand(segment: Segment, record: number, args: readonly string[]): void {
  const at = processAt(record);
  const text = encoder.encode(args.join(" ")).subarray(0, commandCapacity);
  segment.bytes.set(text, (at + processField.command) * 4);
  Atomics.store(segment.words, at + processField.commandBytes, text.length);
}
