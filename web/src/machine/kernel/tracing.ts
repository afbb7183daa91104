// Recording in every process, and what they have recorded until the page takes it.
//
// While recording is on, every process is read every `interval`, so that its rings, which keep only the newest
// records, rarely overwrite any unseen; and once more when its last thread is gone. What nobody takes is kept up
// to `mostBytes`; then the oldest goes and is counted as missed.

import type { ProcessTraceData } from "../../protocol/messages.ts";
import type { Process } from "./process.ts";
import { TraceReader } from "./trace-reader.ts";

const interval = 20; // milliseconds
const mostBytes = 256 << 20;

interface Traced {
  readonly reader: TraceReader;
  readonly process: Process;
  runs: Uint8Array<ArrayBuffer>[];
  names: string[];
  firstName: number;
  missed: number;
  /** Bytes its memory was used up to. */
  memory: number;
  ended: number | undefined;
  gone: boolean;
}

const now = (): number => performance.timeOrigin + performance.now();

export class Tracing {
  private readonly traced = new Map<number, Traced>();
  private groups = 0;
  private capacity = 0;
  private bytes = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Turns recording on in all processes, those to come included; no groups turn it off. */
  record(groups: number, capacity: number, processes: Iterable<Process>): void {
    this.groups = groups;
    this.capacity = 2 ** Math.ceil(Math.log2(Math.min(Math.max(capacity, 64), 2 ** 20)));
    clearInterval(this.timer);
    this.timer = groups === 0 ? undefined : setInterval(() => this.readAll(), interval);
    for (const process of processes) {
      if (groups !== 0) this.started(process);
      const traced = this.traced.get(process.pid);
      if (traced && !traced.gone) traced.reader.record(groups, this.capacity);
    }
    if (groups === 0) this.readAll();
  }

  /** Before the first instruction of its program. */
  started(process: Process): void {
    if (this.groups === 0 || process.ended || this.traced.has(process.pid)) return;
    const reader = new TraceReader(process.worker);
    reader.record(this.groups, this.capacity);
    this.traced.set(process.pid, {
      reader,
      process,
      runs: [],
      names: [],
      firstName: 0,
      missed: 0,
      memory: 0,
      ended: undefined,
      gone: false,
    });
  }

  ended(process: Process): void {
    const traced = this.traced.get(process.pid);
    if (traced) traced.ended = now();
  }

  /** No thread of it is left; its memory goes away. */
  gone(process: Process): void {
    const traced = this.traced.get(process.pid);
    if (!traced || traced.gone) return;
    this.read(traced);
    traced.gone = true;
  }

  /** What has been recorded since the last call, a row for each process that ran since then. */
  take(): ProcessTraceData[] {
    this.readAll();
    const rows: ProcessTraceData[] = [];
    for (const [pid, traced] of this.traced) {
      const { process, runs, names, firstName, missed, memory, ended } = traced;
      const { command, started, parent } = process;
      rows.push({ pid, parent, command, started, ended, runs, names, firstName, missed, memory });
      this.bytes -= this.forget(traced);
      traced.firstName += names.length;
      traced.names = [];
      traced.missed = 0;
      if (traced.gone) this.traced.delete(pid);
    }
    return rows;
  }

  private readAll(): void {
    for (const traced of this.traced.values()) if (!traced.gone) this.read(traced);
  }

  private read(traced: Traced): void {
    const { runs, names, missed } = traced.reader.take();
    traced.memory = Math.max(traced.memory, traced.process.worker.usedMemory ?? 0);
    traced.names.push(...names);
    traced.missed += missed;
    for (const run of runs) {
      traced.runs.push(run);
      this.bytes += run.length;
    }
    for (const other of this.traced.values()) {
      if (this.bytes <= mostBytes) break;
      const dropped = this.forget(other);
      this.bytes -= dropped;
      other.missed += dropped / 32;
    }
  }

  private forget(traced: Traced): number {
    const bytes = traced.runs.reduce((sum, run) => sum + run.length, 0);
    traced.runs = [];
    return bytes;
  }
}
