// The border between C++ and TypeScript: both sides of every table must say the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { errno } from "../../web/src/machine/segment/errors.ts";
import { processState } from "../../web/src/machine/segment/layout.ts";
import { poll } from "../../web/src/machine/segment/pipe.ts";
import {
  controlBlock,
  fetchBlock,
  fetchPhase,
  grantKind,
  openFlag,
  signalNumber,
  spawnBlock,
  startBlock,
  statBlock,
  systemCall,
} from "../../web/src/protocol/system-calls.ts";

const source = (path: string): string => readFileSync(path, "utf8");
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The enumerators of `enum class NAME`, by name in camelCase. */
function enumerators(text: string, name: string): Record<string, number> {
  const body = new RegExp(`enum class ${name}[^{]*\\{([^}]*)\\}`).exec(text)?.[1];
  assert.ok(body, `no enum class ${name}`);
  const found: Record<string, number> = {};
  let next = 0;
  for (const [, enumerator, value] of body
    .replace(/\/\/.*$/gm, "")
    .matchAll(/(\w+)\s*(?:=\s*(\d+))?\s*(?:,|$)/g)) {
    next = value === undefined ? next : Number(value);
    found[camel(enumerator as string)] = next++;
  }
  return found;
}

/** The words of a struct of 32-bit fields, by name in camelCase; a double takes two. */
function words(text: string, name: string): Record<string, number> {
  const body = new RegExp(
    `struct (?:alignas\\(\\d+\\) )?${name} \\{([^}]*(?:\\{\\d*\\}[^}]*)*)\\n\\}`,
  ).exec(text)?.[1];
  assert.ok(body, `no struct ${name}`);
  const found: Record<string, number> = {};
  let next = 0;
  for (const [, type, field] of body.matchAll(
    /^\s*(std::u?int32_t|double|std::atomic<std::u?int32_t>) (\w+)/gm,
  )) {
    found[camel(field as string)] = next;
    next += type === "double" ? 2 : 1;
  }
  found.words = next;
  return found;
}

const blocks = source("wasm/machine/blocks.hpp");
const machine = source("wasm/machine/machine.hpp");

describe("the border to C++", () => {
  test("system calls have the same numbers", () => {
    assert.deepEqual(enumerators(blocks, "SystemCall"), { ...systemCall });
  });

  test("blocks have the same words", () => {
    assert.deepEqual(words(blocks, "SpawnBlock"), { ...spawnBlock });
    assert.deepEqual(words(blocks, "FetchBlock"), { ...fetchBlock });
    const { kind, size, modified, identity, words: count } = words(blocks, "StatBlock");
    assert.deepEqual(
      {
        kind,
        size,
        modifiedLow: modified,
        modifiedHigh: (modified as number) + 1,
        identity,
        words: count,
      },
      { ...statBlock },
    );
    assert.deepEqual(words(blocks, "StartBlock"), { ...startBlock });
    const { words: _, ...control } = words(
      source("wasm/machine/control_block.hpp"),
      "ControlBlock",
    );
    assert.deepEqual(control, { ...controlBlock });
  });

  test("flags, kinds and states have the same numbers", () => {
    const flags = [...blocks.matchAll(/\bk([A-Z]\w*) = (\d+)/g)].map(([, name, value]) => [
      (name as string).toLowerCase(),
      Number(value),
    ]);
    assert.deepEqual(Object.fromEntries(flags), { ...openFlag });
    assert.deepEqual(enumerators(machine, "ObjectKind"), { ...grantKind });
    const { free: _free, warm: _warm, ...states } = processState;
    assert.deepEqual(enumerators(machine, "State"), states);
    const ends = /kReadable = (\d+), kWritable = (\d+), kNoWriter = (\d+), kNoReader = (\d+)/;
    const [, readable, writable, noWriter, noReader] = (ends.exec(machine) ?? []).map(Number);
    assert.deepEqual({ readable, writable, noWriter, noReader }, { ...poll });
    assert.deepEqual(enumerators(source("core/host/network.hpp"), "RequestPhase"), {
      ...fetchPhase,
    });
  });

  test("what a thread can wait for has the same numbers", () => {
    const side = source("web/src/machine/process/thread-side.ts");
    const kinds = /waitKind = \{([^}]*)\}/.exec(side)?.[1] ?? "";
    const found = [...kinds.matchAll(/(\w+): (\d+)/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]);
    assert.deepEqual(enumerators(machine, "Waitable"), Object.fromEntries(found));
  });

  test("error numbers are Linux's on both sides", () => {
    const table = [
      ...source("core/host/errors.def").matchAll(/^GILBOX_HOST_ERROR\((\w+), (\d+),/gm),
    ];
    const byNumber = new Map(table.map(([, name, number]) => [Number(number), name as string]));
    for (const [name, number] of Object.entries(
      enumerators(source("wasm/machine/error.hpp"), "Error"),
    )) {
      if (number !== 0) assert.equal(camel(byNumber.get(number) ?? "missing"), name);
    }
    const unknown = Object.entries(errno).filter(([, number]) => !byNumber.has(number));
    assert.deepEqual(unknown, [], "programs would not know these");
  });

  test("signals have the same numbers", () => {
    const { interrupt, kill, user1, terminate, showTasks } = enumerators(
      source("core/host/processes.hpp"),
      "Signal",
    );
    assert.deepEqual(
      { INT: interrupt, KILL: kill, USR1: user1, TERM: terminate, TASKS: showTasks },
      { ...signalNumber },
    );
  });
});
