// Pipes: byte rings in the segment, any number of readers and writers in any process.
//
// 1. `head` counts bytes written, `tail` bytes read, both modulo 2^32; head - tail is what the ring holds.
// 2. Only the holder of `writeLock` copies in and moves head; only the holder of `readLock` copies out and moves
//    tail. Bytes are copied plainly before the atomic store that publishes them.
// 3. A lock is held for one copy, never across a sleep. Who finds it taken marks it contended and waits in the
//    wait set of its side; the holder wakes that set when it lets go of a contended lock.
// 4. A write of up to `atomicBytes` is never mixed with another's; a longer one may be.
// 5. Locks of threads that are gone are broken by the kernel (kernel/objects.ts): head and tail move last, so
//    the ring is consistent at every moment.

import { errno } from "./errors.ts";
import { pipeAt, pipeField, type Segment } from "./layout.ts";
import { enter, wakeAll } from "./wait.ts";

export const atomicBytes = 4096;
export const defaultCapacity = 64 * 1024;

export const pipeEnd = { read: 0, write: 1 } as const;
export type PipeEnd = (typeof pipeEnd)[keyof typeof pipeEnd];

const smallCopy = 48; // below this a loop is quicker than making two views

function copy(from: Uint8Array, at: number, to: Uint8Array, target: number, length: number): void {
  if (length <= smallCopy) {
    for (let index = 0; index < length; index++) to[target + index] = from[at + index] as number;
  } else {
    to.set(from.subarray(at, at + length), target);
  }
}

function tryLock(segment: Segment, lock: number, contended: number, slot: number): boolean {
  if (Atomics.compareExchange(segment.words, lock, 0, slot + 1) === 0) return true;
  Atomics.store(segment.words, contended, 1);
  return Atomics.compareExchange(segment.words, lock, 0, slot + 1) === 0;
}

function unlock(segment: Segment, lock: number, contended: number, set: number): void {
  Atomics.store(segment.words, lock, 0);
  if (Atomics.load(segment.words, contended) !== 0) {
    Atomics.store(segment.words, contended, 0);
    wakeAll(segment, set);
  }
}

/** Bytes read; 0 at the end (every writer closed); -EAGAIN when it would have to wait; -EBADF. */
export function tryRead(
  segment: Segment,
  slot: number,
  id: number,
  to: Uint8Array,
  at: number,
  length: number,
): number {
  const { words } = segment;
  const pipe = pipeAt(id);
  if (Atomics.load(words, pipe + pipeField.id) !== id) return -errno.EBADF;
  if (length === 0) return 0;
  const head = pipe + pipeField.head;
  if (Atomics.load(words, head) === Atomics.load(words, pipe + pipeField.tail)) {
    if (Atomics.load(words, pipe + pipeField.writers) > 0) return -errno.EAGAIN;
    // The last writer may have written between the two looks, and closed after it.
    if (Atomics.load(words, head) === Atomics.load(words, pipe + pipeField.tail)) return 0;
  }
  const lock = pipe + pipeField.readLock;
  if (!tryLock(segment, lock, pipe + pipeField.readContended, slot)) return -errno.EAGAIN;
  const tail = Atomics.load(words, pipe + pipeField.tail);
  const count = Math.min(length, (Atomics.load(words, head) - tail) >>> 0);
  if (count > 0) {
    const capacity = words[pipe + pipeField.capacity] as number;
    const buffer = words[pipe + pipeField.buffer] as number;
    const from = tail & (capacity - 1);
    const first = Math.min(count, capacity - from);
    copy(segment.bytes, buffer + from, to, at, first);
    if (first < count) copy(segment.bytes, buffer, to, at + first, count - first);
    Atomics.store(words, pipe + pipeField.tail, (tail + count) | 0);
  }
  unlock(segment, lock, pipe + pipeField.readContended, pipe + pipeField.readable);
  if (count === 0) return -errno.EAGAIN;
  wakeAll(segment, pipe + pipeField.writable);
  return count;
}

/** Bytes written (all of them when there are at most `atomicBytes`); -EAGAIN, -EPIPE, -EBADF. */
export function tryWrite(
  segment: Segment,
  slot: number,
  id: number,
  from: Uint8Array,
  at: number,
  length: number,
): number {
  const { words } = segment;
  const pipe = pipeAt(id);
  if (Atomics.load(words, pipe + pipeField.id) !== id) return -errno.EBADF;
  if (Atomics.load(words, pipe + pipeField.readers) <= 0) return -errno.EPIPE;
  if (length === 0) return 0;
  const capacity = words[pipe + pipeField.capacity] as number;
  const needed = Math.min(length, atomicBytes, capacity);
  const headWord = pipe + pipeField.head;
  const used = (Atomics.load(words, headWord) - Atomics.load(words, pipe + pipeField.tail)) >>> 0;
  if (capacity - used < needed) return -errno.EAGAIN;
  const lock = pipe + pipeField.writeLock;
  if (!tryLock(segment, lock, pipe + pipeField.writeContended, slot)) return -errno.EAGAIN;
  const head = Atomics.load(words, headWord);
  const space = capacity - ((head - Atomics.load(words, pipe + pipeField.tail)) >>> 0);
  const count = space < needed ? 0 : Math.min(length, space);
  if (count > 0) {
    const buffer = words[pipe + pipeField.buffer] as number;
    const to = head & (capacity - 1);
    const first = Math.min(count, capacity - to);
    copy(from, at, segment.bytes, buffer + to, first);
    if (first < count) copy(from, at + first, segment.bytes, buffer, count - first);
    Atomics.store(words, headWord, (head + count) | 0);
  }
  unlock(segment, lock, pipe + pipeField.writeContended, pipe + pipeField.writable);
  if (count === 0) return -errno.EAGAIN;
  wakeAll(segment, pipe + pipeField.readable);
  return count;
}

export const poll = { readable: 1, writable: 2, noWriter: 4, noReader: 8 } as const;

/** Bits of `poll`, or -EBADF. */
export function pollPipe(segment: Segment, id: number): number {
  const { words } = segment;
  const pipe = pipeAt(id);
  if (Atomics.load(words, pipe + pipeField.id) !== id) return -errno.EBADF;
  const used =
    (Atomics.load(words, pipe + pipeField.head) - Atomics.load(words, pipe + pipeField.tail)) >>> 0;
  const capacity = words[pipe + pipeField.capacity] as number;
  let bits = 0;
  if (used > 0) bits |= poll.readable;
  if (capacity - used >= Math.min(atomicBytes, capacity)) bits |= poll.writable;
  if (Atomics.load(words, pipe + pipeField.writers) <= 0) bits |= poll.noWriter;
  if (Atomics.load(words, pipe + pipeField.readers) <= 0) bits |= poll.noReader;
  return bits;
}

/** Puts the thread into the wait set of one side; the caller looks again before it sleeps. */
export function watchPipe(segment: Segment, slot: number, id: number, end: PipeEnd): void {
  enter(segment, pipeWaitSet(id, end), slot);
}

export function pipeWaitSet(id: number, end: PipeEnd): number {
  return pipeAt(id) + (end === pipeEnd.read ? pipeField.readable : pipeField.writable);
}
