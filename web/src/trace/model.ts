// The model of a recording: tracks on one axis, the arrows between them, and what each record says.
// Built from what `machine.trace()` gives, piece by piece; the timeline, the figures and the export read it.
//
// Times are milliseconds since the first thing seen.

import { type EventRow, kinds as kindSets } from "./events.ts";
import type { Records } from "./record.ts";
import { stateNumber, Track, type TrackKind } from "./track.ts";

/** What `machine.trace().take()` gives for each process; the shape only, so that tests can make their own. */
export interface TracePiece {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Milliseconds since 1970, on the clock of the records. */
  readonly started: number;
  readonly ended: number | undefined;
  readonly records: Records;
  readonly names: readonly string[];
  readonly missed: number;
}

/** From one track to another at one moment: a wake-up, or the way of a message. */
export interface Arrow {
  kind: "wake" | "message";
  from: Track;
  to: Track;
  start: number;
  end: number;
}

export interface Moment {
  track: Track;
  time: number;
  row: number;
}

interface Process {
  pid: number;
  parent: number;
  command: string;
  names: readonly string[];
  /** How often the GIL went to another thread. */
  switches: number;
  tracks: Map<string, Track>;
}

const mostArrows = 200_000;

export class TraceModel {
  /** Milliseconds. */
  duration = 0;
  /** Records that were overwritten before they were read. */
  missed = 0;
  readonly processes = new Map<number, Process>();
  readonly arrows: Arrow[] = [];
  readonly marks: Moment[] = [];
  messages = 0;
  bytes = 0;
  private origin: number | undefined;
  private readonly pieces: { records: Records; pid: number; first: number }[] = [];
  private count = 0;
  private readonly sent = new Map<bigint, { track: Track; time: number }>();

  /** Tracks in the order of drawing: each process with its threads, loops and tasks below it. */
  get tracks(): Track[] {
    const order: TrackKind[] = ["process", "thread", "loop", "task"];
    return [...this.processes.values()]
      .sort((a, b) => a.pid - b.pid)
      .flatMap((process) =>
        [...process.tracks.values()].sort(
          (a, b) =>
            order.indexOf(a.kind) - order.indexOf(b.kind) || a.begin - b.begin || a.id - b.id,
        ),
      );
  }

  get switches(): number {
    return [...this.processes.values()].reduce((sum, process) => sum + process.switches, 0);
  }

  get records(): number {
    return this.count;
  }

  add(pieces: readonly TracePiece[]): void {
    for (const piece of pieces) {
      this.origin ??= Math.min(...pieces.map((p) => p.started));
      this.missed += piece.missed;
      const process = this.process(piece);
      const own = this.track(process, "process", piece.pid);
      own.name = piece.command;
      if (own.length === 0) own.change(this.at(piece.started), stateNumber.starting, -1);
      this.read(process, piece);
      if (piece.ended !== undefined)
        for (const track of process.tracks.values())
          this.finish(track, this.at(piece.ended), track === own);
    }
    for (const process of this.processes.values())
      for (const track of process.tracks.values())
        if (track.states.at(track.length - 1) !== stateNumber.ended) track.end = this.duration;
  }

  /** The record that began a segment: its event, who recorded it, its arguments in words. */
  describe(row: number): { event: EventRow; details: [string, string][] } | undefined {
    const piece = this.pieces.findLast((p) => p.first <= row);
    const index = piece ? row - piece.first : -1;
    const event = piece && index >= 0 ? piece.records.event(index) : undefined;
    if (!piece || !event) return undefined;
    const process = this.processes.get(piece.pid) as Process;
    const details: [string, string][] = [];
    const kind = kindWords(event, piece.records.kind(index));
    if (kind) details.push(["kind", kind]);
    const arguments_ = [
      [event.first, event.firstType, piece.records.first(index)],
      [event.second, event.secondType, piece.records.second(index)],
    ] as const;
    for (const [name, type, value] of arguments_)
      if (name && type) {
        const words = this.wordsOf(process, type, value);
        if (words) details.push([name, words]);
      }
    return { event, details };
  }

  /** Where the code of a track was at a time: the last `source` or `line` record before it. */
  trackName(pid: number, kind: TrackKind, id: number): string | undefined {
    return this.processes.get(pid)?.tracks.get(`${kind} ${id}`)?.name;
  }

  private at(time: number): number {
    const at = time - (this.origin as number);
    this.duration = Math.max(this.duration, at);
    return at;
  }

