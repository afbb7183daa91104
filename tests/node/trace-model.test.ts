// The model of a recording: states on tracks, names, arrows, figures; and the export of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Tiles, tileBuckets } from "../../web/src/timeline/tiles.ts";
import { markStep, TimeWindow, timeText } from "../../web/src/timeline/window.ts";
import { events, kinds } from "../../web/src/trace/events.ts";
import { traceFigures } from "../../web/src/trace/figures.ts";
import { TraceModel } from "../../web/src/trace/model.ts";
import { perfettoTrace } from "../../web/src/trace/perfetto.ts";
import { Records, recordBytes } from "../../web/src/trace/record.ts";
import { stateNumber, Track } from "../../web/src/trace/track.ts";

const origin = 1_700_000_000_000; // ms since 1970

/** Rows of [milliseconds, thread, event, first, second, kind]. */
function records(rows) {
  const view = new DataView(new ArrayBuffer(rows.length * recordBytes));
  for (const [index, [time, thread, name, first = 0, second = 0, kind = 0]] of rows.entries()) {
    const at = index * recordBytes;
    view.setBigInt64(at, BigInt(origin) * 1_000_000n + BigInt(Math.round(time * 1e6)), true);
    view.setUint32(at + 8, thread, true);
    view.setUint16(
      at + 12,
      events.findIndex((event) => event.name === name),
      true,
    );
    view.setUint16(at + 14, kind, true);
    view.setBigUint64(at + 16, BigInt(first), true);
    view.setBigUint64(at + 24, BigInt(second), true);
  }
  return new Records(new Uint8Array(view.buffer));
}

const names = ["", "MainThread", "worker"];
const piece = (rows, more = {}) => ({
  pid: 7,
  parent: 0,
  command: "python a.py",
  started: origin,
  ended: undefined,
  records: records(rows),
  names,
  missed: 0,
  ...more,
});
const reason = (name) => kinds.DropReason.findIndex((kind) => kind.name === name);
const blockKind = (name) => kinds.BlockKind.findIndex((kind) => kind.name === name);
const statesOf = (track) => Array.from({ length: track.length }, (_, i) => track.states.at(i));
const trackOf = (model, name) => model.tracks.find((track) => track.name === name);

const life = [
  [10, 1, "thread_start", 1],
  [11, 1, "gil_taken", 0, 1],
  [20, 2, "thread_start", 2, 1],
  [21, 2, "gil_wait", 1],
  [31, 1, "gil_dropped", 0, 0, reason("requested")],
  [31, 1, "gil_wait", 2],
  [31, 2, "gil_taken", 10e6, 2],
  [32, 1, "wake", 2],
  [41, 2, "gil_dropped", 0, 0, reason("blocking")],
  [41, 2, "blocked", 99, 1, blockKind("join")],
  [41, 1, "gil_taken", 0, 3],
];

test("a thread runs, waits for the GIL and blocks where the records say so", () => {
  const model = new TraceModel();
  model.add([piece(life)]);
  assert.deepEqual(
    model.tracks.map((track) => track.kind),
    ["process", "thread", "thread"],
  );
  const { starting, running, gil_wait, native, blocked } = stateNumber;
  const worker = trackOf(model, "worker");
  const main = trackOf(model, "MainThread");
  assert.deepEqual(statesOf(worker), [starting, gil_wait, running, native, blocked]);
  assert.deepEqual(statesOf(main), [starting, running, native, gil_wait, running]);
  assert.deepEqual(model.describe(worker.rows.at(4)).details, [
    ["kind", "a thread's end"],
    ["object", "object 63"],
    ["holder", "MainThread"],
  ]);
  assert.equal(trackOf(model, "worker").durations()[running], 10);
});

test("pieces of a recording make the same tracks as the whole", () => {
  const whole = new TraceModel();
  whole.add([piece(life)]);
  const parts = new TraceModel();
  parts.add([piece(life.slice(0, 4))]);
  parts.add([piece(life.slice(4))]);
  assert.deepEqual(parts.tracks.map(statesOf), whole.tracks.map(statesOf));
  assert.equal(parts.duration, whole.duration);
});

test("an ended process ends its tracks", () => {
  const model = new TraceModel();
  model.add([piece(life, { ended: origin + 50 })]);
  for (const track of model.tracks) assert.equal(statesOf(track).at(-1), stateNumber.ended);
  assert.equal(model.duration, 50);
});

