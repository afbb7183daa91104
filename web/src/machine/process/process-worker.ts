// The script of every worker inside a process: the host worker (which owns the Emscripten instance and keeps its
// event loop free to start threads) and the pthread workers.
//
// A host is made in two steps. `prepare` instantiates the compiled module in a fresh memory and loads its thread
// workers; nothing of the program has run. `start` runs it. Between the two it waits in the machine's warm pool.
// After the program's end `retire` may come, and then `prepare` for another: the workers live on, with a new instance
// in a memory that is zero. What the old instance still waits for must never wake it (lives.ts).

import type { EmscriptenThreads, Program, ProgramOptions, ThreadWorker } from "gilbox-program";
import createProgram from "gilbox-program";
import { hardwareThreads, onUncaught } from "../../environment/environment.ts";
import {
  isPthreadWorker,
  onInheritance,
  onParentMessage,
  onRetirement,
  postToParent,
  startPthreadWorker,
  type WorkerHandle,
} from "../../environment/workers.ts";
import type {
  FromHost,
  FromThread,
  ThreadInheritance,
  ThreadRetirement,
  ToHost,
} from "../../protocol/messages.ts";
import {
  header,
  limits,
  processAt,
  processField,
  Segment,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { processorStaysFree } from "../segment/load.ts";
import { endLife } from "./lives.ts";
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

/** Another program in this worker; what is posted to it before it listens waits. */
async function beginAnew(): Promise<void> {
  const scope = globalThis as { onmessage: ((event: MessageEvent) => void) | null };
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    early.push(event);
  };
  scope.onmessage = keep;
  createProgram({} as ProgramOptions); // as the glue does when a worker loads it
  while (scope.onmessage === keep) await new Promise((resolve) => setTimeout(resolve));
  for (const event of early) scope.onmessage?.(event);
}

