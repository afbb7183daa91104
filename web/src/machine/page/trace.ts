// machine.trace(): what the threads and tasks of all processes do, on one clock.

import type { ProcessTraceData } from "../../protocol/messages.ts";
import { groups as groupNames } from "../../trace/events.ts";
import { mergeRuns } from "../../trace/merge.ts";
import { Records } from "../../trace/record.ts";
import type { Machine } from "./machine.ts";

export type TraceGroup = (typeof groupNames)[number];

export interface TraceOptions {
  /** What is recorded: everything but `lines` unless it says otherwise. */
  groups?: readonly TraceGroup[];
  /** The newest records of a thread that are kept between two looks at it (20 ms); 32 bytes each. Default 4096. */
  recordsPerThread?: number;
}

/** What one process recorded between two calls of `take`. */
export interface ProcessTrace {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Milliseconds since 1970, on the clock of the records (which have nanoseconds). */
  readonly started: number;
  /** undefined while it runs. */
  readonly ended: number | undefined;
  /** Ordered by time. */
  readonly records: Records;
  /** All texts records of this process refer to by number, those of earlier calls included. */
  readonly names: readonly string[];
  /** Records that were overwritten before anyone saw them. */
  readonly missed: number;
  /** Bytes its memory was used up to at most so far. */
  readonly memory: number;
}

const usualGroups = groupNames.filter((name) => name !== "lines");
const bitOf = (group: TraceGroup): number => 1 << groupNames.indexOf(group);

/** A recording: on from `machine.trace()` to `stop()`. */
export class Trace {
  private readonly names = new Map<number, string[]>();

  constructor(
    private readonly machine: Machine,
    { groups = usualGroups, recordsPerThread = 4096 }: TraceOptions,
  ) {
    const bits = groups.reduce((sum, group) => sum | bitOf(group), 0);
    machine.send({ kind: "trace-record", groups: bits, capacity: recordsPerThread });
  }

  /** What was recorded since the last call: a row for each process that ran since then, ended ones included. */
  async take(): Promise<ProcessTrace[]> {
    const rows = (await this.machine.call({ kind: "trace-take" })) as ProcessTraceData[];
    return rows
      .sort((a, b) => a.pid - b.pid)
      .map(({ runs, names, firstName, ...row }) => {
        const known = [...(this.names.get(row.pid) ?? []).slice(0, firstName), ...names];
        if (row.ended === undefined) this.names.set(row.pid, known);
        else this.names.delete(row.pid);
        return { ...row, names: known, records: new Records(mergeRuns(runs)) };
      });
  }

  /** Nothing is recorded from now on; what was can still be taken. */
  stop(): void {
    this.machine.send({ kind: "trace-record", groups: 0, capacity: 0 });
  }
}
