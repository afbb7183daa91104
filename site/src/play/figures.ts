// The table under the bars: the same figures in words and numbers, and those the bars do not show.

import { duration, type LaneFigures, times } from "gilbox";
import { element, scrolling, table } from "./dom.ts";
import { laneLook } from "./lane-names.ts";

const megabytes = (bytes: number) => `${(bytes / (1 << 20)).toFixed(0)} MB`;
const count = (n: number) => Math.round(n).toLocaleString("en");

/** One row a figure: its name, what it says of a lane, and what it means. */
const rows: readonly [string, (lane: LaneFigures) => string, string][] = [
  ["median time", (l) => (l.wall ? duration(l.wall.median) : (l.error ?? "–")), ""],
  [
    "95 % interval",
    (l) => (l.wall ? `${duration(l.wall.low)} … ${duration(l.wall.high)}` : ""),
    "where the true median is, 19 times out of 20",
  ],
  [
    "against the first",
    (l) =>
      l.speedUp
        ? `${times(l.speedUp.median)} × (${times(l.speedUp.low)} … ${times(l.speedUp.high)})`
        : "",
    "how many times faster",
  ],
  [
    "of that, starting",
    (l) => (l.startUp ? duration(l.startUp.median) : ""),
    "until the program’s first line runs",
  ],
  ["computing time", (l) => (l.work ? duration(l.work.cpu) : ""), "summed over all threads"],
  [
    "computing at once",
    (l) => (l.work ? times(l.work.parallelism) : ""),
    "computing time against wall time",
  ],
  [
    "waiting for the GIL",
    (l) => (l.work ? `${(100 * l.work.gilWait).toFixed(0)} %` : ""),
    "of the time in which threads wanted to run",
  ],
  ["GIL handed over", (l) => (l.work ? count(l.work.switches) : ""), "times"],
  [
    "messages",
    (l) => (l.work?.messages ? `${count(l.work.messages)}, ${count(l.work.bytes)} bytes` : ""),
    "sent between threads and processes",
  ],
  ["processes, threads", (l) => (l.work ? `${l.work.processes}, ${l.work.threads}` : ""), ""],
  [
    "memory",
    (l) => (l.work ? megabytes(l.work.memory) : ""),
    "of all processes together, at the peak",
  ],
  [
    "largest process",
    (l) => (l.work?.largest && l.work.processes > 1 ? megabytes(l.work.largest) : ""),
    "memory of the one that had most",
  ],
];

export function figuresTable(results: readonly LaneFigures[], caption: string): HTMLElement {
  const shown = rows.filter(([, text]) => results.some((lane) => text(lane) !== ""));
  const made = table(
    caption,
    ["", ...results.map((lane) => laneLook(lane.lane).label), ""],
    shown.map(([name, text, meaning]) => [
      name,
      ...results.map(text),
      element("span", { class: "hint", text: meaning }),
    ]),
  );
  return scrolling(made, "The figures");
}
