// Runs of records, each ordered by time, as one.

import { recordBytes } from "./record.ts";

interface Run {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

const asRun = (bytes: Uint8Array): Run => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

/** Two runs, equal times in the order of the runs. */
function mergeTwo(a: Run, b: Run): Run {
  const merged = new Uint8Array(a.bytes.length + b.bytes.length);
  let [i, j, to] = [0, 0, 0];
  while (i < a.bytes.length && j < b.bytes.length) {
    // What goes over in one piece: all of one run up to the other's next time.
    const [from, start, until] =
      a.view.getBigInt64(i, true) <= b.view.getBigInt64(j, true)
        ? [a, i, b.view.getBigInt64(j, true)]
        : [b, j, a.view.getBigInt64(i, true) - 1n];
    let end = start;
    while (end < from.bytes.length && from.view.getBigInt64(end, true) <= until) end += recordBytes;
    merged.set(from.bytes.subarray(start, end), to);
    to += end - start;
    if (from === a) i = end;
    else j = end;
  }
  merged.set(a.bytes.subarray(i), to);
  merged.set(b.bytes.subarray(j), to + a.bytes.length - i);
  return asRun(merged);
}

/** All records of all runs, ordered by time. */
export function mergeRuns(runs: readonly Uint8Array[]): Uint8Array {
  let left = runs.filter((run) => run.length > 0).map(asRun);
  while (left.length > 1) {
    const merged: Run[] = [];
    for (let index = 0; index < left.length; index += 2) {
      const [a, b] = [left[index] as Run, left[index + 1]];
      merged.push(b ? mergeTwo(a, b) : a);
    }
    left = merged;
  }
  return left[0]?.bytes ?? new Uint8Array(0);
}
