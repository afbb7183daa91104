// The interactive prompt of the command, with its input from a pipe.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { PromptMarks } from "../../web/src/command/prompt-marks.ts";

const command = join(process.cwd(), "web/bin/gilbox.mjs"); // the tests run in the checkout

function converse(args, input) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args]);
    let [output, errors] = ["", ""];
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (errors += text));
    child.on("close", (code) => resolve({ code, output, errors }));
    child.stdin.end(input);
  });
}

test("the prompt runs statements, keeps the last value and goes on after an error", async () => {
  const { code, output, errors } = await converse(
    ["-i"],
    "x = 40\nx + 2\n_ * 2\ndef f(a):\n    return 1 / a\n\nf(0)\n(1 +\n 2)\nexit(7)\n",
  );
  assert.equal(code, 7);
  assert.equal(output, ">>> >>> 42\n>>> 84\n>>> ... ... >>> >>> ... 3\n>>> ");
  assert.match(errors, /File "<python-input-4>", line 1, in <module>\n {4}f\(0\)\n/);
  assert.match(errors, /ZeroDivisionError: division by zero\n$/);
});

test("the end of input leaves the prompt with exit code 0", async () => {
  const { code } = await converse(["-i"], "1 / 0\n");
  assert.equal(code, 0);
});

test("piped input without arguments is a program", async () => {
  const { code, output } = await converse(
    [],
    "import sys\nprint(sys.argv, __name__)\nsys.exit(4)\n",
  );
  assert.equal(output, "['-'] __main__\n");
  assert.equal(code, 4);
});

test("prompts are found in output that is cut anywhere", () => {
  const whole = "a\x1b[1mb\x1b]133;A\x07>>> \x1b]133;B\x07c\x1b";
  for (let cut = 0; cut <= whole.length; cut++) {
    const marks = new PromptMarks();
    const pieces = [...marks.feed(whole.slice(0, cut)), ...marks.feed(whole.slice(cut))];
    const text = pieces.filter(({ kind }) => kind === "text").map((piece) => piece.text);
    assert.equal(text.join("") + marks.finish(), "a\x1b[1mbc\x1b");
    assert.deepEqual(
      pieces.filter(({ kind }) => kind === "prompt").map((piece) => piece.text),
      [">>> "],
    );
  }
});
