// One comparison on this machine, from Run to the verdict.

import {
  type Comparison,
  compareOnMachine,
  type LaneFigures,
  type ProcessTrace,
  type Workload,
  withServer,
} from "gilbox";
import { laneLook } from "./lane-names.ts";
import { theMachine } from "./machine.ts";

export interface MeasuringEvents {
  progress: (words: string, done: number | undefined) => void;
  lanes: (lanes: readonly LaneFigures[], running: string | undefined) => void;
}

/** What a program that downloads is to download from: the server this page came from. */
export function prepared(workload: Workload, program: string): string {
  return workload.needs === "server" ? withServer(program, location.origin) : program;
}

export async function measure(
  workload: Workload,
  lanes: readonly string[],
  textOf: (lane: string) => string,
  signal: AbortSignal,
  events: MeasuringEvents,
): Promise<Comparison & { traces: Map<string, ProcessTrace[]> }> {
  events.progress("starting the machine…", undefined);
  const machine = await theMachine();
  signal.throwIfAborted();
  return compareOnMachine(machine, (lane) => prepared(workload, textOf(lane)), {
    lanes,
    signal,
    onProgress: ({ lane, phase, left, done, lanes: results }) => {
      const doing = phase === "warm-up" ? "warming up" : "measuring";
      const words = lane
        ? `${doing} ${laneLook(lane).label} · about ${Math.ceil(left / 1000)} s left`
        : "";
      events.progress(words, lane ? done : undefined);
      events.lanes(results, lane);
    },
  });
}
