// Reads the trace of a process out of its memory, without its help (core/trace/outside_view.hpp says what lies there).
//
// A ring's writer never waits for us: we copy, then look again how far it came, and drop what may have been
// overwritten while we copied. Wherever we stop, `missed` counts what we never saw.

import type { ProcessWorker } from "./process-host.ts";

// Words of an OutsideView, an OutsideRing and an OutsideNames page.
const view = { switches: 0, capacity: 1, rings: 2, names: 3, nameCount: 4 } as const;
const ring = { words: 0, written: 1, capacity: 2, next: 3 } as const;
const page = { entries: 256, next: 512 } as const;
const recordBytes = 32;

export interface TraceChunk {
  /** Records of one thread's ring, ordered by time. */
  readonly runs: Uint8Array<ArrayBuffer>[];
  /** Texts that are new, by number from `firstName` on. */
  readonly names: string[];
  readonly firstName: number;
  readonly missed: number;
}

const decoder = new TextDecoder();

export class TraceReader {
  private readonly positions = new Map<number, number>(); // by address of the ring
  private namesSeen = 0;
  private missed = 0;

  constructor(private readonly worker: ProcessWorker) {}

  /** The groups it records from now on, and the records a ring keeps; 0 turns recording off. */
  record(groups: number, capacity: number): void {
    if (this.worker.traceView === 0) return;
    Atomics.store(this.worker.words, this.at(view.capacity), capacity);
    Atomics.store(this.worker.words, this.word(this.at(view.switches)) >>> 2, groups);
  }

  /** What has been recorded since the last call. */
  take(): TraceChunk {
    const runs: Uint8Array<ArrayBuffer>[] = [];
    if (this.worker.traceView !== 0) {
      for (
        let at = this.word(this.at(view.rings));
        at !== 0;
        at = this.word((at >>> 2) + ring.next)
      ) {
        const run = this.takeRing(at >>> 2);
        if (run.length > 0) runs.push(run);
      }
    }
    const firstName = this.namesSeen;
    const names = this.takeNames();
    const { missed } = this;
    this.missed = 0;
    return { runs, names, firstName, missed };
  }

  private at(field: number): number {
    return (this.worker.traceView >>> 2) + field;
  }

  private word(index: number): number {
    return Atomics.load(this.worker.words, index) >>> 0;
  }

  /** A ring's records from our position on. Counts of records are taken modulo 2^32. */
  private takeRing(at: number): Uint8Array<ArrayBuffer> {
    const capacity = this.word(at + ring.capacity);
    const start = this.word(at + ring.words);
    const written = (): number => this.word(this.word(at + ring.written) >>> 2);
    const end = written();
    const from = this.positions.get(at) ?? 0;
    const waiting = (end - from) >>> 0;
    const count = Math.min(waiting, capacity - 1); // one slot may be under the pen
    const first = (end - count) >>> 0;
    const copy = new Uint8Array(count * recordBytes);
    const split = Math.min(count, capacity - (first & (capacity - 1)));
    const copyRecords = (position: number, length: number, to: number): void => {
      const byte = start + (position & (capacity - 1)) * recordBytes;
      copy.set(this.worker.heap.subarray(byte, byte + length * recordBytes), to * recordBytes);
    };
    copyRecords(first, split, 0);
    copyRecords(first + split, count - split, split);
    const torn = Math.min(Math.max(((written() - first) >>> 0) - (capacity - 1), 0), count);
    this.missed += waiting - count + torn;
    this.positions.set(at, end);
    return torn > 0 ? copy.slice(torn * recordBytes) : copy;
  }

  private takeNames(): string[] {
    if (this.worker.traceView === 0) return [];
    const count = this.word(this.at(view.nameCount));
    const names: string[] = [];
    let pageAt = this.word(this.at(view.names)) >>> 2;
    for (let number = 0; number < count; pageAt = this.word(pageAt + page.next) >>> 2) {
      for (let entry = 0; entry < page.entries && number < count; entry++, number++) {
        if (number < this.namesSeen) continue;
        const text = this.word(pageAt + entry * 2);
        const bytes = this.word(pageAt + entry * 2 + 1);
        names.push(decoder.decode(this.worker.heap.slice(text, text + bytes)));
      }
    }
    this.namesSeen = count;
    return names;
  }
}
