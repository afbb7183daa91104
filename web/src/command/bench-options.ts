// The options of `gilbox bench`.

import { parseArgs } from "node:util";
import { checkParameters, type ParameterValues, type Workload } from "../runner/workload.ts";

export interface BenchOptions {
  workloads: Workload[];
  lanes: string[] | undefined;
  set: ParameterValues;
  repeat: number | undefined;
  /** Seconds for each workload. */
  time: number | undefined;
  seed: number | undefined;
  json: string | undefined;
  csv: string | undefined;
  markdown: string | undefined;
  record: string | undefined;
  python: string | undefined;
}

/** Throws a RangeError or a TypeError that says what is wrong. */
export function benchOptions(args: string[], all: readonly Workload[]): BenchOptions {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lanes: text,
      set: { type: "string", multiple: true },
      repeat: text,
      time: text,
      seed: text,
      json: text,
      csv: text,
      markdown: text,
      record: text,
      python: text,
    },
  });
  const number = (name: "repeat" | "time" | "seed") => {
    const word = values[name];
    if (word === undefined) return undefined;
    const found = Number(word);
    if (!(found >= 0)) throw new RangeError(`--${name} needs a number, not ${word}`);
    return found;
  };
  const set = Object.fromEntries(
    (values.set ?? []).map((word) => {
      const [name, value] = word.split("=");
      if (!name || !value || Number.isNaN(Number(value)))
        throw new RangeError(`--set needs NAME=NUMBER, not ${word}`);
      return [name, Number(value)];
    }),
  );
  const { json, csv, markdown, record, python } = values;
  const options: BenchOptions = {
    workloads: choose(all, positionals),
    lanes: values.lanes?.split(","),
    set,
    repeat: number("repeat"),
    time: number("time"),
    seed: number("seed"),
    ...{ json, csv, markdown, record, python },
  };
  for (const workload of options.workloads) {
    if (positionals.length) checkParameters(workload, set);
    const missing = options.lanes?.find((lane) => !workload.lanes.includes(lane));
    if (missing)
      throw new RangeError(
        `${workload.name} has no lane ${missing} (it has: ${workload.lanes.join(", ")})`,
      );
  }
  return options;
}

function choose(all: readonly Workload[], names: readonly string[]): Workload[] {
  if (names.length === 0) return [...all];
  return names.map((name) => {
    const found = all.find((workload) => workload.name === name);
    if (found) return found;
    throw new RangeError(`no workload ${name} (there are: ${all.map((w) => w.name).join(", ")})`);
  });
}
