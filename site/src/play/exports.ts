// Saving: what was measured as JSON, CSV and a picture (SVG).

import { duration, type LaneFigures, type MachineFacts, type ParameterValues, times } from "gilbox";
import { laneLook } from "./lane-names.ts";

export interface Exported {
  title: string;
  workload: string;
  parameters: ParameterValues;
  seed: number;
  verdict: string;
  machine: MachineFacts | undefined;
  warnings: readonly string[];
  lanes: readonly (LaneFigures & { runs: readonly { wall: number }[] })[];
}

export function save(name: string, text: string, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function asJson(result: Exported): string {
  const about = { schema: 2, date: new Date().toISOString(), place: navigator.userAgent };
  return `${JSON.stringify({ ...about, ...result }, null, 1)}\n`;
}

/** One row a run. */
export function asCsv(result: Exported): string {
  const rows = result.lanes.flatMap(({ lane, runs }) =>
    runs.map(({ wall }, index) => [result.workload, lane, index + 1, wall.toFixed(3)].join(",")),
  );
  return ["workload,lane,run,wall_ms", ...rows, ""].join("\n");
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const fills: Record<string, string> = {
  "--sequential": "#6b6f76",
  "--threads": "#0072b2",
  "--processes": "#b85c00",
  "--tasks": "#00795a",
  "--other": "#9a5583",
};

/** The bars as a picture for slides: its own colours, no style sheet. */
export function asSvg(result: Exported): string {
  const longest = Math.max(...result.lanes.map((l) => l.wall?.high ?? 0), 1e-9);
  const [left, width, row] = [150, 420, 36];
  const height = 90 + result.lanes.length * row;
  const bars = result.lanes.map(({ lane, wall, speedUp }, index) => {
    const y = 56 + index * row;
    const look = laneLook(lane);
    const size = wall ? Math.max(1, (width * wall.median) / longest) : 0;
    const note = speedUp ? `, ${times(speedUp.median)} ×` : "";
    return [
      `<text x="${left - 10}" y="${y + 17}" text-anchor="end">${escaped(look.label)}</text>`,
      `<rect x="${left}" y="${y}" width="${size.toFixed(1)}" height="24" rx="2" fill="${fills[look.color] ?? "#666"}"/>`,
      `<text x="${left + size + 8}" y="${y + 17}">${wall ? duration(wall.median) : "–"}${note}</text>`,
    ].join("\n");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="${height}" viewBox="0 0 760 ${height}" font-family="system-ui, sans-serif" font-size="14" fill="#1b1d20">`,
    `<rect width="760" height="${height}" fill="#fff"/>`,
    `<text x="20" y="32" font-size="20" font-weight="600">${escaped(result.title)}</text>`,
    ...bars,
    `<text x="20" y="${height - 14}" fill="#5a5e64">${escaped(result.verdict)}</text>`,
    "</svg>",
    "",
  ].join("\n");
}
