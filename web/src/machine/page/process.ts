// A process as the page holds it: streams with back-pressure, a promise of the exit code, kill.

import type { StreamName } from "../../protocol/messages.ts";
import type { SignalName } from "../../protocol/system-calls.ts";
import type { MachineError } from "./errors.ts";
import type { Machine } from "./machine.ts";

/** Pulls one chunk from the kernel for each demand of the reader. */
class OutputStream {
  readonly readable: ReadableStream<Uint8Array>;
  private wanted: (() => void) | undefined;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(machine: Machine, pid: number, stream: StreamName) {
    this.readable = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () =>
          new Promise<void>((resolve) => {
            this.wanted = resolve;
            machine.send({ kind: "demand", pid, stream });
          }),
        cancel: () => {
          this.controller = undefined;
          machine.send({ kind: "drop", pid, stream });
        },
      },
      { highWaterMark: 0 },
    );
  }

  /** undefined: the end. */
  receive(bytes: Uint8Array | undefined): void {
    if (bytes) this.controller?.enqueue(bytes);
    else this.close();
    this.wanted?.();
    this.wanted = undefined;
  }

  fail(error: Error): void {
    this.controller?.error(error);
    this.controller = undefined;
    this.wanted?.();
  }

  private close(): void {
    this.controller?.close();
    this.controller = undefined;
  }
}

export class MachineProcess {
  /** The exit code: minus the signal when it was killed. */
  readonly exit: Promise<number>;
  readonly input: WritableStream<Uint8Array | string>;
  readonly output: ReadableStream<Uint8Array>;
  /** Empty unless the process was started with `errors: 'separate'`. */
  readonly errors: ReadableStream<Uint8Array>;
  /** After the exit: what a crash said, naming the process and the thread. */
  failure: string | undefined;
  private readonly streams: Record<StreamName, OutputStream>;
  private finish!: (code: number) => void;
  private refuse!: (error: Error) => void;

  constructor(
    private readonly machine: Machine,
    readonly pid: number,
  ) {
    this.exit = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.refuse = reject;
    });
    this.exit.catch(() => {}); // a page that does not look at it is not to be bothered with an unhandled rejection
    this.streams = {
      output: new OutputStream(machine, pid, "output"),
      errors: new OutputStream(machine, pid, "errors"),
    };
    this.output = this.streams.output.readable;
    this.errors = this.streams.errors.readable;
    const encoder = new TextEncoder();
    this.input = new WritableStream<Uint8Array | string>({
      write: async (chunk) => {
        const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
        if (bytes.length > 0) await machine.call({ kind: "input", pid, bytes });
      },
      close: () => machine.send({ kind: "input-end", pid }),
      abort: () => machine.send({ kind: "input-end", pid }),
    });
  }

  kill(signal: SignalName = "TERM"): void {
    this.machine.kill(this.pid, signal);
  }

  // ---- for Machine

  receiveOutput(stream: StreamName, bytes: Uint8Array | undefined): void {
    this.streams[stream].receive(bytes);
  }

  receiveExit(code: number, failure: string | undefined): void {
    this.failure = failure;
    this.finish(code);
  }

  receiveFailure(error: MachineError): void {
    this.refuse(error);
    this.streams.output.fail(error);
    this.streams.errors.fail(error);
  }
}
