// The line editor: keys in, a line out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LineEditor } from "../../web/src/terminal/line-editor.ts";
import { parseLine } from "../../web/src/terminal/parse.ts";
import { resolvePath } from "../../web/src/terminal/paths.ts";

async function typed(keys, history = [], words = []) {
  const lines = [];
  const editor = new LineEditor(() => {}, history, {
    line: (text) => lines.push(text),
    interrupt: () => lines.push("^C"),
    end: () => lines.push("^D"),
    complete: async () => words,
  });
  editor.start("$ ");
  await editor.feed(keys);
  return { lines, rest: editor.line };
}

test("letters make a line, Enter ends it", async () => {
  assert.deepEqual((await typed("abc\rd")).lines, ["abc"]);
});

test("the keys of Emacs move and remove", async () => {
  const cases = {
    "abc\x7fd": "abd",
    "bc\x01a": "abc",
    "ac\x1b[Db": "abc",
    "abc\x15x": "x",
    "one two\x17x": "one x",
    "abcd\x1b[D\x1b[D\x0b": "ab",
    "ab\x01\x04": "b",
    "one two\x1bbx": "one xtwo",
  };
  for (const [keys, line] of Object.entries(cases)) assert.equal((await typed(keys)).rest, line);
});

test("keys it does not know leave no letters behind", async () => {
  assert.equal((await typed("a\x1b[15~b\x1b[1;2Pc")).rest, "abc");
});

test("up and down go through the history and back to what was begun", async () => {
  const history = ["one", "two"];
  assert.equal((await typed("x\x1b[A", history)).rest, "two");
  assert.equal((await typed("x\x1b[A\x1b[A\x1b[A", history)).rest, "one");
  assert.equal((await typed("x\x1b[A\x1b[A\x1b[B\x1b[B", history)).rest, "x");
});

test("Tab writes what all completions share, and a space after the only one", async () => {
  assert.equal((await typed("cat fi\t", [], ["file-1", "file-2"])).rest, "cat file-");
  assert.equal((await typed("cat fi\t", [], ["file"])).rest, "cat file ");
  assert.equal((await typed("cd d\t", [], ["dir/"])).rest, "cd dir/");
  assert.equal((await typed("cat x\t")).rest, "cat x");
});

test("Ctrl-C drops the line, Ctrl-D ends only on an empty one", async () => {
  assert.deepEqual(await typed("abc\x03\x04"), { lines: ["^C", "^D"], rest: "" });
});

test("a line is parsed into pipelines with their conditions", () => {
  const variables = new Map([["X", "v w"]]);
  const [first, second] = parseLine('a "$X" | b > f && c &', variables);
  assert.deepEqual(
    first.commands.map((c) => c.words.map((w) => w.text)),
    [["a", "v w"], ["b"]],
  );
  assert.deepEqual(first.commands[1].redirections, [{ kind: "write", target: "f" }]);
  assert.deepEqual([second.when, second.background], ["succeeded", true]);
  for (const bad of ["| a", "a |", "a >", "a &&", "&"])
    assert.throws(() => parseLine(bad, variables), /before|follow/);
});

test("paths lose their dots", () => {
  assert.deepEqual(
    ["x", "../x", "/a//b/./c", "../../.."].map((path) => resolvePath("/home/me", path)),
    ["/home/me/x", "/home/x", "/a/b/c", "/"],
  );
});
