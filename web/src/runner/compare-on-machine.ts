// A comparison on the machine: measured first without looking inside, then once more a lane with a trace, which says
// where the time went and costs the measured figures nothing.

import type { Machine } from "../machine/page/machine.ts";
import type { ProcessTrace } from "../machine/page/trace.ts";
import { traceFigures } from "../trace/figures.ts";
import { TraceModel } from "../trace/model.ts";
import { type CompareOptions, type Comparison, compare, type Run } from "./compare.ts";
import { type MachineFacts, machineFacts } from "./machine-facts.ts";
import { runProgram } from "./run-program.ts";
import { warningsAbout } from "./warnings.ts";

export interface MachineComparison extends Comparison {
  /** undefined when it was stopped before the machine was measured. */
  machine: MachineFacts | undefined;
  warnings: string[];
  /** Lane -> what its traced run recorded. */
  traces: Map<string, ProcessTrace[]>;
}

export interface MachineCompareOptions extends CompareOptions {
  /** How many workers the programs use, when that is known: for the warnings. */
  workers?: number;
}

const lookEvery = 100; // ms between two looks at a recording, so that rings do not overflow

/** Bytes: what all processes that ran at the same time had used together at most, and the largest of them. */
export function memoryOf(
  pieces: readonly Pick<ProcessTrace, "pid" | "started" | "ended" | "memory">[],
): {
  memory: number;
  largest: number;
} {
  const processes = new Map(pieces.map((piece) => [piece.pid, piece])); // the last of each knows all
  const changes = [...processes.values()]
    .flatMap(({ started, ended, memory }) => [
      { time: started, bytes: memory },
      { time: ended ?? Number.POSITIVE_INFINITY, bytes: -memory },
    ])
    .sort((a, b) => a.time - b.time || a.bytes - b.bytes);
  let now = 0;
  let most = 0;
  for (const { bytes } of changes) {
    now += bytes;
    most = Math.max(most, now);
  }
  return { memory: most, largest: Math.max(0, ...[...processes.values()].map((p) => p.memory)) };
}

/** Runs a program once while its processes record what they do. */
export async function runTraced(
  machine: Machine,
  run: () => Promise<Run>,
): Promise<{ run: Run; pieces: ProcessTrace[]; model: TraceModel }> {
  const recording = machine.trace();
  const began = performance.timeOrigin + performance.now();
  const pieces: ProcessTrace[] = [];
  const model = new TraceModel();
  const look = async () => {
    // What ran before is not part of it.
    const taken = (await recording.take()).filter(({ started }) => started >= began - 1);
    pieces.push(...taken);
    model.add(taken);
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEvery);
  try {
    const result = await run();
    clearInterval(timer);
    await looking;
    await look();
    const { startUp, ...figures } = traceFigures(model);
    const traced: Run = {
      ...result,
      work: { ...figures, ...memoryOf(pieces), parallelism: figures.cpu / result.wall },
    };
    if (startUp !== undefined) traced.startUp = startUp;
    return { run: traced, pieces, model };
  } finally {
    clearInterval(timer);
    recording.stop();
  }
}

export async function compareOnMachine(
  machine: Machine,
  programOf: (lane: string) => string,
  options: MachineCompareOptions,
): Promise<MachineComparison> {
  const signal = options.signal ?? new AbortController().signal;
  const { onProgress } = options;
  onProgress?.({ lane: undefined, phase: "machine", round: 0, done: 0, left: 0, lanes: [] });
  const once = (lane: string) => () =>
    runProgram(machine, programOf(lane), { name: `${lane}.py`, signal });
  const traces = new Map<string, ProcessTrace[]>();
  let facts: MachineFacts | undefined;
  try {
    facts = await machineFacts(machine, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  const result = await compare((lane) => once(lane)(), { ...options, signal });
  for (const lane of result.lanes) {
    if (signal.aborted || !lane.wall) continue;
    onProgress?.({
      lane: lane.lane,
      phase: "recording",
      round: 0,
      done: 0.98,
      left: lane.wall.median,
      lanes: result.lanes,
    });
    try {
      const { run, pieces } = await runTraced(machine, once(lane.lane));
      if (run.work) lane.work = run.work;
      if (run.startUp !== undefined)
        lane.startUp = { median: run.startUp, low: run.startUp, high: run.startUp, count: 1 };
      traces.set(lane.lane, pieces);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
  onProgress?.({
    lane: undefined,
    phase: "done",
    round: 0,
    done: 1,
    left: 0,
    lanes: result.lanes,
  });
  const warnings = facts ? warningsAbout(result.lanes, facts, options.workers) : [];
  return { ...result, machine: facts, warnings, traces };
}
