// A recording as Chrome's trace event format, which ui.perfetto.dev opens.

import { states } from "./events.ts";
import type { TraceModel } from "./model.ts";
import { stateNames } from "./track.ts";

const trackIds = { process: 0, thread: 1, loop: 2, task: 3 } as const;

/** JSON text. Times in microseconds, one complete event ("X") a segment, arrows as flows. */
export function perfettoTrace(model: TraceModel): string {
  const rows: object[] = [];
  const idOf = (kind: keyof typeof trackIds, id: number) => trackIds[kind] * 1_000_000 + id;
  for (const track of model.tracks) {
    const tid = idOf(track.kind, track.id);
    const { pid } = track;
    const name = track.kind === "process" ? "process" : track.name || `${track.kind} ${track.id}`;
    if (track.kind === "process")
      rows.push({ ph: "M", name: "process_name", pid, args: { name: track.name } });
    rows.push({ ph: "M", name: "thread_name", pid, tid, args: { name } });
    for (let i = 0; i < track.length; i++) {
      const words = states[stateNames[track.states.at(i)] ?? "unchanged"];
      const ts = track.starts.at(i) * 1000;
      const dur = (track.endOf(i) - track.starts.at(i)) * 1000;
      if (words !== states.ended && words !== "")
        rows.push({ ph: "X", name: words, cat: track.kind, pid, tid, ts, dur });
    }
  }
  for (const [id, arrow] of model.arrows.entries()) {
    const at = (track: typeof arrow.from) => ({ pid: track.pid, tid: idOf(track.kind, track.id) });
    const flow = { name: arrow.kind, cat: arrow.kind, id };
    rows.push({ ph: "s", ...flow, ...at(arrow.from), ts: arrow.start * 1000 });
    rows.push({ ph: "f", bp: "e", ...flow, ...at(arrow.to), ts: arrow.end * 1000 });
  }
  return JSON.stringify({ traceEvents: rows, displayTimeUnit: "ms" });
}
