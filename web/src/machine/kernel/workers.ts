// Process workers: starting them, and the pool of those that wait with everything loaded and nothing run.
//
// A warm worker has a record in the process table (state `warm`, no pid), a memory of the default size, the module
// instantiated and its first thread workers loaded. Nothing of a program has run in it: each process starts fresh.
// The pool is refilled when no process has been started for a moment, so that it does not compete with them.

import { hardwareThreads } from "../../environment/environment.ts";
import { startWorker, type WorkerHandle } from "../../environment/workers.ts";
import type { FromHost, MachineLimits, PartUrls, ToHost } from "../../protocol/messages.ts";
import { MachineFailure } from "../segment/errors.ts";
import {
  header,
  limits,
  processAt,
  processField,
  processState,
  type Segment,
} from "../segment/layout.ts";
import { busyProcesses } from "../segment/load.ts";

const pageBytes = 65536;
const systemPageWords = 1024;
const refillDelay = 40; // milliseconds without a spawn
const busyDelay = 50; // until it is looked again whether a processor is free
const firstRefillDelay = 250; // a short program has ended by then, and has not shared its processors
const smallestMemory = 8 << 20;
const largestMemory = 4 * 2 ** 30;
const mostToClear = 32 << 20; // bytes; clearing more takes longer than getting a new memory

export class ProcessWorker {
  readonly heap: Uint8Array;
  readonly words: Int32Array;
  /** Resolves when the worker can start a program, rejects when it could not be made ready. */
  readonly prepared: Promise<void>;
  onFailure: (thread: string, message: string) => void = () => {};
  /** Byte address of the control block, 0 before it is prepared. */
  control = 0;
  /** Byte address of the OutsideView of its trace, 0 before it is prepared. */
  traceView = 0;
  /** Byte address of the word that says where used memory ends, 0 before it is prepared. */
  private memoryEnd = 0;
  private readonly handle: WorkerHandle;

  constructor(
    segment: Segment,
    module: Promise<WebAssembly.Module>,
    urls: PartUrls,
    machine: MachineLimits,
    readonly record: number,
    readonly memory: WebAssembly.Memory,
    spare: boolean,
  ) {
    this.heap = new Uint8Array(memory.buffer);
    this.words = new Int32Array(memory.buffer);
    let ready = (): void => {};
    let refuse = (_error: Error): void => {};
    this.prepared = new Promise((resolve, reject) => {
      ready = resolve;
      refuse = reject;
    });
    this.prepared.catch(() => {}); // whoever starts a program on it hears of it
    const failed = (thread: string, text: string): void => {
      refuse(new Error(text));
      this.onFailure(thread, text);
    };
    this.handle = startWorker(new URL(urls.process), `process ${record}`, {
      message: (data) => {
        const message = data as FromHost;
        if (message.kind === "prepared") {
          this.control = message.control;
          this.traceView = message.traceView;
          this.memoryEnd = message.memoryEnd;
          ready();
        } else {
          failed(message.kind === "crashed" ? message.thread : "the host worker", message.message);
        }
      },
      error: (text) => failed("the host worker", text),
    });
    this.post({
      kind: "prepare",
      segment: segment.buffer,
      memory,
      record,
      processUrl: urls.process,
      warmThreads: machine.warmThreads,
      spare,
    });
    module.then(
      (compiled) => this.post({ kind: "module", module: compiled }),
      () => {}, // then the machine does not boot
    );
  }

  get memoryPages(): number {
    return this.heap.length / pageBytes;
  }

  start(block: Uint8Array): void {
    this.post({ kind: "start", start: block });
  }

  signal(signal: number): void {
    this.post({ kind: "signal", signal });
  }

  /** Bytes from the start that the process may have written; undefined when that is not known. */
  get usedMemory(): number | undefined {
    if (this.memoryEnd === 0) return undefined;
    return Atomics.load(this.words, this.memoryEnd >>> 2) >>> 0;
  }

  /** Resolves when the engine says that all of its threads are gone (browsers never say: at once). */
  terminate(): Promise<void> {
    return this.handle.terminate();
  }

  private post(message: ToHost): void {
    this.handle.post(message);
  }
}

/** Writes only where something is: a page of memory that nobody wrote costs nothing, and shall not begin to. */
function clear(words: Int32Array): void {
  for (let from = 0; from < words.length; from += systemPageWords) {
    const page = words.subarray(from, from + systemPageWords);
    if (page.some((word) => word !== 0)) page.fill(0);
  }
}

export class WorkerPool {
  private readonly warm: ProcessWorker[] = [];
  private readonly spareMemories: WebAssembly.Memory[] = [];
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

  /**
   * No thread of its process is left: its memory serves the next. An engine gives shared memory back only when it
   * collects garbage, for which the kernel's small heap gives it no reason.
   */
  recycle({ memory, usedMemory, memoryPages }: ProcessWorker): void {
    if (usedMemory === undefined || usedMemory > mostToClear) return;
    if (memoryPages !== Math.ceil(this.machine.memory / pageBytes)) return;
    if (this.spareMemories.length > this.machine.warmProcesses) return;
    clear(new Int32Array(memory.buffer, 0, usedMemory >>> 2));
    this.spareMemories.push(memory);
  }

  refillSoon(delay = refillDelay): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refill(), delay);
  }

  /** Workers that can start a program at once. */
  get warmCount(): number {
    return this.warm.filter(({ control }) => control !== 0).length;
  }

  /** The first process is wanted as soon as the machine is there: its worker loads while the program is compiled. */
  expectFirst(): void {
    this.refill(false);
  }

  /** Whether it has all the workers it keeps. */
  get full(): boolean {
    return this.warmCount >= this.machine.warmProcesses;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** One worker at a time: the next begins when the one before is ready. */
  private refill(spare = true): void {
    if (this.closed || this.warm.length >= this.machine.warmProcesses) return;
    if (spare && busyProcesses(this.segment) >= hardwareThreads()) {
      this.refillSoon(busyDelay);
      return;
    }
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
    let memory: WebAssembly.Memory;
    try {
      const spare = memoryBytes === this.machine.memory ? this.spareMemories.pop() : undefined;
      memory = spare ?? new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    } catch {
      throw new MachineFailure(
        "ENOMEM",
        `the browser refused a memory of ${pages * pageBytes} bytes`,
      );
    }
    const record = this.claimRecord();
    const { segment, module, urls, machine } = this;
    const worker = new ProcessWorker(segment, module, urls, machine, record, memory, spare);
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
