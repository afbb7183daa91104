// How busy the machine is, for those who would do something ahead of time: a worker that nobody needs yet takes some
// 50 ms of a processor to start, and shall not take them from a program that computes.

import {
  header,
  processAt,
  processField,
  processState,
  type Segment,
  threadAt,
  threadField,
} from "./layout.ts";

/** Processes with a thread that runs. As one at a time has the interpreter, each takes one processor. */
export function busyProcesses(segment: Segment): number {
  const busy = new Set<number>();
  const used = segment.load(header.threadsUsed);
  for (let slot = 1; slot < used; slot++) {
    const at = threadAt(slot);
    const owner = segment.load(at + threadField.owner);
    if (owner === 0 || segment.load(at + threadField.active) === 0) continue;
    if (segment.load(at + threadField.asleep) === 1 || segment.load(at + threadField.gone) === 1)
      continue;
    const state = segment.load(processAt(owner - 1) + processField.state);
    if (state === processState.starting || state === processState.running) busy.add(owner);
  }
  return busy.size;
}

const looks = 5;
const betweenLooks = 8; // milliseconds; between two tasks of a pool its workers sleep for less than one

/** Whether a processor has been free at every one of several looks; false at the first that found none. */
export async function processorStaysFree(segment: Segment, processors: number): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    if (busyProcesses(segment) >= processors) return false;
  }
  return true;
}
