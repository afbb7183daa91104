// A comparison as text: a bar a lane, and as a Markdown table.

import type { Comparison } from "./compare.ts";
import { ratio } from "./statistics.ts";
import { duration, lastWords, times } from "./verdict.ts";

const barWidth = 30;

export function textTable(result: Comparison): string {
  const longest = Math.max(...result.lanes.map((l) => l.wall?.median ?? 0), 1e-9);
  let text = "";
  for (const { lane, wall, speedUp, error, runs } of result.lanes) {
    const name = lane.padEnd(12);
    if (!wall) {
      text += `  ${name} ${error === undefined ? "not measured" : lastWords(error)}\n`;
      continue;
    }
    const bar = "█".repeat(Math.max(1, Math.round((barWidth * wall.median) / longest)));
    const interval = `${duration(wall.low)} … ${duration(wall.high)}`;
    const against = speedUp
      ? `${times(speedUp.median)} × (${times(speedUp.low)} … ${times(speedUp.high)})`
      : "";
    text += `  ${name} ${bar.padEnd(barWidth)} ${duration(wall.median).padStart(8)}  ${interval.padEnd(20)} ${against.padEnd(20)} ${runs.length} runs\n`;
  }
  return text;
}

/** The same lanes on two engines, one line a lane: both times, and how many times the first takes of the second's. */
export function besideTable(ours: Comparison, theirs: Comparison): string {
  let text = `  ${"beside CPython".padEnd(14)} ${"gilbox".padStart(9)} ${"CPython".padStart(9)}  time of CPython's\n`;
  for (const { lane, wall, runs } of ours.lanes) {
    const other = theirs.lanes.find((l) => l.lane === lane);
    if (!wall || !other?.wall) continue;
    const walls = (all: Comparison["lanes"][number]["runs"]) => all.map((run) => run.wall);
    const { median, low, high } = ratio(walls(runs), walls(other.runs));
    text += `  ${lane.padEnd(14)} ${duration(wall.median).padStart(9)} ${duration(other.wall.median).padStart(9)}  ${median.toFixed(2)} × (${low.toFixed(2)} … ${high.toFixed(2)})\n`;
  }
  return text;
}

export function markdownTable(
  workload: string,
  engine: string,
  result: Comparison,
  verdict: string,
): string {
  const rows = result.lanes.map(({ lane, wall, speedUp, error, runs }) =>
    wall
      ? `| ${lane} | ${duration(wall.median)} | ${duration(wall.low)} … ${duration(wall.high)} | ${speedUp ? times(speedUp.median) : ""} | ${runs.length} |`
      : `| ${lane} | ${error === undefined ? "not measured" : lastWords(error)} | | | 0 |`,
  );
  return [
    `### ${workload} (${engine})`,
    "",
    "| lane | median | 95 % interval | times faster | runs |",
    "| --- | --: | --: | --: | --: |",
    ...rows,
    "",
    verdict,
    "",
  ].join("\n");
}
