// System calls on processes and on what they share.

import { grantKind, spawnBlock, systemCall } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import { type PipeEnd, pipeEnd } from "../segment/pipe.ts";
import type { GrantKind, Objects } from "./objects.ts";
import type { Grant, Processes } from "./processes.ts";
import { done, type Handler, readStrings, readText } from "./system-calls.ts";

const inherited = -1;

const endKind = (end: number): typeof grantKind.pipeRead | typeof grantKind.pipeWrite =>
  (end as PipeEnd) === pipeEnd.read ? grantKind.pipeRead : grantKind.pipeWrite;

export function processCalls(processes: Processes, objects: Objects): ReadonlyMap<number, Handler> {
  const spawn: Handler = (caller, [block]) => {
    const { words } = caller.worker;
    const field = (index: number): number => words[(block >>> 2) + index] as number;
    const grants: Grant[] = [];
    for (let index = 0; index < field(spawnBlock.grantCount); index++) {
      const at = (field(spawnBlock.grants) >>> 2) + index * 3;
      grants.push({
        kind: words[at] as GrantKind,
        object: words[at + 1] as number,
        descriptor: words[at + 2] as number,
      });
    }
    const standard = [spawnBlock.input, spawnBlock.output, spawnBlock.errors].map(
      (index, descriptor) =>
        field(index) === inherited ? caller.standardPipe(descriptor as 0 | 1 | 2) : field(index),
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
      // As much as its parent has: what one can hold, it can send.
      memory: field(spawnBlock.memory) >>> 0 || caller.worker.heap.length,
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
      systemCall.sharedName,
      done((caller, [id, name, length]) => objects.nameShared(id, readText(caller, name, length))),
    ],
    [
      systemCall.sharedByName,
      (caller, [name, length]) =>
        objects.openNamed(caller.holdings, readText(caller, name, length)),
    ],
    [systemCall.transfer, done((_caller, [kind, id]) => objects.transfer(kind as GrantKind, id))],
    [
      systemCall.adopt,
      done((caller, [kind, id]) => objects.adopt(caller.holdings, kind as GrantKind, id)),
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
