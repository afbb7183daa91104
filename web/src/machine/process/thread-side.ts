// The machine as one thread of a process sees it: what wasm/machine/library.js calls, in the worker of that thread.
//
// Every function that waits looks at the kill word before each sleep and ends the thread when it is set; with
// `interruptible` it also returns -EINTR when a signal is pending. Times are milliseconds, Infinity waits for ever.

import { controlBlock, systemCall } from "../../protocol/system-calls.ts";
import { errno } from "../segment/errors.ts";
import {
  callState,
  eventAt,
  eventField,
  header,
  kernelSlot,
  processAt,
  processField,
  type Segment,
  semaphoreAt,
  semaphoreField,
  threadAt,
  threadField,
} from "../segment/layout.ts";
import { pipeEnd, pipeWaitSet, pollPipe, tryRead, tryWrite } from "../segment/pipe.ts";
import { findRecord, hasEnded, readProcess } from "../segment/process-table.ts";
import { release, semaphoreHolder, semaphoreValue, tryAcquire } from "../segment/semaphore.ts";
import { enter, leave, park, parkWord, wakeThread } from "../segment/wait.ts";

/** Thrown through WebAssembly to end a thread at once; Emscripten takes this very string for a quiet end. */
const unwind = "unwind";

/** What waitable objects are called at the border to C++; wasm/machine/imports.hpp has the same numbers. */
export const waitKind = { pipeRead: 0, pipeWrite: 1, semaphore: 2, process: 3, event: 4 } as const;

export class ThreadSide {
  private readonly words: Int32Array;
  private readonly heap: Uint8Array;
  private readonly heapWords: Int32Array;
  private readonly control: number; // index in heapWords
  private readonly call: number; // index of the slot's words
  threadName = "main";

  constructor(
    private readonly segment: Segment,
    private readonly record: number,
    readonly slot: number,
    memory: WebAssembly.Memory,
  ) {
    this.words = segment.words;
    this.heap = new Uint8Array(memory.buffer);
    this.heapWords = new Int32Array(memory.buffer);
    this.control = segment.load(processAt(record) + processField.control) >>> 2;
    this.call = threadAt(slot);
  }

  // ---- this process

  get pid(): number {
    return this.words[processAt(this.record) + processField.pid] as number;
  }

  get parent(): number {
    return this.words[processAt(this.record) + processField.parent] as number;
  }

  /** The pipe behind descriptor 0, 1 or 2. */
  standardPipe(descriptor: number): number {
    return this.words[processAt(this.record) + processField.input + descriptor] as number;
  }

  isKilled(): boolean {
    return Atomics.load(this.heapWords, this.control + controlBlock.kill) !== 0;
  }

  /** Ends this thread without running anything of it again. */
  die(): never {
    Atomics.store(this.words, this.call + threadField.gone, 1);
    throw unwind;
  }

  exit(code: number): never {
    this.post(systemCall.exit, code, 0, 0, 0, 0, 0);
    this.die();
  }

  crash(text: string): void {
    const { buffer } = this.heap;
    const bytes = new TextEncoder().encode(text).subarray(0, 4096);
    // The top of the memory belongs to whoever crashed; the process ends, nobody will miss it.
    const at = buffer.byteLength - bytes.length;
    this.heap.set(bytes, at);
    this.post(systemCall.crash, at, bytes.length, 0, 0, 0, 0);
  }

  // ---- waiting

  parkWord(): number {
    return parkWord(this.segment, this.slot);
  }

  /** One sleep; false when the time ran out. Ends the thread when the process is killed. */
  park(seen: number, milliseconds: number): boolean {
    if (this.isKilled()) this.die();
    const woken = park(this.segment, this.slot, seen, milliseconds);
    if (this.isKilled()) this.die();
    return woken;
  }

  ring(slot: number): void {
    wakeThread(this.segment, slot);
  }

