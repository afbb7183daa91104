// Results as files: JSON (versioned, checked when read), CSV, Markdown.

import type { Comparison, LaneFigures } from "./compare.ts";
import type { MachineFacts } from "./machine-facts.ts";
import { markdownTable } from "./table.ts";
import type { ParameterValues } from "./workload.ts";

export const reportSchema = 2;

export interface MeasuredWorkload {
  workload: string;
  engine: "gilbox" | "cpython";
  parameters: ParameterValues;
  result: Comparison;
  verdict: string;
  warnings: string[];
}

export interface Report {
  schema: typeof reportSchema;
  /** ISO 8601. */
  date: string;
  environment: { place: string; platform: string; processor: string; cores: number };
  machine: MachineFacts | undefined;
  measured: MeasuredWorkload[];
}

export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 1)}\n`;
}

/** Reads a report and checks that it has what the type says. Throws a TypeError that names the first thing missing. */
export function parseReport(text: string): Report {
  const report = JSON.parse(text) as Report;
  const want = (condition: boolean, what: string) => {
    if (!condition) throw new TypeError(`not a gilbox report: ${what}`);
  };
  want(report?.schema === reportSchema, `schema is ${report?.schema}, not ${reportSchema}`);
  want(!Number.isNaN(Date.parse(report.date)), "date");
  want(typeof report.environment?.place === "string", "environment");
  want(Array.isArray(report.measured), "measured");
  for (const { workload, result, verdict } of report.measured) {
    want(typeof workload === "string" && typeof verdict === "string", "workload and verdict");
    want(Array.isArray(result?.lanes), `lanes of ${workload}`);
    for (const lane of result.lanes) {
      want(typeof lane.lane === "string" && Array.isArray(lane.runs), `runs of ${workload}`);
      for (const run of lane.runs)
        want(
          typeof run.wall === "number" && typeof run.exitCode === "number",
          `a run of ${lane.lane}`,
        );
    }
  }
  return report;
}

/** One row a run; times in milliseconds. */
export function reportCsv(report: Report): string {
  const rows = report.measured.flatMap(({ workload, engine, result }) =>
    result.lanes.flatMap(({ lane, runs }) =>
      runs.map(({ wall, exitCode }, index) =>
        [workload, engine, lane, index + 1, wall.toFixed(3), exitCode].join(","),
      ),
    ),
  );
  return ["workload,engine,lane,run,wall_ms,exit_code", ...rows, ""].join("\n");
}

export function reportMarkdown(report: Report): string {
  return report.measured
    .map((m) => markdownTable(m.workload, m.engine, m.result, m.verdict))
    .join("\n");
}

/** The figures of a lane without its runs. */
export function figuresOf({ lane, wall, startUp, speedUp, work, error }: LaneFigures): LaneFigures {
  return {
    lane,
    ...(wall ? { wall } : {}),
    ...(startUp ? { startUp } : {}),
    ...(speedUp ? { speedUp } : {}),
    ...(work ? { work } : {}),
    ...(error ? { error: error.slice(0, 2000) } : {}),
  };
}
