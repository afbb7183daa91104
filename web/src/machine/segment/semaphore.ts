// Semaphores between processes. A lock is a semaphore with maximum 1.
//
// The value is the truth; it moves by compare-and-exchange only. Who finds 0 waits in the wait set; release adds,
// then wakes everyone there (few wait, and no wake-up depends on a thread that may be dead by then).
// A killed process does not give back what it holds; `ownerProcess` tells reports who that was.

import { errno } from "./errors.ts";
import { type Segment, semaphoreAt, semaphoreField } from "./layout.ts";
import { wakeAll } from "./wait.ts";

export function tryAcquire(segment: Segment, id: number, pid: number, thread: number): number {
  const { words } = segment;
  const at = semaphoreAt(id);
  if (Atomics.load(words, at + semaphoreField.id) !== id) return -errno.EBADF;
  for (;;) {
    const value = Atomics.load(words, at + semaphoreField.value);
    if (value <= 0) return -errno.EAGAIN;
    if (Atomics.compareExchange(words, at + semaphoreField.value, value, value - 1) === value) {
      Atomics.store(words, at + semaphoreField.ownerProcess, pid);
      Atomics.store(words, at + semaphoreField.ownerThread, thread);
      return 0;
    }
  }
}

/** -EOVERFLOW when the value would pass the maximum. */
export function release(segment: Segment, id: number, count: number): number {
  const { words } = segment;
  const at = semaphoreAt(id);
  if (Atomics.load(words, at + semaphoreField.id) !== id) return -errno.EBADF;
  for (;;) {
    const value = Atomics.load(words, at + semaphoreField.value);
    if (value + count > (words[at + semaphoreField.maximum] as number)) return -errno.EOVERFLOW;
    // Cleared before the permits are there: the next owner writes itself in after it takes one.
    Atomics.store(words, at + semaphoreField.ownerProcess, 0);
    if (Atomics.compareExchange(words, at + semaphoreField.value, value, value + count) === value)
      break;
  }
  wakeAll(segment, at + semaphoreField.acquirable);
  return 0;
}

export function semaphoreValue(segment: Segment, id: number): number {
  const at = semaphoreAt(id);
  if (segment.load(at + semaphoreField.id) !== id) return -errno.EBADF;
  return segment.load(at + semaphoreField.value);
}

/** The pid of who acquired last and has not released; 0 when unknown. */
export function semaphoreHolder(segment: Segment, id: number): number {
  const at = semaphoreAt(id);
  if (segment.load(at + semaphoreField.id) !== id) return -errno.EBADF;
  return segment.load(at + semaphoreField.ownerProcess);
}
