// Memory of the segment's arena: first fit over a list of free ranges, sorted, neighbours joined. Kernel worker only.

import { arenaAt, header, type Segment } from "../segment/layout.ts";

const grain = 64; // bytes: ranges begin on cache lines

interface Range {
  start: number;
  length: number;
}

export class Arena {
  private readonly free: Range[];

  constructor(segment: Segment) {
    const start = Math.ceil((arenaAt * 4) / grain) * grain;
    const end = arenaAt * 4 + (segment.words[header.arenaBytes] as number);
    this.free = [{ start, length: end - start }];
  }

  /** Byte offset in the segment, or undefined when nothing that large is free. Not cleared. */
  allocate(bytes: number): number | undefined {
    const length = Math.max(grain, Math.ceil(bytes / grain) * grain);
    const index = this.free.findIndex((range) => range.length >= length);
    const range = this.free[index];
    if (!range) return undefined;
    const { start } = range;
    range.start += length;
    range.length -= length;
    if (range.length === 0) this.free.splice(index, 1);
    return start;
  }

  release(start: number, bytes: number): void {
    const length = Math.max(grain, Math.ceil(bytes / grain) * grain);
    let index = this.free.findIndex((range) => range.start > start);
    if (index < 0) index = this.free.length;
    this.free.splice(index, 0, { start, length });
    this.joinWithNext(index);
    if (index > 0) this.joinWithNext(index - 1);
  }

  get freeBytes(): number {
    return this.free.reduce((sum, range) => sum + range.length, 0);
  }

  private joinWithNext(index: number): void {
    const range = this.free[index];
    const next = this.free[index + 1];
    if (!range || !next || range.start + range.length !== next.start) return;
    range.length += next.length;
    this.free.splice(index + 1, 1);
  }
}
