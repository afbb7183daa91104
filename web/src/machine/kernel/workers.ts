// The pools of process workers: those that wait with everything loaded and nothing run, and those that rest because
// their process has ended.
//
// A warm worker has a record in the process table (state `warm`, no pid), a memory of the default size, the module
// instantiated and its first thread workers loaded. Nothing of a program has run in it: each process starts fresh.
// The pool is refilled when no process has been started for a moment, and only while a processor is free, so that it
// does not compete with them. A new process takes a warm worker, else one that rests, else it gets one of its own.

import { hardwareThreads } from "../../environment/environment.ts";
import type { MachineLimits, PartUrls } from "../../protocol/messages.ts";
import { MachineFailure } from "../segment/errors.ts";
import {
  header,
  limits,
  processAt,
  processField,
  processState,
  type Segment,
} from "../segment/layout.ts";
import { processorStaysFree } from "../segment/load.ts";
import { ProcessWorker, type RetiredHost } from "./process-host.ts";

const pageBytes = 65536;
const refillDelay = 40; // milliseconds without a spawn
const busyDelay = 50; // until it is looked again whether a processor is free
const firstRefillDelay = 250; // a short program has ended by then, and has not shared its processors
const smallestMemory = 8 << 20;
const largestMemory = 4 * 2 ** 30;
const longestRest = 10_000; // milliseconds; a resting worker takes some 10 MB

export class WorkerPool {
  private readonly warm: ProcessWorker[] = [];
  private readonly resting: RetiredHost[] = [];
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly freeRecords: number[] = [];
  private readonly byRecord = new Map<number, ProcessWorker>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private anyTaken = false;
  private closed = false;

  constructor(
    private readonly segment: Segment,
    private readonly module: Promise<WebAssembly.Module>,
    private readonly urls: PartUrls,
    private readonly machine: MachineLimits,
  ) {}

  /** A worker with its record, ready or on its way. */
  take(memoryBytes: number | undefined): ProcessWorker {
    const worker = this.warmOrNew(memoryBytes);
    // Not before this one runs: a spare one would compete with it.
    clearTimeout(this.timer);
    const delay = this.anyTaken ? refillDelay : firstRefillDelay;
    this.anyTaken = true;
    worker.prepared.then(
      () => this.refillSoon(delay),
      () => this.refillSoon(delay),
    );
    return worker;
  }

  private warmOrNew(memoryBytes: number | undefined): ProcessWorker {
    if (memoryBytes === undefined || memoryBytes === this.machine.memory) {
      const worker = this.warm.shift();
      if (worker) return worker;
    }
    return this.create(memoryBytes ?? this.machine.memory, false);
  }

  ofRecord(record: number): ProcessWorker | undefined {
    return this.byRecord.get(record);
  }

  /** The record may be used again: no thread of its process is left. */
  releaseRecord(record: number): void {
    this.byRecord.delete(record);
    this.freeRecords.push(record);
  }

  /** No thread of its process is left. False: it cannot serve another, or is not wanted. */
  async retire(worker: ProcessWorker): Promise<boolean> {
    const most = this.machine.warmProcesses;
    if (this.closed || this.resting.length >= most) return false;
    if (worker.memoryPages !== Math.ceil(this.machine.memory / pageBytes)) return false;
    const retired = await worker.retire();
    if (!retired || this.closed || this.resting.length >= most) return false;
    this.resting.push(retired);
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.dismissResting(), longestRest);
    return true;
  }

  private dismissResting(): void {
    for (const { line } of this.resting.splice(0)) line.terminate();
  }

  refillSoon(delay = refillDelay): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refill(), delay);
  }

  /** Workers that can start a program at once. */
  get warmCount(): number {
    return this.warm.filter(({ control }) => control !== 0).length;
  }

  /** The first process is wanted as soon as the machine is there: its worker loads while the program is compiled. */
  expectFirst(): void {
    void this.refill(false);
  }

  /** Whether it has all the workers it keeps. */
  get full(): boolean {
    return this.warmCount >= this.machine.warmProcesses;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.restTimer);
  }

  /** One worker at a time: the next begins when the one before is ready. */
  private async refill(spare = true): Promise<void> {
    if (spare) {
      const asked = this.timer;
      const isFree = await processorStaysFree(this.segment, hardwareThreads());
      if (asked !== this.timer) return; // another refill is on its way
      if (!isFree) return this.refillSoon(busyDelay);
    }
    if (this.closed || this.warm.length >= this.machine.warmProcesses) return;
    let worker: ProcessWorker;
    try {
      worker = this.create(this.machine.memory, spare);
    } catch {
      return; // no record or memory is free: a spawn that needs one will say so
    }
    this.warm.push(worker);
    worker.prepared.then(
      () => (spare ? this.refill() : !this.anyTaken && this.refillSoon()),
      () => this.discard(worker),
    );
  }

  private discard(worker: ProcessWorker): void {
    const index = this.warm.indexOf(worker);
    if (index < 0) return; // taken meanwhile: its process reports the failure
    this.warm.splice(index, 1);
    Atomics.store(
      this.segment.words,
      processAt(worker.record) + processField.state,
      processState.free,
    );
    worker.terminate().then(() => this.releaseRecord(worker.record));
  }

  private create(memoryBytes: number, spare: boolean): ProcessWorker {
    if (!(memoryBytes >= smallestMemory && memoryBytes <= largestMemory)) {
      throw new MachineFailure(
        "EINVAL",
        `a process has between 8 MiB and 4 GiB of memory, not ${memoryBytes} bytes`,
      );
    }
    const pages = Math.ceil(memoryBytes / pageBytes);
    const rested = memoryBytes === this.machine.memory ? this.resting.pop() : undefined;
    let memory: WebAssembly.Memory;
    try {
      memory =
        rested?.memory ?? new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    } catch {
      throw new MachineFailure(
        "ENOMEM",
        `the browser refused a memory of ${pages * pageBytes} bytes`,
      );
    }
    const record = this.claimRecord();
    const { segment, module, urls, machine } = this;
    const worker = new ProcessWorker(
      segment,
      module,
      urls,
      machine,
      record,
      memory,
      spare,
      rested?.line,
    );
    this.byRecord.set(record, worker);
    return worker;
  }

  private claimRecord(): number {
    const { words } = this.segment;
    const used = this.segment.load(header.processesUsed);
    const record = this.freeRecords.shift() ?? used;
    if (record >= limits.processes)
      throw new MachineFailure(
        "EAGAIN",
        `the machine has no more than ${limits.processes} processes`,
      );
    if (record === used) Atomics.store(words, header.processesUsed, used + 1);
    const at = processAt(record);
    words.fill(0, at, at + processField.words);
    Atomics.store(words, at + processField.state, processState.warm);
    return record;
  }
}
