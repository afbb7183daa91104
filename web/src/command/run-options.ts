// The options of `gilbox run`, before the file: how the program is run and watched.

import { existsSync, readFileSync } from "node:fs";

export interface RunOptions {
  /** What the options are for the `python` program. */
  environment: Record<string, string>;
  /** Where to write a Chrome trace. */
  trace: string | undefined;
  /** Bytes each process has; undefined: the machine's default. */
  memory: number | undefined;
  /** The file (or -c and code) and the program's arguments. */
  rest: string[];
}

/** script:FILE with the file's text in its place. */
function schedule(text: string): string {
  const file = text.startsWith("script:") && text.slice("script:".length);
  if (!file || !existsSync(file)) return text;
  return `script:${readFileSync(file, "utf8")}`;
}

/** Megabytes as bytes. */
function megabytes(text: string): number {
  const number = Number(text);
  if (!(number >= 8 && number <= 4096))
    throw new RangeError(`--memory is from 8 to 4096 megabytes, not ${text}`);
  return number * 2 ** 20;
}

/** Throws a RangeError that says what is wrong. */
export function runOptions(words: string[]): RunOptions {
  const options: RunOptions = {
    environment: {},
    trace: undefined,
    memory: undefined,
    rest: [...words],
  };
  const { environment, rest } = options;
  while (rest[0]?.startsWith("--")) {
    const word = rest.shift() as string;
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined) throw new RangeError(`${word} needs a value`);
      return next;
    };
    if (word === "--schedule") environment.GILBOX_SCHEDULE = schedule(value());
    else if (word === "--trace") options.trace = value();
    else if (word === "--memory") options.memory = megabytes(value());
    else if (word === "--stats") environment.GILBOX_STATS = "1";
    else if (word === "--no-deadlock-check") environment.GILBOX_DEADLOCK_CHECK = "0";
    else throw new RangeError(`no such option: ${word}`);
  }
  return options;
}
