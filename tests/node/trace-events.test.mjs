// The TypeScript side of the table of events.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { generate, generatedFile } from "../../web/tools/generate-events.mjs";

describe("web/src/trace/events.ts", () => {
  test("is what web/tools/generate-events.mjs makes of core/trace/events.def", () => {
    assert.equal(
      readFileSync(generatedFile, "utf8"),
      generate(),
      "run: node web/tools/generate-events.mjs",
    );
  });

  test("has every row of the table, numbered in the same order", () => {
    const text = generate();
    const table = readFileSync(new URL("../../core/trace/events.def", import.meta.url), "utf8");
    const names = [...table.matchAll(/^GILBOX_EVENT\((\w+),/gm)].map(([, name]) => name);
    assert.ok(names.length > 30);
    const made = [...text.matchAll(/^ {2}\{ name: "(\w+)"/gm)].map(([, name]) => name);
    assert.deepEqual(made, names);
  });
});