  private process(piece: TracePiece): Process {
    let process = this.processes.get(piece.pid);
    if (!process) {
      const { pid, parent, command } = piece;
      process = { pid, parent, command, names: [], switches: 0, tracks: new Map() };
      this.processes.set(pid, process);
    }
    process.names = piece.names;
    process.command = piece.command || process.command;
    return process;
  }

  private track(process: Process, kind: TrackKind, id: number): Track {
    const key = `${kind} ${id}`;
    let track = process.tracks.get(key);
    if (!track) {
      track = new Track(kind, process.pid, id);
      process.tracks.set(key, track);
    }
    return track;
  }

  private finish(track: Track, time: number, always: boolean): void {
    const last = track.states.at(track.length - 1);
    if (last === stateNumber.ended) return;
    if (always || track.length) track.change(time, stateNumber.ended, -1);
  }

  private read(process: Process, { records, pid }: TracePiece): void {
    const first = this.count;
    this.pieces.push({ records, pid, first });
    this.count += records.length;
    for (let i = 0; i < records.length; i++) {
      const event = records.event(i);
      if (!event) continue;
      const time = this.at(records.time(i) / 1e6);
      const thread = this.track(process, "thread", records.thread(i));
      const own =
        event.track === "thread" ? thread : this.trackOf(process, event, records, i, thread);
      if (own && event.state !== "unchanged") own.change(time, stateNumber[event.state], first + i);
      this.note(process, event, records, i, time, thread, first + i);
    }
    const main = process.tracks.get(`process ${pid}`) as Track;
    if (records.length && main.states.at(main.length - 1) === stateNumber.starting)
      main.change(this.at(records.time(0) / 1e6), stateNumber.running, -1);
  }

  private trackOf(
    process: Process,
    event: EventRow,
    records: Records,
    index: number,
    thread: Track,
  ): Track | undefined {
    if (event.track === "loop") return this.track(process, "loop", thread.id);
    if (event.track === "task")
      return this.track(process, "task", Number(records.first(index) & 0xffff_ffffn));
    // A child's life is drawn on the child's own row, which knows it better.
    return undefined;
  }

  private note(
    process: Process,
    event: EventRow,
    records: Records,
    index: number,
    time: number,
    thread: Track,
    row: number,
  ): void {
    const { name } = event;
    if (name === "gil_taken") {
      process.switches = Math.max(process.switches, Number(records.second(index)));
    } else if (name === "thread_start" || name === "thread_name") {
      const named = name === "thread_name" ? Number(records.second(index)) : thread.id;
      const track = this.track(process, "thread", named || thread.id);
      track.name = process.names[Number(records.first(index))] ?? "";
    } else if (name === "task_created") {
      const task = this.track(process, "task", Number(records.first(index) & 0xffff_ffffn));
      task.name = process.names[Number(records.second(index))] ?? "";
    } else if (name === "wake") {
      const to = process.tracks.get(`thread ${records.first(index)}`);
      if (to) this.arrow({ kind: "wake", from: thread, to, start: time, end: time });
    } else if (name === "message_send") {
      this.messages++;
      this.bytes += Number(records.second(index));
      if (this.sent.size < mostArrows) this.sent.set(records.first(index), { track: thread, time });
    } else if (name === "message_receive") {
      const from = this.sent.get(records.first(index));
      this.sent.delete(records.first(index));
      if (from)
        this.arrow({ kind: "message", from: from.track, to: thread, start: from.time, end: time });
    } else if (name === "mark") this.marks.push({ track: thread, time, row });
  }

  private arrow(arrow: Arrow): void {
    if (this.arrows.length < mostArrows) this.arrows.push(arrow);
  }

  private wordsOf(process: Process, type: string, value: bigint): string {
    switch (type) {
      case "text":
        return process.names[Number(value)] ?? "";
      case "thread": {
        if (value === 0n) return "";
        const track = process.tracks.get(`thread ${value}`);
        return track?.name || `thread ${value}`;
      }
      case "task":
        return this.trackName(process.pid, "task", Number(value & 0xffff_ffffn)) || "";
      case "process":
        return `process ${value}`;
      case "duration":
        return `${(Number(value) / 1e6).toFixed(3)} ms`;
      case "time":
        return "";
      case "object":
        return value ? `object ${value.toString(16)}` : "";
      case "bytes":
        return `${value} bytes`;
      default:
        return String(BigInt.asIntN(64, value));
    }
  }
}

function kindWords(event: EventRow, kind: number): string {
  const set = event.kinds as keyof typeof kindSets | undefined;
  return set ? (kindSets[set][kind]?.words ?? "") : "";
}
