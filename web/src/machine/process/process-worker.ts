// The script of every worker inside a process: the host worker (which owns the Emscripten instance and keeps its
// event loop free to start threads) and the pthread workers.
//
// A host is made in two steps. `prepare` instantiates the compiled module in a fresh memory and loads its thread
// workers; nothing of the program has run. `start` runs it. Between the two it waits in the machine's warm pool.

import type { EmscriptenThreads, Program, ThreadWorker } from "gilbox-program";
import createProgram from "gilbox-program";
import { hardwareThreads, onUncaught } from "../../environment/environment.ts";
import {
  isPthreadWorker,
  onInheritance,
  onParentMessage,
  postToParent,
  startPthreadWorker,
} from "../../environment/workers.ts";
import type { FromHost, ThreadCrash, ThreadInheritance, ToHost } from "../../protocol/messages.ts";
import {
  header,
  limits,
  processAt,
  processField,
  Segment,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { busyProcesses } from "../segment/load.ts";
import { ThreadSide } from "./thread-side.ts";

/** What wasm/machine/library.js finds in the global scope of its worker. */
interface LibraryHook {
  /** Made when the first call needs it: the memory is known by then. */
  thread: (memory: WebAssembly.Memory) => ThreadSide;
}

declare global {
  var gilboxMachine: LibraryHook | undefined;
}

function describe(error: unknown): string {
  return error instanceof Error
    ? `${error.name}: ${error.message}\n${error.stack ?? ""}`.trim()
    : String(error);
}

function becomeThread(): void {
  let side: ThreadSide | undefined;
  onInheritance((data) => {
    const { segment, record, slot } = data as ThreadInheritance;
    const view = new Segment(segment);
    globalThis.gilboxMachine = {
      thread: (memory) => (side ??= new ThreadSide(view, record, slot, memory)),
    };
  });
  onUncaught((error) => {
    if (error === "unwind") return;
    const crash: ThreadCrash = {
      gilbox: "crashed",
      thread: side?.threadName ?? "a thread",
      message: describe(error),
    };
    postToParent(crash);
  });
}

const noSlot = -1;
const spareDelay = 5; // milliseconds
const firstSpareDelay = 100; // many processes that start at once come before anyone's spare workers
const busyDelay = 50; // until it is looked again whether a processor is free
const mostSpare = 8;

const send = (message: FromHost): void => postToParent(message);

class Host {
  private readonly segment: Segment;
  private program: Program | undefined;
  private warming = false;
  private warmTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly slots = new Map<ThreadWorker, number>();
  /** The worker of the main thread: it loads while the program is still compiled. */
  private early: ThreadWorker | undefined;

  constructor(private readonly order: Extract<ToHost, { kind: "prepare" }>) {
    this.segment = new Segment(order.segment);
    // The host thread rings bells when it tells the program of a signal; it has no slot, because it never waits.
    const side = new ThreadSide(this.segment, order.record, noSlot, order.memory);
    globalThis.gilboxMachine = { thread: () => side };
    this.early = this.startThreadWorker();
  }

  async prepare(module: WebAssembly.Module): Promise<void> {
    const { memory } = this.order;
    const program = await createProgram({
      wasmMemory: memory,
      instantiateWasm: (imports, receive) => {
        const instance = new WebAssembly.Instance(module, imports);
        receive(instance, module);
        return instance.exports;
      },
      printErr: (...text) => send({ kind: "crashed", thread: "the host", message: text.join(" ") }),
    });
    this.program = program;
    this.ownThePool(program.PThread);
    const control = program._gilbox_control_block();
    Atomics.store(this.segment.words, processAt(this.order.record) + processField.control, control);
    await this.warm(1);
    program._gilbox_warm(this.order.spare ? 1 : 0);
    send({
      kind: "prepared",
      control,
      traceView: program._gilbox_trace_view(),
      memoryEnd: program._emscripten_get_sbrk_ptr(),
    });
    this.warmSoon(firstSpareDelay);
  }

  /**
   * The spare ones when there is nothing better to do: as many as run now (who starts one thread starts more), but
   * not fewer than asked for. One after another: what the program does meanwhile comes first.
   */
  private warmSoon(delay: number): void {
    if (this.warming || this.order.warmThreads === 0) return;
    clearTimeout(this.warmTimer);
    this.warmTimer = setTimeout(async () => {
      const { unusedWorkers, runningWorkers } = (this.program as Program).PThread;
      const wanted = Math.min(
        Math.max(runningWorkers.length, this.order.warmThreads),
        Math.max(mostSpare, this.order.warmThreads),
      );
      if (unusedWorkers.length >= wanted) return;
      if (busyProcesses(this.segment) >= hardwareThreads()) return this.warmSoon(busyDelay);
      this.warming = true;
      await this.warm(unusedWorkers.length + 1);
      this.warming = false;
      this.warmSoon(spareDelay);
    }, delay);
  }

  start(start: Uint8Array): void {
    const program = this.program as Program;
    const at = program._gilbox_start_block(start.length);
    new Uint8Array(this.order.memory.buffer).set(start, at);
    program._gilbox_start();
  }

  /** The host thread is the one that is never busy: it tells the others, over memory. */
  signal(signal: number): void {
    this.program?._gilbox_signal(signal);
  }

  /** Emscripten asks these two for its workers; ours carry the segment and a slot of it. */
  private ownThePool(pool: EmscriptenThreads): void {
    const { segment, order, slots } = this;
    const threadsWord = processAt(order.record) + processField.threads;
    const load = pool.loadWasmModuleToWorker.bind(pool);
    const take = pool.getNewWorker.bind(pool);
    const giveBack = pool.returnWorkerToPool.bind(pool);

    const mark = (worker: ThreadWorker | undefined, active: 0 | 1): void => {
      const slot = worker && slots.get(worker);
      if (slot === undefined) return;
      Atomics.store(segment.words, threadAt(slot) + threadField.active, active);
      Atomics.add(segment.words, threadsWord, active ? 1 : -1);
    };

    pool.allocateUnusedWorker = () => {
      const worker = this.early ?? this.startThreadWorker();
      this.early = undefined;
      pool.unusedWorkers.push(worker);
      return worker; // Emscripten 6 takes it from here, 3.1 from the list
    };
    pool.loadWasmModuleToWorker = (worker) => {
      const loaded = load(worker);
      worker.onerror = () => {}; // reported above
      return loaded;
    };
    pool.getNewWorker = () => {
      const worker = take();
      mark(worker, 1);
      this.warmSoon(pool.runningWorkers.length === 0 ? firstSpareDelay : spareDelay);
      return worker;
    };
    pool.returnWorkerToPool = (worker) => {
      mark(worker, 0);
      giveBack(worker);
    };
  }

  private startThreadWorker(): ThreadWorker {
    const { segment, order } = this;
    const slot = this.claimSlot();
    const inheritance: ThreadInheritance = { segment: order.segment, record: order.record, slot };
    const failed = (text: string): void => {
      Atomics.store(segment.words, threadAt(slot) + threadField.gone, 1);
      send({ kind: "crashed", thread: "a worker of its thread pool", message: text });
    };
    const handle = startPthreadWorker(
      new URL(order.processUrl),
      `${order.record}.${slot}`,
      inheritance,
      {
        message: (message) => {
          const crash = message as Partial<ThreadCrash>;
          if (crash.gilbox !== "crashed") return;
          Atomics.store(segment.words, threadAt(slot) + threadField.gone, 1);
          send({ kind: "crashed", thread: crash.thread ?? "", message: crash.message ?? "" });
        },
        error: failed,
      },
    );
    this.slots.set(handle.raw as ThreadWorker, slot);
    return handle.raw as ThreadWorker;
  }

  private async warm(count: number): Promise<void> {
    const pool = (this.program as Program).PThread;
    const loading: Promise<unknown>[] = [];
    while (pool.unusedWorkers.length < count) {
      pool.allocateUnusedWorker();
      loading.push(pool.loadWasmModuleToWorker(pool.unusedWorkers.at(-1) as ThreadWorker));
    }
    await Promise.all(loading);
  }

  private claimSlot(): number {
    const { words } = this.segment;
    for (let slot = 1; slot < limits.threads; slot++) {
      const at = threadAt(slot);
      if (Atomics.compareExchange(words, at + threadField.owner, 0, this.order.record + 1) !== 0)
        continue;
      Atomics.store(words, at + threadField.active, 0);
      Atomics.store(words, at + threadField.gone, 0);
      Atomics.store(words, at + threadField.asleep, 0);
      Atomics.store(words, at + threadField.callState, 0);
      for (;;) {
        const used = Atomics.load(words, header.threadsUsed);
        if (
          used > slot ||
          Atomics.compareExchange(words, header.threadsUsed, used, slot + 1) === used
        )
          return slot;
      }
    }
    throw new Error(`the machine has no more than ${limits.threads} threads`);
  }
}

function becomeHost(): void {
  let host: Host | undefined;
  const failed = (error: unknown): void => {
    if (error !== "unwind") send({ kind: "failed", message: describe(error) });
  };
  onUncaught(failed);
  onParentMessage((data) => {
    const message = data as ToHost;
    if (message.kind === "prepare") {
      host = new Host(message);
    } else if (message.kind === "module") {
      host?.prepare(message.module).catch(failed);
    } else if (message.kind === "start") {
      host?.start(message.start);
    } else {
      host?.signal(message.signal);
    }
  });
}

if (isPthreadWorker) becomeThread();
else becomeHost();
