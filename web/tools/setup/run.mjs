// Starting other programs: quietly with their output in the error (`run`), or seen as they go (`show`).
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

/** A failure that is told to the user in one line, without a stack. */
export class SetupError extends Error {}

function start(command, args, { onLine, separately, ...options }, stdio) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    if (onLine) createInterface({ input: child.stdout }).on("line", onLine);
    const errors = separately ? [] : chunks;
    child.stderr?.on("data", (chunk) => errors.push(chunk));
    child.on("error", (error) => reject(new SetupError(`${command}: ${error.message}`)));
    child.on("close", (code, signal) => {
      const text = (list) => Buffer.concat(list).toString();
      resolve({ code: code ?? 1, signal, output: text(chunks), errors: text(errors) });
    });
  });
}

/** Runs a program and returns what it wrote; a bad exit code is an error that quotes it. `onLine` sees each line. */
export async function run(command, args, options = {}) {
  const { code, output } = await start(command, args, options, ["ignore", "pipe", "pipe"]);
  if (code !== 0) throw new SetupError(`${command} ${args.join(" ")} failed (${code}):\n${output}`);
  return output;
}

/**
 * Like `run`, but a bad exit code is part of the answer: `{ code, signal, output, errors }`. What goes to the
 * error output is part of `output` too, unless it is asked for `separately`.
 */
export function attempt(command, args, options = {}) {
  return start(command, args, options, ["ignore", "pipe", "pipe"]);
}

/** The full path of a command on the PATH, or undefined. */
export function which(command, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    const file = join(folder || ".", command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return undefined;
}
