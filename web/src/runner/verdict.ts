// The verdict: one sentence built from the figures, never more than they say.

import type { Comparison, LaneFigures, LaneResult } from "./compare.ts";
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

const leastRuns = 3;

/** Only an interval of the ratio that stays clear of 1 counts as a difference; one or two runs have none to speak of. */
export function difference(speedUp: Estimate): Difference {
  if (speedUp.count < leastRuns) return "none";
  if (speedUp.low > 1.02) return "faster";
  if (speedUp.high < 0.98) return "slower";
  return "none";
}

export interface VerdictOptions {
  /** How lanes are called in the sentence; their names when absent. */
  label?: (lane: string) => string;
}

type Said = Pick<Comparison, "baseline"> & { lanes: readonly LaneFigures[] };

function join(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Processes: 1.9 times faster than sequential; threads: no clear difference." */
function compared(result: Said, label: (lane: string) => string): string {
  const lanes = result.lanes.filter((l) => l.wall && l.speedUp);
  const of = (kind: Difference) =>
    lanes
      .filter((l) => difference(l.speedUp as Estimate) === kind)
      .sort((a, b) => (b.speedUp as Estimate).median - (a.speedUp as Estimate).median);
  const base = label(result.baseline);
  const words = [
    ...of("faster").map((l) => `${label(l.lane)} ${times(l.speedUp?.median ?? 1)} times faster`),
    ...of("slower").map(
      (l) => `${label(l.lane)} ${times(1 / (l.speedUp?.median ?? 1))} times slower`,
    ),
  ];
  const same = of("none").map((l) => label(l.lane));
  const first = words.length ? `Compared with ${base}: ${join(words)}.` : "";
  const second = same.length
    ? `No clear difference: ${join([...same, ...(words.length ? [] : [base])])}.`
    : "";
  return [first, second].filter(Boolean).join(" ");
}

/** The last line a lane printed, or what ended it. */
function saying(lane: LaneResult): string {
  return lastWords(lane.error ?? lane.runs.at(-1)?.output ?? "");
}

/** What an output comes to, in one line: who waits for whom in a deadlock, else its last line. */
export function lastWords(text: string): string {
  const cycle = /^The cycle: (.*)$/m.exec(text)?.[1];
  if (cycle) return `deadlock, ${cycle.replaceAll("->", "→")}`;
  return text.trim().split("\n").at(-1) ?? "";
}

export function verdict(
  manifest: Pick<Manifest, "kind" | "answers">,
  result: Comparison,
  { label = (lane) => lane }: VerdictOptions = {},
): string {
  const failed = result.lanes.filter((l) => l.error !== undefined);
  const measured = result.lanes.filter((l) => l.wall);
  if (manifest.kind === "race" || manifest.kind === "show") {
    const said = result.lanes.filter((l) => l.wall || l.error);
    if (said.length) return said.map((l) => `${capital(label(l.lane))}: ${saying(l)}.`).join(" ");
  }
  if (measured.length === 0)
    return failed.length
      ? `No lane could be measured: ${failed[0]?.error}`
      : "Nothing was measured.";
  const only = measured[0] as LaneResult;
  const said =
    compared(result, label) ||
    `${capital(label(only.lane))}: ${duration(only.wall?.median ?? Number.NaN)}.`;
  const wrong = answersDiffer(manifest, measured) ? " The lanes printed different answers!" : "";
  const missing = failed.length
    ? ` Not measured: ${failed.map((l) => label(l.lane)).join(", ")}.`
    : "";
  return said + wrong + missing;
}

function answersDiffer(manifest: Pick<Manifest, "answers">, lanes: readonly LaneResult[]): boolean {
  if (manifest.answers === "differ") return false;
  return new Set(lanes.map((l) => l.runs.at(-1)?.output)).size > 1;
}
