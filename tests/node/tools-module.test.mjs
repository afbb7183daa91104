// The tools module: what C++ tells JavaScript by Embind.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";

const { Machine, Records, events } = await import(`${checkout}/web/dist/index.js`);
const { loadTools } = await import(`${checkout}/web/dist/tools.js`);
const tools = await loadTools();

test("its version is the package's", () => {
  const { version } = JSON.parse(readFileSync(`${checkout}/web/package.json`, "utf8"));
  assert.equal(tools.version, version);
});

test("its table of programs has those that the product says it has", async () => {
  const machine = await Machine.boot();
  const process = await machine.spawn("programs");
  let printed = "";
  for await (const text of process.output.pipeThrough(new TextDecoderStream())) printed += text;
  await machine.shutdown();
  const lines = tools.programs().map((row) => `${row.name}\t${row.arguments}\t${row.words}`);
  assert.deepEqual(printed.trimEnd().split("\n").sort(), lines.sort());
});

test("its events are those of the TypeScript side, under the same numbers", () => {
  assert.deepEqual(
    tools.eventNames(),
    events.map(({ name }) => name),
  );
});

describe("a Chrome trace", () => {
  const numberOf = (name) => events.findIndex((row) => row.name === name);

  /** Records of thread 2: `[time, event, first, second]`. */
  function recorded(rows) {
    const view = new DataView(new ArrayBuffer(rows.length * 32));
    for (const [index, [time, event, first = 0n, second = 0n]] of rows.entries()) {
      const at = index * 32;
      view.setBigInt64(at, BigInt(time), true);
      view.setUint32(at + 8, 2, true);
      view.setUint16(at + 12, numberOf(event), true);
      view.setBigUint64(at + 16, first, true);
      view.setBigUint64(at + 24, second, true);
    }
    return new Records(new Uint8Array(view.buffer));
  }

  function written(processes) {
    const pieces = [];
    tools.writeChromeTrace(processes, (text) => pieces.push(text));
    return { pieces, ...JSON.parse(pieces.join("")) };
  }

  test("has what all pieces of a process say, with its texts", () => {
    const { traceEvents } = written([
      {
        pid: 7,
        command: 'python "ß.py"',
        names: ["", "worker ✓"],
        records: [recorded([[1000, "thread_start", 1n]]), recorded([[3500, "thread_exit"]])],
      },
    ]);
    const names = traceEvents.filter(({ ph }) => ph === "M").map(({ args }) => args.name);
    assert.deepEqual(names, ['python "ß.py"', "worker ✓"]);
    const [{ pid, tid, ts, dur }] = traceEvents.filter(({ ph }) => ph === "X");
    assert.deepEqual({ pid, tid, ts, dur }, { pid: 7, tid: 2, ts: 0, dur: 2.5 });
  });

  test("comes in pieces, however long it is", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [index, "mark", 1n, BigInt(index)]);
    const { pieces, traceEvents } = written([
      { pid: 1, command: "many", names: ["", "é"], records: [recorded(rows)] },
    ]);
    assert.ok(pieces.length > 10);
    assert.ok(pieces.every(({ length }) => length < 100_000));
    const marks = traceEvents.filter(({ ph }) => ph === "i");
    assert.equal(marks.length, 20_000);
    assert.ok(marks.every(({ name }) => name === "é"));
  });

  test("of no process at all is one too", () => {
    assert.deepEqual(written([]).traceEvents, []);
  });
});
