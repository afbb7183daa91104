// Records as a Chrome trace (JSON), which https://ui.perfetto.dev and chrome://tracing open: the same picture that
// core/trace/chrome_trace.cpp makes, of any number of processes. A line a thread, event loop and task, filled with
// states; moments as instants; arrows from each wake-up to what it woke and from each message to its receipt.

import { type EventRow, kinds, states } from "./events.ts";
import type { Records } from "./record.ts";

export interface TracedProcess {
  readonly pid: number;
  readonly command: string;
  /** Ordered by time; several pieces follow one another. */
  readonly records: readonly Records[];
  readonly names: readonly string[];
}

type Json = Record<string, unknown>;

interface Moment {
  readonly row: EventRow;
  readonly time: number;
  readonly thread: number;
  readonly kind: number;
  readonly first: bigint;
  readonly second: bigint;
}

interface Track {
  readonly pid: number;
  readonly line: number;
  opened: Moment | undefined;
  details: Moment[];
}

const firstLoopLine = 1_000_000;
const firstTaskLine = 10_000_000;
const describesState = new Set(["blocked_name", "source"]);

class Exporter {
  readonly events: Json[] = [];
  private arrows = 0;

  constructor(private readonly start: number) {}

  write(process: TracedProcess): void {
    const tracks = new Map<string, Track>();
    const tasks = new Map<bigint, number>();
    const wakes = new Map<bigint, { time: number; line: number; object: bigint }>();
    const { pid, names } = process;
    let end = this.start;

    const text = (number: bigint): string => names[Number(number)] ?? "?";
    const name = (what: string, line: number, value: string, of = pid): void => {
      this.events.push({ ph: "M", pid: of, tid: line, ts: 0, name: what, args: { name: value } });
    };
    const taskLine = (task: bigint): number => {
      const known = tasks.get(task) ?? firstTaskLine + tasks.size;
      tasks.set(task, known);
      return known;
    };
    const trackOf = (moment: Moment): Track => {
      const { track } = moment.row;
      const of = track === "process" ? Number(moment.first) : pid;
      const line =
        track === "process"
          ? 0
          : track === "task"
            ? taskLine(moment.first)
            : track === "loop"
              ? firstLoopLine + moment.thread
              : moment.thread;
      const key = `${of} ${line}`;
      let found = tracks.get(key);
      if (!found) {
        found = { pid: of, line, opened: undefined, details: [] };
        tracks.set(key, found);
        if (track === "loop") name("thread_name", line, "event loop");
      }
      return found;
    };
    const value = (type: string | undefined, number: bigint): unknown => {
      switch (type) {
        case "text":
          return text(number);
        case "duration":
          return `${Number(number) / 1000} us`;
        case "time":
          return `${this.microseconds(Number(number))} us`;
        case "object":
        case "message":
          return `0x${number.toString(16)}`;
        default:
          return Number(BigInt.asIntN(64, number));
      }
    };
    const facts = (moment: Moment): Json => {
      const { row } = moment;
      const kind = row.kinds && kinds[row.kinds][moment.kind];
      return {
        ...(kind && { kind: kind.words }),
        ...(row.first && { [row.first]: value(row.firstType, moment.first) }),
        ...(row.second && { [row.second]: value(row.secondType, moment.second) }),
      };
    };
    const close = (track: Track, until: number): void => {
      const { opened } = track;
      if (!opened) return;
      const args = Object.assign({}, facts(opened), ...track.details.map(facts));
      const dur = (until - opened.time) / 1000;
      this.push("X", track, opened.time, states[opened.row.state], { dur, args });
    };

    name("process_name", 0, process.command);
    for (const records of process.records)
      for (let index = 0; index < records.length; index++) {
        const row = records.event(index);
        if (!row) continue;
        const moment: Moment = {
          row,
          time: records.time(index),
          thread: records.thread(index),
          kind: records.kind(index),
          first: records.first(index),
          second: records.second(index),
        };
        end = moment.time;
        const track = trackOf(moment);
        if (row.name === "thread_start") name("thread_name", moment.thread, text(moment.first));
        if (row.name === "thread_name")
          name("thread_name", Number(moment.second), text(moment.first));
        if (row.name === "task_created")
          name("thread_name", taskLine(moment.first), text(moment.second));
        if (row.name === "process_spawn")
          name("process_name", 0, text(moment.second), Number(moment.first));
        if (row.state !== "unchanged") {
          close(track, moment.time);
          track.opened = row.state === "ended" ? undefined : moment;
          track.details = [];
        } else if (describesState.has(row.name) && track.opened) {
          track.details.push(moment);
        } else if (row.name !== "thread_name") {
          const label = row.name === "mark" ? text(moment.first) : row.name;
          this.push("i", track, moment.time, label, { s: "t", args: facts(moment) });
        }
        if (row.name === "wake")
          wakes.set(moment.first, { time: moment.time, line: track.line, object: moment.second });
        if (row.name === "unblocked") {
          const wake = wakes.get(BigInt(moment.thread));
          wakes.delete(BigInt(moment.thread));
          if (wake && (wake.object === moment.first || moment.first === 0n))
            this.arrow({ pid, line: wake.line }, wake.time, track, moment.time);
        }
        if (row.name === "task_wake" && moment.second !== 0n)
          this.arrow({ pid, line: taskLine(moment.second) }, moment.time, track, moment.time);
        if (row.name === "message_send" || row.name === "message_receive")
          this.end(row.name === "message_send" ? "s" : "f", track, moment.time, "message", {
            id: `${moment.first}`,
          });
      }
    for (const track of tracks.values()) close(track, end);
  }

  private microseconds(time: number): number {
    return (time - this.start) / 1000;
  }

  private push(
    phase: string,
    { pid, line }: { pid: number; line: number },
    time: number,
    name: string,
    more: Json,
  ): void {
    this.events.push({
      ph: phase,
      pid,
      tid: line,
      ts: this.microseconds(time),
      name,
      ...more,
    });
  }

  private end(
    phase: "s" | "f",
    at: { pid: number; line: number },
    time: number,
    name: string,
    more: Json,
  ): void {
    this.push(phase, at, time, name, { bp: "e", cat: name, ...more });
  }

  private arrow(
    from: { pid: number; line: number },
    began: number,
    to: { pid: number; line: number },
    ended: number,
  ): void {
    const id = `${to.pid}.${++this.arrows}`;
    this.end("s", from, began, "wake-up", { id });
    this.end("f", to, ended, "wake-up", { id });
  }
}

/** The text of the file. */
export function chromeTrace(processes: readonly TracedProcess[]): string {
  const starts = processes
    .map(({ records }) => records.find((piece) => piece.length > 0)?.time(0))
    .filter((time) => time !== undefined);
  const exporter = new Exporter(Math.min(...starts));
  for (const process of processes) exporter.write(process);
  const lines = exporter.events.map((event) => JSON.stringify(event)).join(",\n");
  return `{"displayTimeUnit":"ms","traceEvents":[\n${lines}\n]}\n`;
}
