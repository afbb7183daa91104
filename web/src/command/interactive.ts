// The terminal of `gilbox` without arguments: lines are edited here, with history, and go to Python's prompt.

import { readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { MachineProcess } from "../machine/page/process.ts";
import { PromptMarks } from "./prompt-marks.ts";

const historyFile = join(homedir(), ".gilbox_history");
const historySize = 1000;

function readHistory(): string[] {
  try {
    return readFileSync(historyFile, "utf8").split("\n").filter(Boolean).reverse();
  } catch {
    return []; // none yet
  }
}

function writeHistory(lines: string[]): void {
  try {
    writeFileSync(historyFile, `${lines.slice(0, historySize).reverse().join("\n")}\n`);
  } catch (error) {
    process.stderr.write(`gilbox: the history was not kept: ${(error as Error).message}\n`);
  }
}

function eraseLine(lines: Interface): void {
  lines.write(null, { ctrl: true, name: "e" });
  lines.write(null, { ctrl: true, name: "u" });
}

/** Shows the output, and asks for a line where Python shows a prompt. */
async function show(python: MachineProcess, ask: (prompt: string) => void): Promise<void> {
  const marks = new PromptMarks();
  const decoder = new TextDecoder();
  for await (const chunk of python.output) {
    for (const { kind, text } of marks.feed(decoder.decode(chunk, { stream: true }))) {
      if (kind === "text") process.stdout.write(text);
      else ask(text);
    }
  }
  process.stdout.write(marks.finish());
}

/** Connects the terminal to a process that shows prompts; resolves when it ended and all is shown. */
export async function converse(python: MachineProcess): Promise<number> {
  const writer = python.input.getWriter();
  const send = (text: string): void => {
    writer.write(new TextEncoder().encode(text)).catch(() => {}); // it ended: nobody reads any more
  };
  let history = readHistory();
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    history,
    historySize,
    removeHistoryDuplicates: true,
    tabSize: 4,
  });
  lines.on("history", (now: string[]) => {
    history = now;
  });
  lines.on("line", (line) => send(`${line}\n`));
  lines.on("SIGINT", () => {
    eraseLine(lines);
    python.kill("INT");
  });
  lines.on("close", () => {
    writer.close().catch(() => {});
  });
  const shown = show(python, (prompt) => {
    lines.setPrompt(prompt);
    lines.prompt();
  });
  const code = await python.exit;
  await shown;
  writeHistory(history);
  lines.close();
  return code;
}
