// Parking and waking: how any thread of any process waits for something in the segment.
//
// 1. A thread sleeps in one place only: on the park word of its own slot.
// 2. To wait: load the park word, look for a kill or signal, put the own bit into the wait sets of what is
//    waited for, look at the condition once more, sleep while the park word is unchanged; then start over.
// 3. To wake: change the condition, then for each bit in the wait set add one to that thread's park word and
//    notify it. The bit stays until the waiter leaves the set.
// 4. All of it is sequentially consistent (Atomics), so either the waiter's second look sees the change, or the
//    waker sees the bit, or the park word changes before the sleep: no wake-up is lost.
// 5. Wake-ups may be spurious: everyone loops. Bits of dead threads are taken out by the kernel.
// 6. Kill and signals bump the park words of the process: they need no list of what its threads wait for.

import { header, type Segment, threadAt, threadField, waitSet } from "./layout.ts";

export function parkWord(segment: Segment, slot: number): number {
  return Atomics.load(segment.words, threadAt(slot) + threadField.park);
}

// A sleep and a wake-up cost 20 to 50 µs; an answer that comes sooner is met awake. How long this worker looks
// before it sleeps follows what looking brought: twice as long after a success, half as long after a failure.
const longestLook = 0.04; // milliseconds
const shortestLook = 0.002;
let look = 0.02;

function changesSoon(words: Int32Array, word: number, seen: number): boolean {
  const end = performance.now() + look;
  do {
    for (let times = 0; times < 100; times++) {
      if (Atomics.load(words, word) !== seen) {
        look = Math.min(look * 2, longestLook);
        return true;
      }
    }
  } while (performance.now() < end);
  look = Math.max(look / 2, shortestLook);
  return false;
}

/** Sleeps while the park word is `seen`. False when the time (milliseconds) ran out. */
export function park(segment: Segment, slot: number, seen: number, milliseconds: number): boolean {
  const word = threadAt(slot) + threadField.park;
  const { words } = segment;
  if (changesSoon(words, word, seen)) return true;
  Atomics.store(words, threadAt(slot) + threadField.asleep, 1);
  const result = Atomics.wait(words, word, seen, milliseconds);
  Atomics.store(words, threadAt(slot) + threadField.asleep, 0);
  return result !== "timed-out";
}

export function wakeThread(segment: Segment, slot: number): void {
  const word = threadAt(slot) + threadField.park;
  Atomics.add(segment.words, word, 1);
  Atomics.notify(segment.words, word);
}

export function enter(segment: Segment, set: number, slot: number): void {
  Atomics.or(segment.words, set + waitSet.summaryWords + (slot >>> 5), 1 << (slot & 31));
  Atomics.or(segment.words, set + (slot >>> 10), 1 << ((slot >>> 5) & 31));
}

export function leave(segment: Segment, set: number, slot: number): void {
  Atomics.and(segment.words, set + waitSet.summaryWords + (slot >>> 5), ~(1 << (slot & 31)));
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Wakes everyone in the set. Two loads when nobody waits. */
export function wakeAll(segment: Segment, set: number): void {
  const { words } = segment;
  for (let summary = 0; summary < waitSet.summaryWords; summary++) {
    for (let groups = Atomics.load(words, set + summary); groups !== 0; groups &= groups - 1) {
      const index = lowestBit(groups);
      const group = summary * waitSet.wordsPerSummary + index;
      const word = set + waitSet.summaryWords + group;
      if (Atomics.load(words, word) === 0) {
        // Everyone there has left. Who enters meanwhile sets the word first, so the second look finds it.
        Atomics.and(words, set + summary, ~(1 << index));
        if (Atomics.load(words, word) === 0) continue;
        Atomics.or(words, set + summary, 1 << index);
      }
      for (let bits = Atomics.load(words, word); bits !== 0; bits &= bits - 1) {
        wakeThread(segment, group * 32 + lowestBit(bits));
      }
    }
  }
}

/** Calls back for every thread slot that ever was in use. */
export function forEachSlotOf(
  segment: Segment,
  record: number,
  visit: (slot: number) => void,
): void {
  const used = segment.load(header.threadsUsed);
  for (let slot = 1; slot < used; slot++) {
    if (segment.load(threadAt(slot) + threadField.owner) === record + 1) visit(slot);
  }
}
