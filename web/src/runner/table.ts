// A comparison as text: a bar a lane, and as a Markdown table.

import type { Comparison } from "./compare.ts";
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
