// A line of the shell: words, pipes, redirections. What it understands is what `help` says, no more.
//
//   list     = pipeline { (";" | "&" | "&&" | "||") pipeline }
//   pipeline = command { "|" command }
//   command  = { word | ">" word | ">>" word | "<" word | "2>&1" | "2>" word }

export interface Redirection {
  kind: "read" | "write" | "append" | "errors" | "errors-to-output";
  /** A pattern is left as it is: files redirected to are named exactly. */
  target: string;
}

/** A word with its quoted parts known: `*` and `?` in them are letters. */
export interface Word {
  text: string;
  pattern: boolean;
}

export interface Command {
  words: Word[];
  redirections: Redirection[];
}

export interface Pipeline {
  commands: Command[];
  text: string;
  background: boolean;
  /** When it runs, by how the one before it ended. */
  when: "always" | "succeeded" | "failed";
}

export class ShellError extends Error {}

type Token = { kind: "word"; word: Word } | { kind: "operator"; text: string; at: number };

const operators = ["2>&1", "2>", "&&", "||", ">>", ">", "<", "|", ";", "&"];

function tokens(line: string, variables: ReadonlyMap<string, string>): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const letter = line[at] as string;
    if (/\s/.test(letter)) {
      at++;
      continue;
    }
    if (letter === "#") break;
    const operator = operators.find((o) => line.startsWith(o, at));
    if (operator) {
      found.push({ kind: "operator", text: operator, at });
      at += operator.length;
      continue;
    }
    const { word, next } = readWord(line, at, variables);
    found.push({ kind: "word", word });
    at = next;
  }
  return found;
}

function readWord(
  line: string,
  start: number,
  variables: ReadonlyMap<string, string>,
): { word: Word; next: number } {
  let text = "";
  let pattern = false;
  let at = start;
  const variable = () => {
    const name = /^\$(?:\{(\w+)\}|(\w+|\?))/.exec(line.slice(at));
    if (!name) return false;
    text += variables.get((name[1] ?? name[2]) as string) ?? "";
    at += name[0].length;
    return true;
  };
  while (at < line.length) {
    const letter = line[at] as string;
    if (letter === "'" || letter === '"') {
      const quote = letter;
      at++;
      for (;;) {
        const inside = line[at];
        if (inside === undefined) throw new ShellError(`missing ${quote}`);
        if (inside === quote) break;
        if (quote === '"' && inside === "$" && variable()) continue;
        if (quote === '"' && inside === "\\" && '"\\$'.includes(line[at + 1] ?? " ")) at++;
        text += line[at++];
      }
      at++;
    } else if (letter === "\\" && at + 1 < line.length) {
      text += line[at + 1];
      at += 2;
    } else if (letter === "$" && variable()) {
    } else if (/[\s|;&<>]/.test(letter)) break;
    else {
      if (letter === "*" || letter === "?") pattern = true;
      text += letter;
      at++;
    }
  }
  if (line[start] === "~" && (text === "~" || text.startsWith("~/")))
    text = `${variables.get("HOME") ?? "/home"}${text.slice(1)}`;
  return { word: { text, pattern }, next: at };
}

const redirectionKinds: Readonly<Record<string, Redirection["kind"]>> = {
  ">": "write",
  ">>": "append",
  "<": "read",
  "2>": "errors",
};

export function parseLine(line: string, variables: ReadonlyMap<string, string>): Pipeline[] {
  const pipelines: Pipeline[] = [];
  let commands: Command[] = [];
  let command: Command = { words: [], redirections: [] };
  let when: Pipeline["when"] = "always";
  let began = 0;
  const endCommand = (before: string) => {
    if (command.words.length === 0) throw new ShellError(`nothing before ${before}`);
    commands.push(command);
    command = { words: [], redirections: [] };
  };
  const endPipeline = (operator: string, at: number, length: number) => {
    endCommand(operator);
    const text = line.slice(began, at).trim();
    pipelines.push({ commands, text, background: operator === "&", when });
    commands = [];
    began = at + length;
    when = operator === "&&" ? "succeeded" : operator === "||" ? "failed" : "always";
  };
  const list = tokens(line, variables);
  for (let i = 0; i < list.length; i++) {
    const token = list[i] as Token;
    if (token.kind === "word") {
      command.words.push(token.word);
      continue;
    }
    const { text, at } = token;
    const kind = redirectionKinds[text];
    if (kind) {
      const next = list[++i];
      if (next?.kind !== "word") throw new ShellError(`a file name must follow ${text}`);
      command.redirections.push({ kind, target: next.word.text });
    } else if (text === "2>&1") command.redirections.push({ kind: "errors-to-output", target: "" });
    else if (text === "|") endCommand("|");
    else endPipeline(text, at, text.length);
  }
  if (command.words.length > 0 || commands.length > 0) endPipeline("the end", line.length, 0);
  else if (when !== "always") throw new ShellError("something must follow && and ||");
  return pipelines;
}
