// The host worker of a process, as the kernel worker has it.
//
// A worker costs some 40 ms to start, a program in it a tenth of that. So a host whose process has ended, with all of
// its threads back in their event loops, is not thrown away: it retires (forgets the program, clears the memory) and
// serves the next process. That one starts as fresh as any: a new instance in a memory that is zero.

import { startWorker, type WorkerHandle } from "../../environment/workers.ts";
import type { FromHost, MachineLimits, PartUrls, ToHost } from "../../protocol/messages.ts";
import type { Segment } from "../segment/layout.ts";

const pageBytes = 65536;
const mostToClear = 32 << 20; // bytes; clearing more takes longer than getting a new memory
const longestRetiring = 500; // milliseconds; a host has nothing else to do

/** A worker that has no process. */
export interface RetiredHost {
  readonly line: HostLine;
  /** Zero from end to end; undefined when clearing it is not worth it. */
  readonly memory: WebAssembly.Memory | undefined;
}

/** The worker behind one ProcessWorker after the other. */
export class HostLine {
  heard: (message: FromHost) => void = () => {};
  failed: (text: string) => void = () => {};
  private readonly handle: WorkerHandle;

  constructor(url: string, name: string) {
    this.handle = startWorker(new URL(url), name, {
      message: (data) => this.heard(data as FromHost),
      error: (text) => this.failed(text),
    });
  }

  post(message: ToHost): void {
    this.handle.post(message);
  }

  terminate(): Promise<void> {
    return this.handle.terminate();
  }
}

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
  private readonly line: HostLine;
  private onRetired: () => void = () => {};
  private hasFailed = false;

  constructor(
    segment: Segment,
    module: Promise<WebAssembly.Module>,
    urls: PartUrls,
    machine: MachineLimits,
    readonly record: number,
    readonly memory: WebAssembly.Memory,
    spare: boolean,
    line = new HostLine(urls.process, `process ${record}`),
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
      this.hasFailed = true;
      refuse(new Error(text));
      this.onFailure(thread, text);
    };
    this.line = line;
    line.heard = (message) => {
      if (message.kind === "prepared") {
        this.control = message.control;
        this.traceView = message.traceView;
        this.memoryEnd = message.memoryEnd;
        ready();
      } else if (message.kind === "retired") {
        this.onRetired();
      } else {
        failed(message.kind === "crashed" ? message.thread : "the host worker", message.message);
      }
    };
    line.failed = (text) => failed("the host worker", text);
    line.post({
      kind: "prepare",
      segment: segment.buffer,
      memory,
      record,
      processUrl: urls.process,
      warmThreads: machine.warmThreads,
      spare,
    });
    module.then(
      (compiled) => line.post({ kind: "module", module: compiled }),
      () => {}, // then the machine does not boot
    );
  }

  get memoryPages(): number {
    return this.heap.length / pageBytes;
  }

  /** `child`: another program has started it. */
  start(block: Uint8Array, child: boolean): void {
    this.line.post({ kind: "start", start: block, child });
  }

  signal(signal: number): void {
    this.line.post({ kind: "signal", signal });
  }

  /** Bytes from the start that the process may have written; undefined when that is not known. */
  get usedMemory(): number | undefined {
    if (this.memoryEnd === 0) return undefined;
    return Atomics.load(this.words, this.memoryEnd >>> 2) >>> 0;
  }

  /** Resolves when the engine says that all of its threads are gone (browsers never say: at once). */
  terminate(): Promise<void> {
    return this.line.terminate();
  }

  /**
   * When all threads are gone: what can serve the next process, undefined when this worker cannot. What the host was
   * told before, it has done by then.
   */
  async retire(): Promise<RetiredHost | undefined> {
    const used = this.usedMemory;
    if (this.hasFailed || used === undefined) return undefined;
    const clear = used <= mostToClear ? used : 0;
    const retired = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), longestRetiring);
      this.onRetired = () => {
        clearTimeout(timer);
        resolve(true);
      };
      this.line.post({ kind: "retire", clear });
    });
    if (!retired || this.hasFailed) return undefined;
    return { line: this.line, memory: clear > 0 ? this.memory : undefined };
  }
}
