// The process table: spawn, end, reap.
//
// A process ends once: by its own exit, by a signal, by a crash of one of its threads, or because its worker could
// not be started. From then on it is `exited` or `killed` for everyone; its ends of pipes close, who waits for it
// wakes up. Its threads learn of it by the kill word; those that do not look at it in time are terminated.
// Only when no thread is left (or, where the engine does not tell, after the longest time a terminated worker can
// live on) are its record, its thread slots and what it held used again.

import { isNode } from "../../environment/environment.ts";
import type { MachineLimits, SpawnRequest } from "../../protocol/messages.ts";
import { grantKind, startBlock } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import {
  kernelSlot,
  processState,
  type Segment,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { writeCommand } from "../segment/process-table.ts";
import { wakeThread } from "../segment/wait.ts";
import type { GrantKind, Objects } from "./objects.ts";
import { Process } from "./process.ts";
import type { Tracing } from "./tracing.ts";
import type { WorkerPool } from "./workers.ts";

const grace = 30; // milliseconds for threads to see the kill word before their workers are terminated
const longestAfterlife = 3000; // milliseconds a terminated worker may compute on (Chromium: 2000)

export interface Spawn {
  readonly arguments: readonly string[];
  readonly environment: readonly string[];
  readonly directory: string;
  readonly memory: SpawnRequest["memory"];
  /** Pipes for descriptors 0, 1 and 2; the process gets a hold of its own on its ends. */
  readonly standard: readonly [number, number, number];
  readonly grants: readonly Grant[];
}

/** Something a process holds from its start. */
export interface Grant {
  readonly kind: GrantKind;
  readonly object: number;
  /** The number a pipe end has in the process, above 2; -1: none. */
  readonly descriptor: number;
}

const encoder = new TextEncoder();
const withNuls = (texts: readonly string[]): Uint8Array =>
  encoder.encode(texts.map((text) => `${text}\0`).join(""));

function makeStartBlock(spawn: Spawn): Uint8Array {
  const args = withNuls(spawn.arguments);
  const environment = withNuls(spawn.environment);
  const descriptors = spawn.grants.filter(({ descriptor }) => descriptor >= 0);
  const head = startBlock.words + descriptors.length * 3;
  const block = new Uint8Array(head * 4 + args.length + environment.length);
  const words = new Int32Array(block.buffer, 0, head);
  words[startBlock.descriptors] = descriptors.length;
  descriptors.forEach(({ kind, object, descriptor }, index) => {
    words.set([kind, object, descriptor], startBlock.words + index * 3);
  });
  words[startBlock.argumentsBytes] = args.length;
  words[startBlock.environmentBytes] = environment.length;
  block.set(args, head * 4);
  block.set(environment, head * 4 + args.length);
  return block;
}

export class Processes {
  private readonly byPid = new Map<number, Process>();
  private readonly byRecord = new Map<number, Process>();
  private nextPid = 1;

  constructor(
    private readonly segment: Segment,
    private readonly objects: Objects,
    private readonly pool: WorkerPool,
    readonly machine: MachineLimits,
    private readonly ended: (process: Process) => void,
    readonly tracing: Tracing,
  ) {}

  find(pid: number): Process {
    const process = this.byPid.get(pid);
    if (!process) throw new MachineFailure("ESRCH", `no process ${pid}`);
    return process;
  }

  ofRecord(record: number): Process | undefined {
    return this.byRecord.get(record);
  }

  spawn(parent: number, spawn: Spawn): Process {
    if (spawn.arguments.length === 0)
      throw new MachineFailure("EINVAL", "a process needs the name of its program");
    const worker = this.pool.take(spawn.memory);
    const process = new Process(
      this.segment,
      worker,
      this.nextPid++,
      parent,
      spawn.arguments.join(" "),
      spawn.environment,
      spawn.directory,
    );
    this.byPid.set(process.pid, process);
    this.byRecord.set(worker.record, process);
    writeCommand(this.segment, worker.record, spawn.arguments);
    process.setStandardPipes(spawn.standard);
    const kinds = [grantKind.pipeRead, grantKind.pipeWrite, grantKind.pipeWrite] as const;
    spawn.standard.forEach((pipe, descriptor) => {
      if (pipe > 0) this.objects.retain(process.holdings, kinds[descriptor as 0 | 1 | 2], pipe);
    });
    for (const { kind, object } of spawn.grants)
      this.objects.retain(process.holdings, kind, object);
    process.state = processState.starting;
    wakeThread(this.segment, kernelSlot); // what its main thread has asked while it was warm
    worker.onFailure = (thread, text) => this.crash(process, thread, text);
    const block = makeStartBlock(spawn);
    worker.prepared.then(
      () => {
        if (process.ended) return;
        process.state = processState.running;
        this.tracing.started(process);
        worker.start(block, parent !== 0);
      },
      () => {}, // reported by onFailure
    );
    return process;
  }

  exit(process: Process, code: number): void {
    this.end(process, processState.exited, code);
  }

  crash(process: Process, thread: string, text: string): void {
    if (process.ended) return;
    const aborted = 6; // SIGABRT
    process.failure = `process ${process.pid}: ${thread} crashed: ${text}`;
    this.end(process, processState.killed, -aborted);
  }

  signal(pid: number, signal: number): void {
    const process = this.find(pid);
    if (!(signal > 0 && signal < 32)) throw new MachineFailure("EINVAL", `no signal ${signal}`);
    if (process.ended) return;
    if (process.handles(signal)) process.interrupt(signal);
    else this.end(process, processState.killed, -signal);
  }

  /** Forgets a process that ended. */
  reap(process: Process): void {
    if (!process.ended) throw new MachineFailure("EAGAIN", `process ${process.pid} has not ended`);
    if (process.reaped) return;
    process.reaped = true;
    this.byPid.delete(process.pid);
    process.state = processState.free;
    this.releaseRecord(process);
  }

  /** The record tells the exit code until it is reaped, and belongs to the threads until they are gone. */
  private releaseRecord(process: Process): void {
    if (process.reaped && process.buried) this.pool.releaseRecord(process.worker.record);
  }

  private end(process: Process, state: number, code: number): void {
    if (process.ended) return;
    process.end(state, code);
    this.tracing.ended(process);
    for (const child of this.byPid.values()) {
      if (child.parent !== process.pid) continue;
      child.setParent(0);
      if (child.ended) this.reap(child);
    }
    this.objects.wakeWaitersFor(process.pid);
    const { settle } = this.objects.releaseAll(process.holdings);
    this.ended(process);
    this.bury(process, settle);
  }

  private async bury(process: Process, settle: () => void): Promise<void> {
    const { worker } = process;
    const pause = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    await pause(0);
    for (let waited = 0; waited < grace && process.liveThreads() > 0; waited += 5) await pause(5);
    const allGone = process.liveThreads() === 0;
    if (allGone) this.tracing.gone(process); // while its memory is as it left it
    if (!(allGone && (await this.pool.retire(worker)))) {
      const terminated = worker.terminate();
      if (isNode) {
        await terminated;
      } else {
        // No thread may touch the segment when its slot is another's: only time tells here.
        for (let waited = 0; waited < longestAfterlife && process.liveThreads() > 0; waited += 100)
          await pause(100);
      }
    }
    this.objects.breakLocks(
      (slot) => this.segment.load(threadAt(slot) + threadField.owner) === worker.record + 1,
    );
    this.tracing.gone(process);
    settle();
    this.objects.forgetWaiters(process.releaseSlots());
    this.byRecord.delete(worker.record);
    process.buried = true;
    this.releaseRecord(process);
  }

  /** Threads that may be running, those of ended processes included. */
  liveThreads(): number {
    let live = 0;
    for (const process of this.byRecord.values()) live += process.liveThreads();
    return live;
  }

  /** Every process whose threads may still run. */
  all(): Iterable<Process> {
    return this.byRecord.values();
  }

  get count(): number {
    return this.byPid.size;
  }
}
