// The words of the shell. One row a command: how it is used, what it does, its body.

import { fileCommands } from "./file-commands.ts";
import { machineCommands } from "./machine-commands.ts";
import type { CommandBody } from "./shell.ts";
import { readText, writeText } from "./streams.ts";

export interface CommandRow {
  usage: string;
  does: string;
  run: CommandBody;
}

const textCommands: Record<string, CommandRow> = {
  echo: {
    usage: "echo [-n] WORD…",
    does: "print words",
    run: async ({ args, output }) => {
      const quiet = args[0] === "-n";
      await writeText(output, (quiet ? args.slice(1) : args).join(" ") + (quiet ? "" : "\n"));
      return 0;
    },
  },
  grep: {
    usage: "grep TEXT [FILE…]",
    does: "lines that contain a text",
    run: async ({ args: [wanted, ...files], input, output, machine, shell }) => {
      if (wanted === undefined) throw new Error("usage: grep TEXT [FILE…]");
      const texts = files.length
        ? await Promise.all(files.map((file) => machine.files.readText(shell.path(file))))
        : [await readText(input)];
      const found = texts
        .flatMap((text) => text.split("\n"))
        .filter((line) => line.includes(wanted));
      for (const line of found) await writeText(output, `${line}\n`);
      return found.length ? 0 : 1;
    },
  },
  wc: {
    usage: "wc [FILE…]",
    does: "count lines, words and bytes",
    run: async ({ args, input, output, machine, shell }) => {
      const count = async (text: string, name: string) => {
        const lines = text.split("\n").length - 1;
        const words = text.split(/\s+/).filter(Boolean).length;
        const bytes = new TextEncoder().encode(text).length;
        const numbers = [lines, words, bytes].map((n) => String(n).padStart(8)).join("");
        await writeText(output, `${numbers}${name && ` ${name}`}\n`);
      };
      if (args.length === 0) await count(await readText(input), "");
      for (const file of args) await count(await machine.files.readText(shell.path(file)), file);
      return 0;
    },
  },
  time: {
    usage: "time COMMAND…",
    does: "run a command and say how long it took",
    run: async ({ args, shell, input, output, errors }) => {
      const began = performance.now();
      const line = args.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(" ");
      const code = await shell.runInside(line, { input: () => input, output, errors });
      await writeText(errors, `real ${((performance.now() - began) / 1000).toFixed(3)} s\n`);
      return code;
    },
  },
  history: {
    usage: "history",
    does: "the lines so far",
    run: async ({ shell, output }) => {
      for (const [index, line] of shell.history.entries())
        await writeText(output, `${String(index + 1).padStart(5)}  ${line}\n`);
      return 0;
    },
  },
  clear: {
    usage: "clear",
    does: "an empty screen",
    run: async ({ output }) => {
      await writeText(output, "\x1b[2J\x1b[H");
      return 0;
    },
  },
  help: {
    usage: "help",
    does: "this list",
    run: async ({ output }) => {
      const rows = [
        ["python [FILE | -c CODE]", "run Python, each time as a process of its own"],
        ...Object.values(commands).map(({ usage, does }) => [usage, does]),
      ];
      for (const [usage, does] of rows)
        await writeText(output, `  ${(usage as string).padEnd(34)} ${does}\n`);
      await writeText(
        output,
        "\nCOMMAND | COMMAND, > FILE, >> FILE, < FILE, 2>&1, COMMAND &, &&, ||, ;, *, $?\nTab completes, ↑ and ↓ go through the history, Ctrl-C interrupts, Ctrl-D ends input.\n",
      );
      return 0;
    },
  },
};

export const commands: Record<string, CommandRow> = {
  ...machineCommands,
  ...fileCommands,
  ...textCommands,
};