  private waitSetOf(kind: number, id: number): number {
    switch (kind) {
      case waitKind.pipeRead:
        return pipeWaitSet(id, pipeEnd.read);
      case waitKind.pipeWrite:
        return pipeWaitSet(id, pipeEnd.write);
      case waitKind.semaphore:
        return semaphoreAt(id) + semaphoreField.acquirable;
      case waitKind.event:
        return eventAt(id) + eventField.happened;
      default: {
        const record = findRecord(this.segment, id);
        return record < 0 ? -1 : processAt(record) + processField.exited;
      }
    }
  }

  watch(kind: number, id: number): number {
    const set = this.waitSetOf(kind, id);
    if (set < 0) return -errno.ESRCH;
    enter(this.segment, set, this.slot);
    return 0;
  }

  unwatch(kind: number, id: number): void {
    const set = this.waitSetOf(kind, id);
    if (set >= 0) leave(this.segment, set, this.slot);
  }

  private signalPending(): boolean {
    return Atomics.load(this.heapWords, this.control + controlBlock.signals) !== 0;
  }

  /** Repeats `attempt` until it does not answer -EAGAIN, sleeping in the wait set between. */
  private waitFor(
    set: number,
    milliseconds: number,
    interruptible: boolean,
    attempt: () => number,
  ): number {
    if (milliseconds <= 0) return -errno.EAGAIN;
    const deadline = milliseconds === Infinity ? Infinity : performance.now() + milliseconds;
    for (;;) {
      const seen = this.parkWord();
      if (this.isKilled()) this.die();
      if (interruptible && this.signalPending()) return -errno.EINTR;
      enter(this.segment, set, this.slot);
      const result = attempt();
      if (result !== -errno.EAGAIN) {
        leave(this.segment, set, this.slot);
        return result;
      }
      const left = deadline - performance.now();
      if (left <= 0 || !park(this.segment, this.slot, seen, left)) {
        leave(this.segment, set, this.slot);
        if (this.isKilled()) this.die();
        return -errno.ETIMEDOUT;
      }
    }
  }

  // ---- pipes

  /** At least one byte, 0 at the end, or an error; a time of 0 or less does not wait (-EAGAIN). */
  read(
    pipe: number,
    to: number,
    length: number,
    milliseconds: number,
    interruptible: boolean,
  ): number {
    const at = to >>> 0;
    const attempt = (): number =>
      tryRead(this.segment, this.slot, pipe, this.heap, at, length >>> 0);
    const result = attempt();
    if (result !== -errno.EAGAIN) return result;
    return this.waitFor(pipeWaitSet(pipe, pipeEnd.read), milliseconds, interruptible, attempt);
  }

  /** Waits until everything is written; when cut short, how much was, or the error if nothing was. */
  write(
    pipe: number,
    from: number,
    length: number,
    milliseconds: number,
    interruptible: boolean,
  ): number {
    const start = from >>> 0;
    const total = length >>> 0;
    let done = 0;
    const attempt = (): number =>
      tryWrite(this.segment, this.slot, pipe, this.heap, start + done, total - done);
    const set = pipeWaitSet(pipe, pipeEnd.write);
    do {
      let result = attempt();
      if (result === -errno.EAGAIN)
        result = this.waitFor(set, milliseconds, interruptible, attempt);
      if (result < 0) return done > 0 ? done : result;
      done += result;
    } while (done < total);
    return done;
  }

  poll(pipe: number): number {
    return pollPipe(this.segment, pipe);
  }

  // ---- semaphores

  acquire(semaphore: number, milliseconds: number, interruptible: boolean): number {
    const attempt = (): number => tryAcquire(this.segment, semaphore, this.pid, this.slot);
    const result = attempt();
    if (result !== -errno.EAGAIN) return result;
    return this.waitFor(
      semaphoreAt(semaphore) + semaphoreField.acquirable,
      milliseconds,
      interruptible,
      attempt,
    );
  }

  release(semaphore: number, count: number): number {
    return release(this.segment, semaphore, count);
  }

  semaphoreValue(semaphore: number): number {
    return semaphoreValue(this.segment, semaphore);
  }

  eventMoves(event: number): number {
    return this.segment.load(eventAt(event) + eventField.value);
  }