function becomeThread(): void {
  let side: ThreadSide | undefined;
  let isFirst = true;
  onInheritance((data) => {
    side = undefined;
    if (!isFirst) beginAnew();
    isFirst = false;
    const { segment, record, slot } = data as ThreadInheritance;
    const view = new Segment(segment);
    globalThis.gilboxMachine = {
      thread: (memory) => (side ??= new ThreadSide(view, record, slot, memory)),
    };
  });
  onRetirement(() => {
    endLife();
    const retired: FromThread = { gilbox: "retired" };
    postToParent(retired);
  });
  onUncaught((error) => {
    if (error === "unwind") return;
    const crash: FromThread = {
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
const mostInherited = 4; // thread workers
const spareOfChild = 1; // most children start no thread

type Prepare = Extract<ToHost, { kind: "prepare" }>;

const send = (message: FromHost): void => postToParent(message);

/** A thread worker of a host. */
class HostThread {
  readonly handle: WorkerHandle;
  private segment: Segment;
  private onRetired: () => void = () => {};

  constructor(
    order: Prepare,
    public slot: number,
    inheritance: ThreadInheritance,
  ) {
    this.segment = new Segment(order.segment);
    const name = `${order.record}.${slot}`;
    this.handle = startPthreadWorker(new URL(order.processUrl), name, inheritance, {
      message: (message) => {
        const said = message as Partial<FromThread>;
        if (said.gilbox === "crashed") this.crashed(said.thread ?? "", said.message ?? "");
        else if (said.gilbox === "retired") this.onRetired();
      },
      error: (text) => this.crashed("a worker of its thread pool", text),
    });
  }

  get raw(): ThreadWorker {
    return this.handle.raw as ThreadWorker;
  }

  /** Resolves when nothing of the program can happen there any more. */
  retire(): Promise<void> {
    this.slot = noSlot;
    return new Promise((resolve) => {
      this.onRetired = resolve;
      this.handle.post({ gilboxRetire: true } satisfies ThreadRetirement);
    });
  }

  renew(order: Prepare, slot: number, inheritance: ThreadInheritance): void {
    this.segment = new Segment(order.segment);
    this.slot = slot;
    this.handle.renew(inheritance);
  }

  private crashed(thread: string, message: string): void {
    if (this.slot !== noSlot)
      Atomics.store(this.segment.words, threadAt(this.slot) + threadField.gone, 1);
    send({ kind: "crashed", thread, message });
  }
}

class Host {
  private readonly segment: Segment;
  private program: Program | undefined;
  private warming = false;
  private over = false;
  private warmTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly threads = new Map<ThreadWorker, HostThread>();
  private isChild = false;
  /** The worker of the main thread: it loads while the program is still compiled. */
  private early: ThreadWorker | undefined;

  /** `inherited`: workers of an earlier program here. */
  constructor(
    private readonly order: Prepare,
    private readonly inherited: HostThread[],
  ) {
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
      const { warmThreads } = this.order;
      const isAlone = this.isChild && runningWorkers.length < 2;
      const wanted = isAlone
        ? Math.min(spareOfChild, warmThreads)
        : Math.min(Math.max(runningWorkers.length, warmThreads), Math.max(mostSpare, warmThreads));
      if (unusedWorkers.length >= wanted) return;
      this.warming = true;
      const isFree = await processorStaysFree(this.segment, hardwareThreads());
      if (isFree && !this.over) await this.warm(unusedWorkers.length + 1);
      this.warming = false;
      if (!this.over) this.warmSoon(isFree ? spareDelay : busyDelay);
    }, delay);
  }

  start(start: Uint8Array, child: boolean): void {
    this.isChild = child;
    const program = this.program as Program;
    const at = program._gilbox_start_block(start.length);
    new Uint8Array(this.order.memory.buffer).set(start, at);
    program._gilbox_start();
  }

  /**
   * No thread of the program runs any more. Resolves to the workers that can serve another; from then on nothing of the
   * program happens here, and its memory may be another's.
   */
  async retire(clear: number): Promise<HostThread[]> {
    this.over = true;
    clearTimeout(this.warmTimer);
    const threads = [...this.threads.values()];
    await Promise.all(threads.map((thread) => thread.retire()));
    await new Promise((resolve) => setTimeout(resolve)); // what they have told the program's glue, it has heard
    endLife();
    this.program = undefined;
    for (const thread of threads.splice(mostInherited)) thread.handle.terminate();
    new Uint8Array(this.order.memory.buffer, 0, clear).fill(0);
    return threads;
  }

  /** The host thread is the one that is never busy: it tells the others, over memory. */
  signal(signal: number): void {
    this.program?._gilbox_signal(signal);
  }

  /** Emscripten asks these two for its workers; ours carry the segment and a slot of it. */
  private ownThePool(pool: EmscriptenThreads): void {
    const { segment, order, threads } = this;
    const threadsWord = processAt(order.record) + processField.threads;
    const load = pool.loadWasmModuleToWorker.bind(pool);
    const take = pool.getNewWorker.bind(pool);
    const giveBack = pool.returnWorkerToPool.bind(pool);

    const mark = (worker: ThreadWorker | undefined, active: 0 | 1): void => {
      const thread = worker && threads.get(worker);
      if (!thread || thread.slot === noSlot) return;
      const { slot } = thread;
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
    const { order } = this;
    const slot = this.claimSlot();
    const inheritance: ThreadInheritance = { segment: order.segment, record: order.record, slot };
    const heir = this.inherited.pop();
    const thread = heir ?? new HostThread(order, slot, inheritance);
    if (heir) heir.renew(order, slot, inheritance);
    this.threads.set(thread.raw, thread);
    return thread.raw;
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
  let heirs: HostThread[] = [];
  const failed = (error: unknown): void => {
    if (error !== "unwind") send({ kind: "failed", message: describe(error) });
  };
  onUncaught(failed);
  onParentMessage((data) => {
    const message = data as ToHost;
    if (message.kind === "prepare") {
      host = new Host(message, heirs);
      heirs = [];
    } else if (message.kind === "module") {
      host?.prepare(message.module).catch(failed);
    } else if (message.kind === "start") {
      host?.start(message.start, message.child);
    } else if (message.kind === "retire") {
      const retiring = host?.retire(message.clear);
      host = undefined;
      retiring?.then((threads) => {
        heirs = threads;
        send({ kind: "retired" });
      }, failed);
    } else {
      host?.signal(message.signal);
    }
  });
}

if (isPthreadWorker) becomeThread();
else becomeHost();
