// Level of detail: what a track mostly did in each bucket of time, remembered tile by tile.
//
// Bucket widths are powers of two, so that panning at one zoom reads what is there and a new zoom costs one walk over
// what is seen. A million segments drawn as a thousand columns are a thousand columns.

import { countUpTo } from "../trace/columns.ts";
import { stateNames, stateNumber, type Track } from "../trace/track.ts";

export const tileBuckets = 256;
const mostTiles = 4000;

/** In a bucket of a tile: the state's number + 1, 0 for none. */
export type Tile = Uint8Array;

const tracks = new WeakMap<Track, number>();
let nextTrack = 1;

function numberOf(track: Track): number {
  let number = tracks.get(track);
  if (!number) {
    number = nextTrack++;
    tracks.set(track, number);
  }
  return number;
}

/**
 * A state that is short and matters is not to drown in one that is long and dull: waiting for the GIL and running are
 * weighed heavier than sleeping and being idle.
 */
const weights = stateNames.map((name) => {
  if (name === "running" || name === "collecting" || name === "native") return 3;
  if (name === "gil_wait") return 3;
  if (name === "ended" || name === "unchanged") return 0.01;
  return 1;
});

export class Tiles {
  private readonly kept = new Map<string, Tile>();
  private readonly sums = new Float64Array(stateNames.length);

  /** The tile number `index` of buckets of 2^level milliseconds. */
  tile(track: Track, level: number, index: number): Tile {
    const key = `${numberOf(track)} ${level} ${index}`;
    const kept = this.kept.get(key);
    if (kept) return kept;
    const made = this.make(track, 2 ** level, index * tileBuckets * 2 ** level);
    if (this.kept.size >= mostTiles) this.kept.clear();
    this.kept.set(key, made);
    return made;
  }

  forget(): void {
    this.kept.clear();
  }

  private make(track: Track, width: number, from: number): Tile {
    const tile = new Uint8Array(tileBuckets);
    const starts = track.starts.values;
    const states = track.states.values;
    const count = track.length;
    let segment = Math.max(0, countUpTo(starts, count, from) - 1);
    for (let bucket = 0; bucket < tileBuckets; bucket++) {
      const begin = from + bucket * width;
      const end = begin + width;
      if (begin >= track.end || segment >= count) break;
      this.sums.fill(0);
      let best = -1;
      for (; segment < count; segment++) {
        const start = Math.max(begin, starts[segment] as number);
        if (start >= end) break;
        const until = segment + 1 < count ? (starts[segment + 1] as number) : track.end;
        const state = states[segment] as number;
        const sum =
          (this.sums[state] as number) +
          (Math.min(end, until) - start + 1e-9) * (weights[state] as number);
        this.sums[state] = sum;
        if (best < 0 || sum > (this.sums[best] as number)) best = state;
        if (until >= end) break;
      }
      tile[bucket] = best < 0 || best === stateNumber.ended ? 0 : best + 1;
    }
    return tile;
  }
}
