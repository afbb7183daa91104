// The tools that build and test the project.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { unlessUnchanged } from "../../web/tools/build/unchanged.mjs";
import { isNewEnough, parseVersion } from "../../web/tools/setup/emscripten.mjs";
import { wrongImports, wrongIncludes } from "../tools/checks/layers.mjs";
import { readCounts } from "../tools/suites/catch2.mjs";
import { readSummary } from "../tools/suites/node-tests.mjs";

describe("the version of emcc", () => {
  test("is read from what it prints", () => {
    const printed = "emcc (Emscripten gcc/clang-like replacement) 3.1.69 (a1b2)\nCopyright";
    assert.deepEqual(parseVersion(printed), [3, 1, 69]);
    assert.equal(parseVersion("command not found"), undefined);
  });

  test("is new enough from 3.1.69 on", () => {
    assert.equal(isNewEnough([3, 1, 69]), true);
    assert.equal(isNewEnough([3, 1, 68]), false);
    assert.equal(isNewEnough([3, 0, 99]), false);
    assert.equal(isNewEnough([6, 0, 0]), true);
  });
});

describe("a step of the build", () => {
  const folder = mkdtempSync(join(tmpdir(), "gilbox-step-"));
  after(() => rmSync(folder, { recursive: true }));
  const source = join(folder, "in/deep/source");
  const result = join(folder, "out/result");
  mkdirSync(join(folder, "in/deep"), { recursive: true });
  mkdirSync(join(folder, "out"));
  let done = 0;
  const step = () =>
    unlessUnchanged(
      join(folder, "stamp"),
      { reads: [join(folder, "in"), join(folder, "nowhere")], writes: [join(folder, "out")] },
      async () => writeFileSync(result, `${++done}`),
    );
  const timesDone = async () => {
    await step();
    return done;
  };

  test("is done once, and again when something it reads or wrote is not as it was", async () => {
    writeFileSync(source, "one");
    assert.equal(await timesDone(), 1);
    assert.equal(await timesDone(), 1);
    writeFileSync(source, "other");
    assert.equal(await timesDone(), 2);
    writeFileSync(`${source} beside`, "");
    assert.equal(await timesDone(), 3);
    rmSync(result);
    assert.equal(await timesDone(), 4);
    assert.equal(await timesDone(), 4);
  });

  test("that failed is not done", async () => {
    const stamp = join(folder, "failing");
    const parts = { reads: [join(folder, "in")], writes: [] };
    const fail = () => Promise.reject(new Error("no"));
    await assert.rejects(unlessUnchanged(stamp, parts, fail), /no/);
    await assert.rejects(unlessUnchanged(stamp, parts, fail), /no/);
  });
});

describe("the check of layers", () => {
  const layers = new Map([
    ["base", []],
    ["sync", ["base"]],
  ]);

  test("lets a room include itself and the rooms below", () => {
    const text = '#include "sync/mutex.hpp"\n#include "base/result.hpp"\n#include <vector>\n';
    assert.deepEqual(wrongIncludes("core/sync/mutex.cpp", text, layers), []);
  });

  test("names file and line of an include that goes upwards", () => {
    const text = '#include "base/x.hpp"\n#include "sync/mutex.hpp"\n';
    assert.deepEqual(wrongIncludes("core/base/x.cpp", text, layers), [
      "core/base/x.cpp:2: base may not use sync",
    ]);
  });

  test("finds an import that goes upwards", () => {
    assert.equal(
      wrongImports("web/src/a.ts", 'import { b } from "../../site/src/b.js";').length,
      1,
    );
    assert.deepEqual(wrongImports("site/src/a.ts", 'import { b } from "../../web/src/b";'), []);
  });
});

describe("the counts of a Catch2 program", () => {
  test("are its test cases", () => {
    const good = "All tests passed (1,234 assertions in 56 test cases)\n";
    assert.deepEqual(readCounts(good, 0), { passed: 56, failed: 0 });
    const bad = "test cases:  3 |  2 passed | 1 failed\nassertions: 9 | 8 passed | 1 failed\n";
    assert.deepEqual(readCounts(bad, 1), { passed: 2, failed: 1 });
  });

  test("hold a failure when a sanitizer or a crash ended it", () => {
    assert.equal(readCounts("All tests passed (1 assertion in 1 test case)", 66).failed, 1);
    assert.deepEqual(readCounts("Segmentation fault", 139), { passed: 0, failed: 1 });
  });
});

test("the counts of Node's test runner hold what failed and what was cancelled", () => {
  const output = "ℹ tests 5\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n";
  assert.deepEqual(readSummary(output, 1), { passed: 3, failed: 2 });
  assert.deepEqual(readSummary("", 1), { passed: 0, failed: 1 });
});
