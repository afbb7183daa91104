// The kernel worker's answers to system calls of threads. Each handler answers with a number of 0 or more, or
// throws a MachineFailure, which the caller gets as a negative error number.

import { errno, MachineFailure } from "../segment/errors.ts";
import {
  callState,
  header,
  processAt,
  processField,
  processState,
  type Segment,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { wakeThread } from "../segment/wait.ts";
import type { Process } from "./process.ts";
import type { Processes } from "./processes.ts";
import type { WorkerPool } from "./workers.ts";

export type Arguments = readonly [number, number, number, number, number, number];
export type Handler = (caller: Process, args: Arguments) => number;
/** A call that needs no more of its caller than the memory, so that a warm worker may make it too. */
export type MemoryHandler = (heap: Uint8Array, args: Arguments) => number | Promise<number>;

export interface Handlers {
  readonly ofProcesses: ReadonlyMap<number, Handler>;
  readonly ofMemories: ReadonlyMap<number, MemoryHandler>;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Text in a process's memory. */
export function readText(process: Process, pointer: number, length: number): string {
  const at = pointer >>> 0;
  return decoder.decode(process.worker.heap.slice(at, at + length));
}

/** A copy of bytes of a process's memory. */
export function readBytes(
  process: Process,
  pointer: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const at = pointer >>> 0;
  const copy = new Uint8Array(length);
  copy.set(process.worker.heap.subarray(at, at + length));
  return copy;
}

/** Writes as much of a text as has room; the answer is how many bytes all of it has. */
export function writeText(process: Process, text: string, to: number, capacity: number): number {
  const bytes = encoder.encode(text);
  process.worker.heap.set(bytes.subarray(0, capacity), to >>> 0);
  return bytes.length;
}

/** Texts with a NUL after each. */
export function readStrings(process: Process, pointer: number, length: number): string[] {
  const parts = readText(process, pointer, length).split("\0");
  parts.pop(); // after the last NUL
  return parts;
}

/** A handler that has nothing to tell. */
export const done =
  (action: (caller: Process, args: Arguments) => void): Handler =>
  (caller, args) => {
    action(caller, args);
    return 0;
  };

/** Slots whose call has not been answered yet; who starts another in the same slot replaces the mark. */
const underWay = new Map<number, object>();

function finish(segment: Segment, slot: number, result: number): void {
  const at = threadAt(slot);
  segment.words[at + threadField.callResult] = result;
  Atomics.store(segment.words, at + threadField.callState, callState.answered);
  wakeThread(segment, slot);
}

function finishLater(segment: Segment, slot: number, result: Promise<number>): void {
  const mark = {};
  underWay.set(slot, mark);
  const state = threadAt(slot) + threadField.callState;
  Atomics.store(segment.words, state, callState.taken);
  result.then((value) => {
    if (underWay.get(slot) !== mark) return;
    underWay.delete(slot);
    // Else its thread is gone, and perhaps the slot another's.
    if (Atomics.load(segment.words, state) === callState.taken) finish(segment, slot, value);
  });
}

/** Answers every call that is posted. */
export function answerCalls(
  segment: Segment,
  processes: Processes,
  pool: WorkerPool,
  handlers: Handlers,
): void {
  const { words } = segment;
  const used = segment.load(header.threadsUsed);
  for (let slot = 1; slot < used; slot++) {
    const at = threadAt(slot);
    if (Atomics.load(words, at + threadField.callState) !== callState.posted) continue;
    const record = segment.load(at + threadField.owner) - 1;
    const caller = processes.ofRecord(record);
    const first = at + threadField.callArguments;
    const args = Array.from(words.subarray(first, first + 6)) as unknown as Arguments;
    const number = words[at + threadField.callNumber] as number;
    const ofMemory = handlers.ofMemories.get(number);
    const heap = ofMemory && pool.ofRecord(record)?.heap;
    if (ofMemory && heap && !caller?.ended) {
      const result = ofMemory(heap, args);
      if (typeof result === "number") finish(segment, slot, result);
      else finishLater(segment, slot, result);
      continue;
    }
    // A warm worker's thread waits until it is a process; Processes.spawn rings again then.
    const isWarm =
      record >= 0 && segment.load(processAt(record) + processField.state) === processState.warm;
    if (!caller && isWarm) continue;
    if (!caller || caller.ended) {
      Atomics.store(words, at + threadField.callState, callState.idle); // posted by a thread of a dead process
      continue;
    }
    finish(segment, slot, answer(caller, number, args, handlers.ofProcesses));
  }
}

function answer(
  caller: Process,
  number: number,
  args: Arguments,
  handlers: ReadonlyMap<number, Handler>,
): number {
  const handler = handlers.get(number);
  if (!handler) return -errno.ENOSYS;
  try {
    return handler(caller, args);
  } catch (error) {
    if (error instanceof MachineFailure) return -errno[error.code];
    throw error;
  }
}
