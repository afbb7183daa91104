// One process as the kernel worker knows it: its worker, what it holds, its record in the segment.

import { controlBlock, signalNumber } from "../../protocol/system-calls.ts";
import {
  kernelSlot,
  processAt,
  processField,
  processState,
  type Segment,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { forEachSlotOf, wakeAll, wakeThread } from "../segment/wait.ts";
import { Holdings } from "./objects.ts";
import type { ProcessWorker } from "./process-host.ts";

export class Process {
  readonly holdings = new Holdings();
  /** What ended it, when that was a crash. */
  failure: string | undefined;
  /** No thread of it is left. */
  buried = false;
  /** Nobody will ask for its exit code any more. */
  reaped = false;
  /** Milliseconds since 1970. */
  readonly started = performance.timeOrigin + performance.now();
  private over = false;
  private readonly at: number;

  constructor(
    private readonly segment: Segment,
    readonly worker: ProcessWorker,
    readonly pid: number,
    public parent: number,
    readonly command: string,
    readonly environment: readonly string[],
    public directory: string,
  ) {
    this.at = processAt(worker.record);
    const { words } = segment;
    words[this.at + processField.pid] = pid;
    words[this.at + processField.parent] = parent;
    words[this.at + processField.memoryPages] = worker.memoryPages;
    segment.floats[(this.at + processField.started) / 2] = this.started;
  }

  get state(): number {
    return this.segment.load(this.at + processField.state);
  }

  set state(state: number) {
    Atomics.store(this.segment.words, this.at + processField.state, state);
  }

  get ended(): boolean {
    return this.over;
  }

  get exitCode(): number {
    return this.segment.load(this.at + processField.exitCode);
  }

  setStandardPipes(pipes: readonly [number, number, number]): void {
    pipes.forEach((pipe, descriptor) => {
      this.segment.words[this.at + processField.input + descriptor] = pipe;
    });
  }

  standardPipe(descriptor: 0 | 1 | 2): number {
    return this.segment.words[this.at + processField.input + descriptor] as number;
  }

  setParent(parent: number): void {
    this.parent = parent;
    Atomics.store(this.segment.words, this.at + processField.parent, parent);
  }

  /** Whether the program deals with this signal itself. */
  handles(signal: number): boolean {
    if (
      signal === signalNumber.KILL ||
      this.worker.control === 0 ||
      this.state !== processState.running
    )
      return false;
    const handled = Atomics.load(
      this.worker.words,
      (this.worker.control >>> 2) + controlBlock.handled,
    );
    return (handled & (1 << signal)) !== 0;
  }

  interrupt(signal: number): void {
    this.writeControl(controlBlock.signals, 1 << signal);
    this.worker.signal(signal);
  }

  /** Marks it as ended and tells every thread of it to end; who waits for the exit wakes up. */
  end(state: number, exitCode: number): void {
    const { words } = this.segment;
    this.over = true;
    Atomics.store(words, this.at + processField.exitCode, exitCode);
    this.state = state;
    this.writeControl(controlBlock.kill, signalNumber.KILL);
    this.worker.signal(signalNumber.KILL);
    wakeAll(this.segment, this.at + processField.exited);
  }

  /** Threads that may still touch the segment. */
  liveThreads(): number {
    let live = 0;
    forEachSlotOf(this.segment, this.worker.record, (slot) => {
      const at = threadAt(slot);
      if (
        this.segment.load(at + threadField.active) === 1 &&
        this.segment.load(at + threadField.gone) === 0
      )
        live++;
    });
    return live;
  }

  /** After the last thread is gone; the slots that were its. */
  releaseSlots(): number[] {
    const slots: number[] = [];
    forEachSlotOf(this.segment, this.worker.record, (slot) => {
      slots.push(slot);
      Atomics.store(this.segment.words, threadAt(slot) + threadField.owner, 0);
    });
    return slots;
  }

  private writeControl(field: number, bits: number): void {
    const { words, control } = this.worker;
    if (control === 0) return;
    Atomics.or(words, (control >>> 2) + field, bits);
    forEachSlotOf(this.segment, this.worker.record, (slot) => {
      if (slot !== kernelSlot) wakeThread(this.segment, slot);
    });
  }
}
