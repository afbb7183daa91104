// Standard streams of processes the page started: the kernel worker holds the far ends of their pipes.
//
// Output goes to the page one chunk for each demand, so a page that does not read fills the pipe and the writer
// blocks. When nobody can write any more, what is left goes to the page at once and the pipe is free. Input is queued until the pipe has room; the page's write is answered when all of it is in the pipe.

import type { FromKernel, StreamName } from "../../protocol/messages.ts";
import { grantKind } from "../../protocol/system-calls.ts";
import { errno } from "../segment/errors.ts";
import { kernelSlot, pipeAt, pipeField, type Segment } from "../segment/layout.ts";
import { pipeEnd, tryRead, tryWrite, watchPipe } from "../segment/pipe.ts";
import type { Holdings, Objects } from "./objects.ts";

const chunkBytes = 256 * 1024;

interface Output {
  readonly pid: number;
  readonly stream: StreamName;
  readonly pipe: number;
  demand: number;
}

interface Input {
  readonly pid: number;
  readonly pipe: number;
  readonly queue: { readonly call: number; readonly bytes: Uint8Array; done: number }[];
  closing: boolean;
}

export class Streams {
  private readonly outputs = new Map<string, Output>();
  private readonly inputs = new Map<number, Input>();
  private readonly scratch = new Uint8Array(chunkBytes);

  constructor(
    private readonly segment: Segment,
    private readonly objects: Objects,
    private readonly holdings: Holdings,
    private readonly post: (message: FromKernel, transfer?: Transferable[]) => void,
  ) {}

  addOutput(pid: number, stream: StreamName, pipe: number): void {
    this.outputs.set(`${pid} ${stream}`, { pid, stream, pipe, demand: 0 });
  }

  addInput(pid: number, pipe: number): void {
    this.inputs.set(pid, { pid, pipe, queue: [], closing: false });
  }

  demand(pid: number, stream: StreamName): void {
    const output = this.outputs.get(`${pid} ${stream}`);
    if (!output) return;
    output.demand++;
    this.pumpOutput(output);
  }

  /** The page has no use for the rest: the process gets a broken pipe when it writes on. */
  drop(pid: number, stream: StreamName): void {
    const output = this.outputs.get(`${pid} ${stream}`);
    if (output) this.endOutput(output, false);
  }

  write(pid: number, call: number, bytes: Uint8Array): void {
    const input = this.inputs.get(pid);
    if (!input || input.closing) {
      this.refuse(call);
      return;
    }
    input.queue.push({ call, bytes, done: 0 });
    this.pumpInput(input);
  }

  endInput(pid: number): void {
    const input = this.inputs.get(pid);
    if (!input) return;
    input.closing = true;
    this.pumpInput(input);
  }

  /** The process ended: nobody will read its input. */
  processEnded(pid: number): void {
    const input = this.inputs.get(pid);
    if (input) this.closeInput(input);
    this.pump();
  }

  /** Moves what can be moved; called whenever the doorbell rang. */
  pump(): void {
    for (const output of this.outputs.values()) {
      if (output.demand > 0 || this.hasNoWriter(output)) this.pumpOutput(output);
    }
    for (const input of this.inputs.values()) if (input.queue.length > 0) this.pumpInput(input);
  }

  private pumpOutput(output: Output): void {
    while (output.demand > 0 || this.hasNoWriter(output)) {
      watchPipe(this.segment, kernelSlot, output.pipe, pipeEnd.read);
      const count = tryRead(this.segment, kernelSlot, output.pipe, this.scratch, 0, chunkBytes);
      if (count === -errno.EAGAIN) return;
      if (count <= 0) {
        this.endOutput(output, true);
        return;
      }
      output.demand = Math.max(output.demand - 1, 0);
      const bytes = this.scratch.slice(0, count);
      this.post({ kind: "output", pid: output.pid, stream: output.stream, bytes }, [bytes.buffer]);
    }
  }

  private hasNoWriter({ pipe }: Output): boolean {
    return this.segment.load(pipeAt(pipe) + pipeField.writers) === 0;
  }

  private endOutput(output: Output, tell: boolean): void {
    this.outputs.delete(`${output.pid} ${output.stream}`);
    this.objects.release(this.holdings, grantKind.pipeRead, output.pipe);
    if (tell)
      this.post({ kind: "output", pid: output.pid, stream: output.stream, bytes: undefined });
  }

  private pumpInput(input: Input): void {
    for (let next = input.queue[0]; next; next = input.queue[0]) {
      watchPipe(this.segment, kernelSlot, input.pipe, pipeEnd.write);
      const count = tryWrite(
        this.segment,
        kernelSlot,
        input.pipe,
        next.bytes,
        next.done,
        next.bytes.length - next.done,
      );
      if (count === -errno.EAGAIN) return;
      if (count < 0) {
        this.closeInput(input);
        return;
      }
      next.done += count;
      if (next.done < next.bytes.length) continue;
      input.queue.shift();
      this.post({ kind: "answer", call: next.call, value: undefined });
    }
    if (input.closing) this.closeInput(input);
  }

  private closeInput(input: Input): void {
    for (const { call } of input.queue) this.refuse(call);
    this.inputs.delete(input.pid);
    this.objects.release(this.holdings, grantKind.pipeWrite, input.pipe);
  }

  private refuse(call: number): void {
    this.post({
      kind: "refused",
      call,
      failure: { code: "EPIPE", message: "the process does not read its input any more" },
    });
  }
}
