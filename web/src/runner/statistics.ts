// Medians and what can be said about them: percentile bootstrap intervals (Efron 1979) of a median, and of the ratio of
// two medians. Seeded, so the same samples give the same interval.

import { seededRandom } from "./random.ts";

export interface Interval {
  low: number;
  high: number;
}

export interface Estimate extends Interval {
  median: number;
  count: number;
}

const resamples = 2000;

export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The 95 % interval of `statistic` over resamples of the given groups, each drawn with replacement from itself. */
function bootstrap(
  groups: readonly (readonly number[])[],
  statistic: (groups: readonly number[][]) => number,
): Interval {
  const random = seededRandom(groups.reduce((sum, group) => sum + group.length, 1));
  const results: number[] = [];
  for (let k = 0; k < resamples; k++)
    results.push(
      statistic(
        groups.map((group) =>
          group.map(() => group[Math.floor(random() * group.length)] as number),
        ),
      ),
    );
  results.sort((a, b) => a - b);
  return {
    low: results[Math.floor(resamples * 0.025)] as number,
    high: results[Math.floor(resamples * 0.975)] as number,
  };
}

/** Median and its 95 % interval. One sample has no spread: the interval is that sample. */
export function estimate(values: readonly number[]): Estimate {
  const interval =
    values.length < 2
      ? { low: values[0] ?? Number.NaN, high: values[0] ?? Number.NaN }
      : bootstrap([values], ([group]) => median(group as number[]));
  return { median: median(values), count: values.length, ...interval };
}

/** How many times longer `a` takes than `b`: ratio of medians with its 95 % interval. */
export function ratio(a: readonly number[], b: readonly number[]): Estimate {
  const interval =
    a.length < 2 || b.length < 2
      ? { low: median(a) / median(b), high: median(a) / median(b) }
      : bootstrap([a, b], ([x, y]) => median(x as number[]) / median(y as number[]));
  return { median: median(a) / median(b), count: Math.min(a.length, b.length), ...interval };
}

/** Half the interval's width against the median: how well the median is known. */
export function spread(e: Estimate): number {
  return e.median > 0 ? (e.high - e.low) / 2 / e.median : 0;
}
