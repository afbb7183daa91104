// Commands on files.

import type { FileEntry } from "../machine/page/files.ts";
import type { CommandRow } from "./commands.ts";
import { baseName } from "./paths.ts";
import type { CommandContext } from "./shell.ts";
import { copyTo, writeText } from "./streams.ts";

function flags(args: readonly string[]): { letters: Set<string>; names: string[] } {
  const letters = new Set<string>();
  const names: string[] = [];
  for (const arg of args)
    if (/^-[a-zA-Z]+$/.test(arg)) for (const letter of arg.slice(1)) letters.add(letter);
    else names.push(arg);
  return { letters, names };
}

async function isDirectory({ machine }: CommandContext, path: string): Promise<boolean> {
  const status = await machine.files.stat(path).catch(() => undefined); // not there: no directory
  return status?.kind === "directory";
}

/** Where a file goes: into a directory under its own name, or to the name itself. */
async function goal(context: CommandContext, from: string, to: string): Promise<string> {
  const target = context.shell.path(to);
  return (await isDirectory(context, target)) ? `${target}/${baseName(from)}` : target;
}

async function copyTree(context: CommandContext, from: string, to: string): Promise<void> {
  const { files } = context.machine;
  if (!(await isDirectory(context, from))) return files.write(to, await files.read(from));
  if (!(await isDirectory(context, to))) await files.makeDirectory(to);
  for (const { name } of await files.list(from))
    await copyTree(context, `${from}/${name}`, `${to}/${name}`);
}

async function longList(context: CommandContext, path: string, entries: FileEntry[]) {
  for (const { name, kind } of entries) {
    const status = await context.machine.files.stat(`${path}/${name}`);
    const day = new Date(status.modified).toISOString().slice(0, 16).replace("T", " ");
    const size = String(status.size).padStart(9);
    await writeText(context.output, `${size}  ${day}  ${name}${kind === "directory" ? "/" : ""}\n`);
  }
}

export const fileCommands: Record<string, CommandRow> = {
  ls: {
    usage: "ls [-l] [PATH…]",
    does: "what is in a directory",
    run: async (context) => {
      const { letters, names } = flags(context.args);
      for (const name of names.length ? names : ["."]) {
        const path = context.shell.path(name);
        if (!(await isDirectory(context, path))) {
          await context.machine.files.stat(path);
          await writeText(context.output, `${name}\n`);
          continue;
        }
        const all = (await context.machine.files.list(path)).sort((a, b) =>
          a.name < b.name ? -1 : 1,
        );
        const entries = all.filter((e) => letters.has("a") || !e.name.startsWith("."));
        if (names.length > 1) await writeText(context.output, `${name}:\n`);
        if (letters.has("l")) await longList(context, path, entries);
        else
          for (const { name: entry, kind } of entries)
            await writeText(context.output, `${entry}${kind === "directory" ? "/" : ""}\n`);
      }
      return 0;
    },
  },
  cat: {
    usage: "cat [FILE…]",
    does: "print files, or what comes in",
    run: async ({ args, input, output, machine, shell, signal }) => {
      if (args.length === 0) await copyTo(input, output, signal);
      for (const name of args) await output.write(await machine.files.read(shell.path(name)));
      return 0;
    },
  },
  cp: {
    usage: "cp [-r] FROM… TO",
    does: "copy",
    run: async (context) => {
      const { letters, names } = flags(context.args);
      const to = names.pop();
      if (to === undefined || names.length === 0) throw new Error("usage: cp [-r] FROM… TO");
      for (const name of names) {
        const from = context.shell.path(name);
        if (!letters.has("r") && (await isDirectory(context, from)))
          throw new Error(`cp: ${name} is a directory (use -r)`);
        await copyTree(context, from, await goal(context, from, to));
      }
      return 0;
    },
  },
  mv: {
    usage: "mv FROM… TO",
    does: "move, rename",
    run: async (context) => {
      const names = [...context.args];
      const to = names.pop();
      if (to === undefined || names.length === 0) throw new Error("usage: mv FROM… TO");
      for (const name of names) {
        const from = context.shell.path(name);
        await context.machine.files.rename(from, await goal(context, from, to));
      }
      return 0;
    },
  },
  rm: {
    usage: "rm [-r] PATH…",
    does: "remove",
    run: async (context) => {
      const { letters, names } = flags(context.args);
      if (names.length === 0) throw new Error("usage: rm [-r] PATH…");
      for (const name of names) {
        const path = context.shell.path(name);
        if (!letters.has("r") && (await isDirectory(context, path)))
          throw new Error(`rm: ${name} is a directory (use -r)`);
        await context.machine.files.remove(path, { recursive: letters.has("r") });
      }
      return 0;
    },
  },
  mkdir: {
    usage: "mkdir PATH…",
    does: "make directories",
    run: async ({ args, machine, shell }) => {
      if (args.length === 0) throw new Error("usage: mkdir PATH…");
      for (const name of args) await machine.files.makeDirectory(shell.path(name));
      return 0;
    },
  },
  pwd: {
    usage: "pwd",
    does: "where you are",
    run: async ({ shell, output }) => {
      await writeText(output, `${shell.directory}\n`);
      return 0;
    },
  },
  cd: {
    usage: "cd [PATH]",
    does: "go to a directory",
    run: async (context) => {
      const path = context.shell.path(context.args[0] ?? context.shell.home);
      if (!(await isDirectory(context, path)))
        throw new Error(`cd: ${context.args[0]}: no such directory`);
      context.shell.directory = path;
      return 0;
    },
  },
};
