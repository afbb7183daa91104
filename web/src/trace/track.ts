// A track: what one process, thread, task or event loop was doing, as segments on the common axis.
//
// Segment i is from starts[i] to starts[i + 1] (the last one to the track's end) in states[i]. rows[i] is the record that
// began it, which says more: waited for what, held by whom.

import { countUpTo, Growing } from "./columns.ts";
import { type StateName, states } from "./events.ts";

export const stateNames = Object.keys(states) as StateName[];
export const stateNumber = Object.fromEntries(
  stateNames.map((name, index) => [name, index]),
) as Record<StateName, number>;

export type TrackKind = "process" | "thread" | "loop" | "task";

export class Track {
  readonly starts = new Growing((n) => new Float64Array(n));
  readonly states = new Growing((n) => new Uint8Array(n));
  readonly rows = new Growing((n) => new Int32Array(n));
  /** Milliseconds; grows with the trace until the track has ended. */
  end = 0;
  name = "";

  constructor(
    readonly kind: TrackKind,
    readonly pid: number,
    readonly id: number,
  ) {}

  get length(): number {
    return this.starts.length;
  }

  get begin(): number {
    return this.length ? this.starts.at(0) : 0;
  }

  /** Times never fall; a change to the same state is none. */
  change(time: number, state: number, row: number): void {
    const last = this.length - 1;
    const at = last < 0 ? time : Math.max(time, this.starts.at(last));
    this.end = Math.max(this.end, at);
    if (last >= 0 && this.states.at(last) === state) {
      this.rows.values[last] = row; // the later record says more of the same
      return;
    }
    this.starts.push(at);
    this.states.push(state);
    this.rows.push(row);
  }

  /** The segment that holds a time, or -1. */
  segmentAt(time: number): number {
    if (time > this.end) return -1;
    return countUpTo(this.starts.values, this.length, time) - 1;
  }

  endOf(segment: number): number {
    return segment + 1 < this.length ? this.starts.at(segment + 1) : this.end;
  }

  /** Milliseconds in each state between two times, by state number. */
  durations(from = this.begin, to = this.end): Float64Array {
    const sums = new Float64Array(stateNames.length);
    for (let i = Math.max(0, this.segmentAt(from)); i < this.length; i++) {
      const start = Math.max(from, this.starts.at(i));
      if (start >= to) break;
      const length = Math.min(to, this.endOf(i)) - start;
      const state = this.states.at(i);
      sums[state] = (sums[state] as number) + Math.max(0, length);
    }
    return sums;
  }
}
