// One comparison on this machine, from Run to the verdict.

import {
  compareOnMachine,
  type LaneFigures,
  type MachineComparison,
  type Workload,
  withServer,
} from "gilbox";
import { laneLook } from "./lane-names.ts";
import { theMachine } from "./machine.ts";

const doing = {
  machine: "measuring the machine first…",
  "warm-up": "warming up",
  measuring: "measuring",
  recording: "looking inside",
  done: "",
};

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
  { signal, workers }: { signal: AbortSignal; workers: number | undefined },
  events: MeasuringEvents,
): Promise<MachineComparison> {
  events.progress("starting the machine…", undefined);
  const machine = await theMachine();
  signal.throwIfAborted();
  return compareOnMachine(machine, (lane) => prepared(workload, textOf(lane)), {
    lanes,
    signal,
    ...(workers === undefined ? {} : { workers }),
    onProgress: ({ lane, phase, left, done, lanes: results }) => {
      const words = lane
        ? `${doing[phase]} ${laneLook(lane).label} · about ${Math.ceil(left / 1000)} s left`
        : doing[phase];
      events.progress(words, phase === "done" ? undefined : done);
      events.lanes(results, lane);
    },
  });
}
