// `runPython` and `compare` as others use them in their tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";

const { compare, parseReport, runPython, checkProgram, Machine } = await import(
  `${checkout}/web/dist/index.js`
);

test("runPython gives what a program printed and its exit code", async () => {
  const { output, exitCode, wall } = await runPython("import helper\nprint(helper.answer)\n", {
    files: { "helper.py": "answer = 42\n" },
  });
  assert.deepEqual([output, exitCode], ["42\n", 0]);
  assert.ok(wall > 0);
});

test("an exit code other than 0 comes with the traceback, not as a rejection", async () => {
  const { output, exitCode } = await runPython("raise ValueError('no')\n");
  assert.equal(exitCode, 1);
  assert.match(output, /ValueError: no\n$/);
});

test("compare measures programs against each other and looks inside once", async () => {
  const program = (n) => `import threading\nprint(sum(range(${n})) * 0)\n`;
  const result = await compare({ few: program(10), more: program(1000) }, { repeat: 3, seed: 5 });
  assert.deepEqual(
    result.lanes.map((lane) => [lane.lane, lane.runs.length]),
    [
      ["few", 3],
      ["more", 3],
    ],
  );
  assert.equal(result.seed, 5);
  assert.ok(result.machine.coresHad > 0 && result.machine.spawn > 0);
  for (const { work, startUp } of result.lanes) {
    assert.ok(work.cpu > 0 && work.processes === 1 && work.threads >= 1);
    assert.ok(startUp.median > 0);
  }
});

test("checkProgram says where a program is wrong", async () => {
  const machine = await Machine.boot();
  assert.deepEqual(await checkProgram(machine, "x = 1\n"), []);
  const [problem] = await checkProgram(machine, "x = 1\ny = = 2\n");
  assert.deepEqual(
    [problem.message, problem.line, problem.column],
    ["SyntaxError: invalid syntax", 2, 5],
  );
  await machine.shutdown();
});

test("a report is checked when it is read", () => {
  assert.throws(() => parseReport('{"schema": 1}'), /schema is 1, not 2/);
  const report = { schema: 2, date: "2026-01-01", environment: { place: "x" }, measured: [] };
  assert.deepEqual(parseReport(JSON.stringify(report)), report);
});