test("a wake-up is an arrow from who woke to who slept", () => {
  const model = new TraceModel();
  model.add([piece(life)]);
  const [arrow] = model.arrows;
  assert.deepEqual([arrow.from.name, arrow.to.name, arrow.start], ["MainThread", "worker", 32]);
});

test("a message is an arrow between processes, counted with its bytes", () => {
  const model = new TraceModel();
  model.add([
    piece([[5, 1, "message_send", 99, 300]]),
    piece([[8, 1, "message_receive", 99, 300]], { pid: 8 }),
  ]);
  assert.deepEqual([model.messages, model.bytes, model.arrows.length], [1, 300, 1]);
  assert.deepEqual([model.arrows[0].start, model.arrows[0].end], [5, 8]);
});

test("tasks have tracks of their own, by their names", () => {
  const model = new TraceModel();
  model.add([
    piece([
      [5, 1, "task_created", 42, 2],
      [6, 1, "task_step", 42],
      [7, 1, "task_done", 42],
    ]),
  ]);
  const task = model.tracks.find((track) => track.kind === "task");
  const { ready, running, ended } = stateNumber;
  assert.equal(task.name, "worker");
  assert.deepEqual(statesOf(task), [ready, running, ended]);
});

test("a segment can be asked what began it: held by whom", () => {
  const model = new TraceModel();
  model.add([piece(life)]);
  const worker = trackOf(model, "worker");
  const known = model.describe(worker.rows.at(worker.segmentAt(25)));
  assert.equal(known.event.name, "gil_wait");
  assert.deepEqual(known.details, [["holder", "MainThread"]]);
});

test("the figures say how long was computed, waited and how often handed over", () => {
  const model = new TraceModel();
  model.add([piece(life, { ended: origin + 50 })]);
  const figures = traceFigures(model);
  assert.equal(figures.cpu, 20 + 10 + 9);
  assert.equal(figures.gilWait.toFixed(3), (20 / 59).toFixed(3));
  assert.deepEqual([figures.switches, figures.threads, figures.startUp], [3, 2, 11]);
});

test("the export for Perfetto has a complete event a segment and both ends of an arrow", () => {
  const model = new TraceModel();
  model.add([piece(life, { ended: origin + 50 })]);
  const { traceEvents } = JSON.parse(perfettoTrace(model));
  const count = (phase) => traceEvents.filter((event) => event.ph === phase).length;
  assert.deepEqual([count("s"), count("f")], [1, 1]);
  const waiting = traceEvents.filter((event) => event.name === "waiting for the GIL");
  assert.deepEqual(
    waiting.map(({ ts, dur }) => [ts, dur]),
    [
      [31_000, 10_000],
      [21_000, 10_000],
    ],
  );
});

test("a tile says what a track mostly did in each of its buckets", () => {
  const track = new Track("thread", 1, 1);
  track.change(0, stateNumber.running, 0);
  track.change(100, stateNumber.blocked, 1);
  for (let time = 110; time < 200; time += 0.01)
    track.change(time, time % 0.02 < 0.01 ? stateNumber.gil_wait : stateNumber.sleeping, 2);
  track.end = 200;
  const tile = new Tiles().tile(track, 0, 0);
  assert.equal(tile.length, tileBuckets);
  assert.equal(tile[50], stateNumber.running + 1);
  assert.equal(tile[105], stateNumber.blocked + 1);
  assert.equal(tile[150], stateNumber.gil_wait + 1);
  assert.equal(tile[201], 0);
});

test("zooming keeps the time under the pointer, and stays on the axis", () => {
  const window = new TimeWindow();
  window.fit(1000);
  window.zoom(0.5, 250);
  assert.deepEqual([window.from, window.to], [125, 625]);
  window.pan(-500);
  assert.deepEqual([window.from, window.to], [0, 500]);
  window.zoom(100, 0);
  assert.ok(window.whole);
});

test("marks of the axis are round numbers", () => {
  assert.deepEqual([markStep(1000, 8), markStep(7, 10), markStep(0.03, 5)], [200, 1, 0.01]);
  assert.deepEqual(
    [timeText(0), timeText(200, 100), timeText(1500), timeText(0.25, 0.05), timeText(0.004)],
    ["0", "200 ms", "1.50 s", "0.25 ms", "4.0 µs"],
  );
});
