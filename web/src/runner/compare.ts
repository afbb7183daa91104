// The runner: lanes of one workload against each other, one implementation for the page and for Node.
//
// Each run is a fresh process. One warm-up run a lane is thrown away; then rounds follow, each with every lane once in a
// random order from a shown seed, never two at once, until every lane's median is known to 5 % or the time is up.

import { type Random, seededRandom, shuffled } from "./random.ts";
import { type Estimate, estimate, median, ratio, spread } from "./statistics.ts";

/** One run of one program. Times in milliseconds. */
export interface Run {
  /** From the request to the exit. */
  wall: number;
  /** Of that, until the first statement of the program could run, where it was measured. */
  startUp?: number;
  /** What the program printed. */
  output: string;
  exitCode: number;
  /** What the trace of the run says, where one was taken. */
  work?: WorkFigures;
}

/** Where the time of a run went. Times in milliseconds. */
export interface WorkFigures {
  /** Summed over all threads: running Python, native code, collecting garbage. */
  cpu: number;
  /** Computing time against wall time: how many cores were really used. */
  parallelism: number;
  /** Waiting for the GIL, as part of the time in which threads wanted to run: 0 to 1. */
  gilWait: number;
  /** How often a thread took the GIL from another one. */
  switches: number;
  messages: number;
  bytes: number;
  processes: number;
  threads: number;
  /** Bytes of all processes together, at the peak. */
  memory: number;
  /** Bytes of the largest process, at its peak. */
  largest: number;
}

/** Runs a program once. Rejects with an AbortError when the signal says so. */
export type RunProgram = (lane: string, signal: AbortSignal) => Promise<Run>;

export interface CompareOptions {
  lanes: readonly string[];
  /** The lane others are compared with; the first one when absent. */
  baseline?: string;
  /** Order of the runs. */
  seed?: number;
  /** Time for the measured rounds, milliseconds. */
  time?: number;
  /** Rounds at most; the time decides when absent. */
  repeat?: number;
  /** A lane is known well enough when half its interval is this part of the median. */
  precision?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  now?: () => number;
}

export interface Progress {
  /** What runs now, or undefined at the end. */
  lane: string | undefined;
  phase: "machine" | "warm-up" | "measuring" | "recording" | "done";
  round: number;
  /** From 0 to 1, as far as can be told. */
  done: number;
  /** Milliseconds, as far as can be told. */
  left: number;
  lanes: LaneResult[];
}

/** What is known of a lane. */
export interface LaneFigures {
  lane: string;
  /** Undefined until the first measured run. */
  wall?: Estimate;
  startUp?: Estimate;
  /** Milliseconds of the run that is thrown away: something to show until there is better. */
  warmUp?: number;
  /** How many times faster than the baseline. */
  speedUp?: Estimate;
  /** Why it could not be run: what the program printed and its exit code. */
  error?: string;
  /** Medians over the runs. */
  work?: WorkFigures;
}

export interface LaneResult extends LaneFigures {
  runs: Run[];
}

export interface Comparison {
  seed: number;
  baseline: string;
  lanes: LaneResult[];
  /** True when it was stopped before the figures settled. */
  cancelled: boolean;
  /** Milliseconds in all. */
  took: number;
}

export const defaultTime = 8000;
const leastRounds = 3;
const mostRounds = 100;

export async function compare(run: RunProgram, options: CompareOptions): Promise<Comparison> {
  const now = options.now ?? (() => performance.now());
  const started = now();
  const seed = options.seed ?? Math.floor(Math.random() * 1e6);
  const random = seededRandom(seed);
  const signal = options.signal ?? new AbortController().signal;
  const baseline = options.baseline ?? (options.lanes[0] as string);
  const lanes: LaneResult[] = options.lanes.map((lane) => ({ lane, runs: [] }));
  const limit = options.repeat ?? mostRounds;
  const time = options.time ?? defaultTime;
  let warmUpTook = 0;

  const report = (
    lane: string | undefined,
    phase: Progress["phase"],
    round: number,
    done: number,
  ) => {
    const spent = now() - started;
    options.onProgress?.({
      lane,
      phase,
      round,
      done,
      left: Math.max(0, done > 0.02 ? spent / done - spent : time),
      lanes,
    });
  };

  const runLane = async (result: LaneResult, keep: boolean) => {
    const measured = await run(result.lane, signal);
    if (measured.exitCode !== 0) {
      result.error = failure(measured);
      return;
    }
    if (keep) {
      result.runs.push(measured);
      summarize(lanes, baseline);
    } else result.warmUp = measured.wall;
  };

  const measure = async () => {
    for (const [i, result] of lanes.entries()) {
      report(result.lane, "warm-up", 0, (0.1 * i) / lanes.length);
      await runLane(result, false);
    }
    warmUpTook = now() - started;
    for (let round = 1; round <= limit; round++) {
      const open = lanes.filter((l) => l.error === undefined);
      if (open.length === 0) return;
      for (const result of orderOf(open, random)) {
        const fraction = options.repeat
          ? (round - 1) / options.repeat
          : Math.min(1, (now() - started - warmUpTook) / time);
        report(result.lane, "measuring", round, 0.1 + 0.9 * fraction);
        await runLane(result, true);
      }
      if (options.repeat === undefined && round >= leastRounds) {
        const late = now() - started - warmUpTook >= time;
        if (late || open.every((l) => l.wall && spread(l.wall) <= (options.precision ?? 0.05)))
          return;
      }
    }
  };

  let cancelled = false;
  try {
    await measure();
  } catch (error) {
    if (!signal.aborted) throw error;
    cancelled = true;
  }
  report(undefined, "done", 0, 1);
  return { seed, baseline, lanes, cancelled, took: now() - started };
}

function orderOf(lanes: readonly LaneResult[], random: Random): LaneResult[] {
  return shuffled(lanes, random);
}

function failure(run: Run): string {
  const text = run.output.trim();
  return `exit code ${run.exitCode}${text ? `: ${text}` : ""}`;
}

function summarize(lanes: LaneResult[], baseline: string): void {
  const walls = (lane: LaneResult) => lane.runs.map((r) => r.wall);
  const base = lanes.find((l) => l.lane === baseline);
  for (const lane of lanes) {
    if (lane.runs.length === 0) continue;
    lane.wall = estimate(walls(lane));
    const startUps = lane.runs.flatMap((r) => r.startUp ?? []);
    if (startUps.length) lane.startUp = estimate(startUps);
    const works = lane.runs.flatMap((r) => r.work ?? []);
    if (works.length) lane.work = medians(works);
    if (base?.runs.length && lane !== base) lane.speedUp = ratio(walls(base), walls(lane));
  }
}

function medians(works: readonly WorkFigures[]): WorkFigures {
  const names = Object.keys(works[0] as WorkFigures) as (keyof WorkFigures)[];
  return Object.fromEntries(
    names.map((name) => [name, median(works.map((work) => work[name]))]),
  ) as unknown as WorkFigures;
}