  semaphoreHolder(semaphore: number): number {
    return semaphoreHolder(this.segment, semaphore);
  }

  // ---- processes

  /** Writes the first process from `record` on as a process record of blocks.hpp; the next record, or 0. */
  nextProcess(record: number, to: number): number {
    const used = this.segment.load(header.processesUsed);
    for (let index = record; index < used; index++) {
      const info = readProcess(this.segment, index);
      if (!info) continue;
      const at = processAt(index);
      new Float64Array(this.heap.buffer, to, 1)[0] = info.started;
      const { pid, parent, threads } = info;
      const { state, exitCode, memoryPages, commandBytes } = processField;
      const words = [pid, parent, this.segment.load(at + state), this.segment.load(at + exitCode)];
      const length = this.segment.load(at + commandBytes);
      words.push(threads, this.segment.load(at + memoryPages), length);
      this.heapWords.set(words, (to >>> 2) + 2);
      const text = (at + processField.command) * 4;
      this.heap.set(this.segment.bytes.subarray(text, text + length), to + (2 + words.length) * 4);
      return index + 1;
    }
    return 0;
  }

  /** The state of a process in the table, or -ESRCH; its exit code goes to `to` when it ended. */
  processState(pid: number, to: number): number {
    const record = findRecord(this.segment, pid);
    if (record < 0) return -errno.ESRCH;
    const state = this.segment.load(processAt(record) + processField.state);
    if (hasEnded(state))
      this.heapWords[to >>> 2] = this.segment.load(processAt(record) + processField.exitCode);
    return state;
  }

  /** 0 when the process ended (its exit code in `to`), or -ESRCH, -ETIMEDOUT, -EINTR. */
  waitForExit(pid: number, to: number, milliseconds: number, interruptible: boolean): number {
    const attempt = (): number => {
      const state = this.processState(pid, to);
      if (state < 0) return state;
      return hasEnded(state) ? 0 : -errno.EAGAIN;
    };
    const result = attempt();
    if (result !== -errno.EAGAIN) return result;
    return this.waitFor(
      this.waitSetOf(waitKind.process, pid),
      milliseconds,
      interruptible,
      attempt,
    );
  }

  // ---- shared memory: plain copies between the segment and this process

  sharedRead(offset: number, to: number, length: number): void {
    this.heap.set(this.segment.bytes.subarray(offset, offset + length), to >>> 0);
  }

  sharedWrite(offset: number, from: number, length: number): void {
    this.segment.bytes.set(this.heap.subarray(from >>> 0, (from >>> 0) + length), offset);
  }

  /** Bytes nobody can guess. */
  fillRandom(to: number, length: number): void {
    // getRandomValues takes no shared memory and at most 65536 bytes.
    for (let at = 0; at < length; at += 65536) {
      const bytes = crypto.getRandomValues(new Uint8Array(Math.min(65536, length - at)));
      this.heap.set(bytes, (to >>> 0) + at);
    }
  }

  // ---- system calls

  private post(
    number: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): void {
    const { words, call } = this;
    words[call + threadField.callNumber] = number;
    words[call + threadField.callArguments] = a;
    words[call + threadField.callArguments + 1] = b;
    words[call + threadField.callArguments + 2] = c;
    words[call + threadField.callArguments + 3] = d;
    words[call + threadField.callArguments + 4] = e;
    words[call + threadField.callArguments + 5] = f;
    Atomics.store(words, call + threadField.callState, callState.posted);
    wakeThread(this.segment, kernelSlot);
  }

  /** Asks the kernel worker and waits for its answer: not interruptible, answers come at once. */
  systemCall(number: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0): number {
    this.post(number, a, b, c, d, e, f);
    const { words, call } = this;
    for (;;) {
      const seen = this.parkWord();
      if (Atomics.load(words, call + threadField.callState) === callState.answered) break;
      if (this.isKilled()) this.die();
      park(this.segment, this.slot, seen, Infinity);
    }
    Atomics.store(words, call + threadField.callState, callState.idle);
    return words[call + threadField.callResult] as number;
  }
}
