// The machine as the page (or a Node program) uses it. See ../../index.ts for the public shape.

import { hardwareThreads, isolationProblem } from "../../environment/environment.ts";
import { startWorker, type WorkerHandle } from "../../environment/workers.ts";
import type {
  Failure,
  FromKernel,
  MachineLimits,
  StreamName,
  ToKernel,
} from "../../protocol/messages.ts";
import { type SignalName, signalNumber } from "../../protocol/system-calls.ts";
import { Segment } from "../segment/layout.ts";
import { type ProcessInfo, readProcesses } from "../segment/process-table.ts";
import { MachineError } from "./errors.ts";
import { Files } from "./files.ts";
import { MachineProcess } from "./process.ts";
import { Trace, type TraceOptions } from "./trace.ts";

export interface MachineUrls {
  kernel?: string | URL;
  process?: string | URL;
  program?: string | URL;
  /** The folder with the packs of the Python library, library-*.wasm. */
  library?: string | URL;
}

export interface MachineOptions {
  urls?: MachineUrls;
  segmentBytes?: number;
  memory?: number;
  warmProcesses?: number;
  warmThreads?: number;
}

export interface SpawnOptions {
  environment?: Record<string, string>;
  directory?: string;
  memory?: number;
  errors?: "output" | "separate";
}

/** Without `Omit`'s loss of the union. */
type WithoutCall<T> = T extends { call: number } ? Omit<T, "call"> : never;

const megabyte = 1 << 20;

/** Where the packs of the library are: the rows of core/modules/packs.txt. */
function library(folder: string | URL | undefined, base: string): Record<string, string> {
  const packs: Record<string, URL> = {
    core: new URL("./library-core.wasm", import.meta.url),
    asyncio: new URL("./library-asyncio.wasm", import.meta.url),
    processes: new URL("./library-processes.wasm", import.meta.url),
    typing: new URL("./library-typing.wasm", import.meta.url),
    rest: new URL("./library-rest.wasm", import.meta.url),
  };
  const place = folder && new URL(`${new URL(folder, base).href.replace(/\/?$/, "/")}`);
  const found = (name: string, own: URL): string =>
    (place ? new URL(`library-${name}.wasm`, place) : own).href;
  return Object.fromEntries(Object.entries(packs).map(([name, own]) => [name, found(name, own)]));
}

export class Machine {
  private readonly calls = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private readonly running = new Map<number, MachineProcess>();
  private nextCall = 1;
  private stopped = false;

  /** The file system all processes share. */
  readonly files = new Files(this);

  private constructor(
    private readonly kernel: WorkerHandle,
    private readonly segment: Segment,
  ) {}

  static async boot(options: MachineOptions = {}): Promise<Machine> {
    const problem = isolationProblem();
    if (problem) throw MachineError.notIsolated(problem);
    const base = globalThis.document?.baseURI ?? import.meta.url;
    const absolute = (given: string | URL | undefined, own: URL): string =>
      given === undefined ? own.href : new URL(given, base).href;
    // Literal URLs, each in one piece: bundlers look for exactly this.
    const urls = {
      kernel: absolute(options.urls?.kernel, new URL("./kernel-worker.js", import.meta.url)),
      process: absolute(options.urls?.process, new URL("./process-worker.js", import.meta.url)),
      program: absolute(options.urls?.program, new URL("./gilbox.wasm", import.meta.url)),
      library: library(options.urls?.library, base),
    };
    const cores = hardwareThreads();
    const limits: MachineLimits = {
      memory: options.memory ?? 64 * megabyte,
      warmProcesses: options.warmProcesses ?? Math.min(Math.max(cores, 1), 4),
      warmThreads: options.warmThreads ?? 3,
    };
    const segment = Segment.create(options.segmentBytes ?? 64 * megabyte);
    let machine: Machine | undefined;
    return new Promise<Machine>((resolve, reject) => {
      const refuse = (error: MachineError): void => {
        kernel.terminate();
        reject(error);
      };
      const kernel = startWorker(new URL(urls.kernel), "gilbox kernel", {
        message: (data) => {
          const message = data as FromKernel;
          if (message.kind === "booted") resolve(machine as Machine);
          else if (message.kind === "boot-failed") refuse(toError(message.failure));
          else machine?.receive(message);
        },
        error: (text) => {
          const error = new MachineError("kernel-failed", `the kernel worker failed: ${text}`);
          refuse(error);
          machine?.fail(error);
        },
      });
      machine = new Machine(kernel, segment);
      machine.send({ kind: "boot", segment: segment.buffer, urls, limits, base });
    });
  }

  async spawn(
    program: string,
    args: readonly string[] = [],
    options: SpawnOptions = {},
  ): Promise<MachineProcess> {
    const pid = (await this.call({
      kind: "spawn",
      request: {
        arguments: [program, ...args],
        environment: options.environment ?? {},
        directory: options.directory ?? "/",
        memory: options.memory,
        separateErrors: options.errors === "separate",
      },
    })) as number;
    return this.process(pid);
  }

  processes(): ProcessInfo[] {
    return readProcesses(this.segment);
  }

  /** Records from now on, in every process there is and will be, until `stop()`. */
  trace(options: TraceOptions = {}): Trace {
    return new Trace(this, options);
  }

  statistics(): Promise<unknown> {
    return this.call({ kind: "statistics" });
  }

  async shutdown(): Promise<void> {
    for (const { pid } of this.processes()) this.kill(pid, "KILL");
    this.fail(new MachineError("shut-down", "the machine was shut down"));
    await this.kernel.terminate();
  }

  kill(pid: number, signal: SignalName = "TERM"): void {
    this.send({ kind: "kill", pid, signal: signalNumber[signal] });
  }

  // ---- for MachineProcess

  send(message: ToKernel, transfer?: Transferable[]): void {
    if (!this.stopped) this.kernel.post(message, transfer);
  }

  call(message: WithoutCall<ToKernel>): Promise<unknown> {
    if (this.stopped)
      return Promise.reject(new MachineError("shut-down", "the machine was shut down"));
    const call = this.nextCall++;
    return new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject });
      this.send({ ...message, call } as ToKernel);
    });
  }

  // ----

  /** A process may write or end before the answer to its spawn has been taken: it exists from its first message. */
  private process(pid: number): MachineProcess {
    let process = this.running.get(pid);
    if (!process) {
      process = new MachineProcess(this, pid);
      this.running.set(pid, process);
    }
    return process;
  }

  private receive(message: FromKernel): void {
    switch (message.kind) {
      case "answer":
        this.settle(message.call)?.resolve(message.value);
        break;
      case "refused":
        this.settle(message.call)?.reject(toError(message.failure));
        break;
      case "output":
        this.process(message.pid).receiveOutput(message.stream as StreamName, message.bytes);
        break;
      case "exit":
        this.process(message.pid).receiveExit(message.code, message.message);
        break;
      default:
        break;
    }
  }

  private settle(
    call: number,
  ): { resolve: (value: unknown) => void; reject: (error: Error) => void } | undefined {
    const waiting = this.calls.get(call);
    this.calls.delete(call);
    return waiting;
  }

  private fail(error: MachineError): void {
    this.stopped = true;
    for (const { reject } of this.calls.values()) reject(error);
    this.calls.clear();
    for (const process of this.running.values()) process.receiveFailure(error);
    this.running.clear();
  }
}

function toError(failure: Failure): MachineError {
  return new MachineError(failure.code, failure.message);
}
