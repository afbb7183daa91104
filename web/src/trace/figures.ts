// Where the time went: the figures of a run out of its trace.

import type { TraceModel } from "./model.ts";
import { stateNumber } from "./track.ts";

export interface TraceFigures {
  /** Milliseconds, summed over all threads: Python, native code, collecting garbage. */
  cpu: number;
  /** Waiting for the GIL against all time in which threads wanted to run, 0 to 1. */
  gilWait: number;
  switches: number;
  messages: number;
  bytes: number;
  processes: number;
  threads: number;
  /** Milliseconds from the request to the first Python of the first process. */
  startUp: number | undefined;
}

export function traceFigures(model: TraceModel): TraceFigures {
  let cpu = 0;
  let waiting = 0;
  let threads = 0;
  let startUp: number | undefined;
  for (const track of model.tracks) {
    if (track.kind !== "thread") continue;
    threads++;
    const sums = track.durations();
    const of = (state: "running" | "native" | "collecting" | "gil_wait") =>
      sums[stateNumber[state]] as number;
    cpu += of("running") + of("native") + of("collecting");
    waiting += of("gil_wait");
    for (let i = 0; i < track.length; i++)
      if (track.states.at(i) === stateNumber.running) {
        startUp = Math.min(startUp ?? Number.POSITIVE_INFINITY, track.starts.at(i));
        break;
      }
  }
  return {
    cpu,
    gilWait: cpu + waiting > 0 ? waiting / (cpu + waiting) : 0,
    switches: model.switches,
    messages: model.messages,
    bytes: model.bytes,
    processes: model.processes.size,
    threads,
    startUp,
  };
}
