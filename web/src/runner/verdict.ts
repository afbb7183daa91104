// The verdict: one sentence built from the figures, never more than they say.

import type { Comparison, LaneResult } from "./compare.ts";
import type { Estimate } from "./statistics.ts";
import type { Manifest } from "./workload.ts";

/** "1.9" or "24": as many digits as the figure deserves. */
export function times(x: number): string {
  return x >= 9.95 ? String(Math.round(x)) : x.toFixed(1);
}

/** Milliseconds for people: "0.42 ms", "38 ms", "2.1 s". */
export function duration(ms: number): string {
  if (!Number.isFinite(ms)) return "–";
  if (ms >= 10_000) return `${(ms / 1000).toFixed(0)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 10) return `${ms.toFixed(0)} ms`;
  return `${ms.toFixed(2)} ms`;
}

type Difference = "faster" | "slower" | "none";

/** Only an interval of the ratio that stays clear of 1 counts as a difference. */
export function difference(speedUp: Estimate): Difference {
  if (speedUp.low > 1.02) return "faster";
  if (speedUp.high < 0.98) return "slower";
  return "none";
}

function part(lane: LaneResult, speedUp: Estimate): string {
  switch (difference(speedUp)) {
    case "faster":
      return `${lane.lane} ${times(speedUp.median)} times faster`;
    case "slower":
      return `${lane.lane} ${times(1 / speedUp.median)} times slower`;
    case "none":
      return `${lane.lane}: no clear difference`;
  }
}

export function verdict(manifest: Pick<Manifest, "kind" | "answers">, result: Comparison): string {
  const failed = result.lanes.filter((l) => l.error !== undefined);
  const measured = result.lanes.filter((l) => l.wall);
  if (measured.length === 0)
    return failed.length
      ? `No lane could be measured: ${failed[0]?.error}`
      : "Nothing was measured.";
  if (manifest.kind === "race")
    return `${measured.map((l) => `${l.lane}: ${l.runs.at(-1)?.output.trim()}`).join("; ")}.`;
  const parts = measured.filter((l) => l.speedUp).map((l) => part(l, l.speedUp as Estimate));
  const compared = parts.length
    ? `Against ${result.baseline} — ${parts.join("; ")}.`
    : `${result.baseline}: ${duration(measured[0]?.wall?.median ?? Number.NaN)}.`;
  const wrong = answersDiffer(manifest, measured) ? " The lanes printed different answers!" : "";
  const missing = failed.length ? ` Not measured: ${failed.map((l) => l.lane).join(", ")}.` : "";
  return compared + wrong + missing;
}

function answersDiffer(manifest: Pick<Manifest, "answers">, lanes: readonly LaneResult[]): boolean {
  if (manifest.answers === "differ") return false;
  return new Set(lanes.map((l) => l.runs.at(-1)?.output)).size > 1;
}
