// The kernel worker's answers to system calls of threads. Each handler answers with a number of 0 or more, or
// throws a MachineFailure, which the caller gets as a negative error number.

import { grantKind, spawnBlock, systemCall } from "../../protocol/system-calls.ts";
import { errno, MachineFailure } from "../segment/errors.ts";
import { callState, header, type Segment, threadAt, threadField } from "../segment/layout.ts";
import { type PipeEnd, pipeEnd } from "../segment/pipe.ts";
import { wakeThread } from "../segment/wait.ts";
import type { Objects } from "./objects.ts";
import type { Process } from "./process.ts";
import type { Processes, Spawn } from "./processes.ts";

export type Arguments = readonly [number, number, number, number, number, number];
export type Handler = (caller: Process, args: Arguments) => number;

const decoder = new TextDecoder();

/** Text in a process's memory. */
export function readText(process: Process, pointer: number, length: number): string {
  const at = pointer >>> 0;
  return decoder.decode(process.worker.heap.slice(at, at + length));
}

function readStrings(process: Process, pointer: number, length: number): string[] {
  const parts = readText(process, pointer, length).split("\0");
  parts.pop(); // after the last NUL
  return parts;
}

/** A handler that has nothing to tell. */
const done =
  (action: (caller: Process, args: Arguments) => void): Handler =>
  (caller, args) => {
    action(caller, args);
    return 0;
  };

const endKind = (end: number): typeof grantKind.pipeRead | typeof grantKind.pipeWrite =>
  (end as PipeEnd) === pipeEnd.read ? grantKind.pipeRead : grantKind.pipeWrite;

export function processCalls(processes: Processes, objects: Objects): ReadonlyMap<number, Handler> {
  const spawn: Handler = (caller, [block]) => {
    const { words } = caller.worker;
    const field = (index: number): number => words[(block >>> 2) + index] as number;
    const grants: Spawn["grants"][number][] = [];
    for (let index = 0; index < field(spawnBlock.grantCount); index++) {
      const at = (field(spawnBlock.grants) >>> 2) + index * 2;
      grants.push({
        kind: words[at] as Spawn["grants"][number]["kind"],
        object: words[at + 1] as number,
      });
    }
    const standard = [spawnBlock.input, spawnBlock.output, spawnBlock.errors].map(
      (index, descriptor) =>
        field(index) < 0 ? caller.standardPipe(descriptor as 0 | 1 | 2) : field(index),
    ) as [number, number, number];
    const environmentBytes = field(spawnBlock.environmentBytes);
    const directoryBytes = field(spawnBlock.directoryBytes);
    const child = processes.spawn(caller.pid, {
      arguments: readStrings(caller, field(spawnBlock.arguments), field(spawnBlock.argumentsBytes)),
      environment:
        environmentBytes < 0
          ? caller.environment
          : readStrings(caller, field(spawnBlock.environment), environmentBytes),
      directory:
        directoryBytes < 0
          ? caller.directory
          : readText(caller, field(spawnBlock.directory), directoryBytes),
      memory: field(spawnBlock.memory) >>> 0 || undefined,
      standard,
      grants,
    });
    return child.pid;
  };

  return new Map<number, Handler>([
    [systemCall.exit, done((caller, [code]) => processes.exit(caller, code))],
    [
      systemCall.crash,
      done((caller, [text, length]) =>
        processes.crash(caller, "a thread", readText(caller, text, length)),
      ),
    ],
    [systemCall.spawn, spawn],
    [systemCall.kill, done((_caller, [pid, signal]) => processes.signal(pid, signal))],
    [
      systemCall.reap,
      (caller, [pid]) => {
        const child = processes.find(pid);
        if (child.parent !== caller.pid)
          throw new MachineFailure("ECHILD", `process ${pid} is no child of ${caller.pid}`);
        processes.reap(child);
        return 0;
      },
    ],
    [systemCall.pipeCreate, (caller, [capacity]) => objects.createPipe(caller.holdings, capacity)],
    [
      systemCall.pipeRetain,
      done((caller, [pipe, end]) => objects.retain(caller.holdings, endKind(end), pipe)),
    ],
    [
      systemCall.pipeClose,
      done((caller, [pipe, end]) => objects.release(caller.holdings, endKind(end), pipe)),
    ],
    [
      systemCall.semaphoreCreate,
      (caller, [value, maximum]) => objects.createSemaphore(caller.holdings, value, maximum),
    ],
    [
      systemCall.semaphoreRetain,
      done((caller, [id]) => objects.retain(caller.holdings, grantKind.semaphore, id)),
    ],
    [
      systemCall.semaphoreClose,
      done((caller, [id]) => objects.release(caller.holdings, grantKind.semaphore, id)),
    ],
    [systemCall.sharedCreate, (caller, [size]) => objects.createShared(caller.holdings, size)],
    [
      systemCall.sharedRetain,
      done((caller, [id]) => objects.retain(caller.holdings, grantKind.shared, id)),
    ],
    [
      systemCall.sharedClose,
      done((caller, [id]) => objects.release(caller.holdings, grantKind.shared, id)),
    ],
    [
      systemCall.sharedFind,
      (caller, [id, to]) => {
        const block = objects.findShared(id);
        caller.worker.words[to >>> 2] = block.offset;
        caller.worker.words[(to >>> 2) + 1] = block.size;
        return 0;
      },
    ],
  ]);
}

/** Answers every call that is posted. */
export function answerCalls(
  segment: Segment,
  processes: Processes,
  handlers: ReadonlyMap<number, Handler>,
): void {
  const { words } = segment;
  const used = segment.load(header.threadsUsed);
  for (let slot = 1; slot < used; slot++) {
    const at = threadAt(slot);
    if (Atomics.load(words, at + threadField.callState) !== callState.posted) continue;
    const caller = processes.ofRecord(segment.load(at + threadField.owner) - 1);
    if (!caller || caller.ended) {
      Atomics.store(words, at + threadField.callState, callState.idle); // posted by a thread of a dead process
      continue;
    }
    const first = at + threadField.callArguments;
    const args = Array.from(words.subarray(first, first + 6)) as unknown as Arguments;
    words[at + threadField.callResult] = answer(
      caller,
      words[at + threadField.callNumber] as number,
      args,
      handlers,
    );
    Atomics.store(words, at + threadField.callState, callState.answered);
    wakeThread(segment, slot);
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
