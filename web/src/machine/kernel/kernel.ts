// The kernel: everything one thread must own. It sleeps until its doorbell (the park word of slot 0) rings or the
// page sends a message; it never blocks.
//
// Who rings: a thread that posted a system call, and a pipe whose wait set has the kernel's bit.

import type { FromKernel, SpawnRequest, ToKernel } from "../../protocol/messages.ts";
import { grantKind } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import { kernelSlot, type Segment, threadAt, threadField } from "../segment/layout.ts";
import { readProcess } from "../segment/process-table.ts";
import { Arena } from "./arena.ts";
import { fileCalls } from "./file-calls.ts";
import { operate } from "./file-operations.ts";
import { FileTree } from "./file-tree.ts";
import { Library } from "./library.ts";
import { Loopback } from "./loopback.ts";
import { Network } from "./network.ts";
import { Holdings, Objects } from "./objects.ts";
import type { Process } from "./process.ts";
import { processCalls } from "./process-calls.ts";
import { Processes } from "./processes.ts";
import { Streams } from "./streams.ts";
import { answerCalls, type Handlers } from "./system-calls.ts";
import { Tracing } from "./tracing.ts";
import { WorkerPool } from "./workers.ts";

const streamCapacity = 64 * 1024;
const pollInterval = 2; // milliseconds, only where Atomics.waitAsync is missing (Firefox before 145)

type Boot = Extract<ToKernel, { kind: "boot" }>;

export class Kernel {
  private readonly objects: Objects;
  private readonly holdings = new Holdings();
  private readonly pool: WorkerPool;
  private readonly processes: Processes;
  private readonly streams: Streams;
  private readonly files = new FileTree();
  private readonly network: Network;
  private readonly tracing = new Tracing();
  private readonly handlers: Handlers;

  constructor(
    private readonly segment: Segment,
    module: Promise<WebAssembly.Module>,
    boot: Boot,
    private readonly post: (message: FromKernel, transfer?: Transferable[]) => void,
  ) {
    this.objects = new Objects(segment, new Arena(segment));
    this.pool = new WorkerPool(segment, module, boot.urls, boot.limits);
    this.processes = new Processes(
      segment,
      this.objects,
      this.pool,
      boot.limits,
      (process) => this.processEnded(process),
      this.tracing,
    );
    this.streams = new Streams(segment, this.objects, this.holdings, post);
    this.network = new Network(this.objects, boot.base);
    this.handlers = {
      ofProcesses: new Map([
        ...processCalls(this.processes, this.objects),
        ...fileCalls(this.files),
        ...this.network.calls,
        ...new Loopback(this.objects).calls,
      ]),
      ofMemories: new Library(boot.urls.library).calls,
    };
    this.pool.expectFirst();
    this.answerDoorbell();
  }

  receive(message: Exclude<ToKernel, Boot>): void {
    switch (message.kind) {
      case "spawn":
        this.reply(message.call, () => this.spawn(message.request));
        break;
      case "kill":
        this.ignoringTheDead(() => this.processes.signal(message.pid, message.signal));
        break;
      case "input":
        this.streams.write(message.pid, message.call, message.bytes);
        break;
      case "input-end":
        this.streams.endInput(message.pid);
        break;
      case "demand":
        this.streams.demand(message.pid, message.stream);
        break;
      case "drop":
        this.streams.drop(message.pid, message.stream);
        break;
      case "file":
        this.reply(message.call, () => operate(this.files, message.operation));
        break;
      case "trace-record":
        this.tracing.record(message.groups, message.capacity, this.processes.all());
        break;
      case "trace-take":
        this.reply(message.call, () => this.tracing.take());
        break;
      case "statistics":
        this.reply(message.call, () => ({
          ...this.objects.counts,
          processes: this.processes.count,
          liveThreads: this.processes.liveThreads(),
          warm: this.pool.warmCount,
          poolFull: this.pool.full,
        }));
        break;
    }
  }

  private spawn(request: SpawnRequest): number {
    const { objects, holdings } = this;
    const input = objects.createPipe(holdings, streamCapacity);
    const output = objects.createPipe(holdings, streamCapacity);
    const errors = request.separateErrors ? objects.createPipe(holdings, streamCapacity) : output;
    const errorsApart = errors !== output;
    let process: Process;
    try {
      process = this.processes.spawn(0, {
        arguments: request.arguments,
        environment: Object.entries(request.environment).map(([name, value]) => `${name}=${value}`),
        directory: request.directory,
        memory: request.memory,
        standard: [input, output, errors],
        grants: [],
      });
    } catch (error) {
      objects.release(holdings, grantKind.pipeWrite, input);
      objects.release(holdings, grantKind.pipeRead, output);
      if (errorsApart) objects.release(holdings, grantKind.pipeRead, errors);
      throw error;
    } finally {
      // The near ends are the process's alone.
      objects.release(holdings, grantKind.pipeRead, input);
      objects.release(holdings, grantKind.pipeWrite, output);
      if (errorsApart) objects.release(holdings, grantKind.pipeWrite, errors);
    }
    this.streams.addInput(process.pid, input);
    this.streams.addOutput(process.pid, "output", output);
    if (errorsApart) this.streams.addOutput(process.pid, "errors", errors);
    return process.pid;
  }

  private processEnded(process: Process): void {
    this.streams.processEnded(process.pid);
    this.network.processEnded(process);
    if (process.parent !== 0) return;
    const info = readProcess(this.segment, process.worker.record);
    this.processes.reap(process);
    this.post({
      kind: "exit",
      pid: process.pid,
      code: process.exitCode,
      state: info?.state ?? "killed",
      message: process.failure,
    });
  }

  private reply(call: number, produce: () => unknown): void {
    try {
      this.post({ kind: "answer", call, value: produce() });
    } catch (error) {
      const code = error instanceof MachineFailure ? error.code : "EIO";
      this.post({
        kind: "refused",
        call,
        failure: { code, message: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  private ignoringTheDead(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof MachineFailure && error.code === "ESRCH")) throw error;
    }
  }

  private serve(): void {
    answerCalls(this.segment, this.processes, this.pool, this.handlers);
    this.streams.pump();
  }

  private async answerDoorbell(): Promise<void> {
    const { words } = this.segment;
    const doorbell = threadAt(kernelSlot) + threadField.park;
    if (typeof Atomics.waitAsync !== "function") {
      setInterval(() => this.serve(), pollInterval);
      return;
    }
    for (;;) {
      const seen = Atomics.load(words, doorbell);
      this.serve();
      const wait = Atomics.waitAsync(words, doorbell, seen);
      if (wait.async) await wait.value;
    }
  }
}
