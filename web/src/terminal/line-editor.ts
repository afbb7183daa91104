// One line being written: keys in, what to print out. Emacs keys, history, completion. Knows no terminal but its escapes.

export interface LineEvents {
  /** The line was ended with Enter. */
  line: (text: string) => void;
  interrupt: () => void;
  /** Ctrl-D on an empty line. */
  end: () => void;
  /** Words that can stand for the one before the cursor. */
  complete?: (line: string, cursor: number) => Promise<string[]>;
}

const keys: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\n": "enter",
  "\x7f": "backspace",
  "\b": "backspace",
  "\t": "tab",
  "\x01": "home",
  "\x05": "end",
  "\x02": "left",
  "\x06": "right",
  "\x03": "interrupt",
  "\x04": "delete-or-end",
  "\x0b": "kill-to-end",
  "\x15": "kill-to-start",
  "\x17": "kill-word",
  "\x0c": "clear",
  "\x10": "up",
  "\x0e": "down",
  "\x1b[A": "up",
  "\x1b[B": "down",
  "\x1b[C": "right",
  "\x1b[D": "left",
  "\x1b[H": "home",
  "\x1b[F": "end",
  "\x1bOH": "home",
  "\x1bOF": "end",
  "\x1b[3~": "delete",
  "\x1b[1;5C": "word-right",
  "\x1b[1;5D": "word-left",
  "\x1bf": "word-right",
  "\x1bb": "word-left",
};

const longestKey = Math.max(...Object.keys(keys).map((key) => key.length));

export class LineEditor {
  private text = "";
  private cursor = 0;
  private prompt = "";
  private recalled = 0;
  private saved = "";

  constructor(
    private readonly print: (text: string) => void,
    private readonly history: readonly string[],
    private readonly events: LineEvents,
  ) {}

  /** Begins a line. */
  start(prompt: string): void {
    this.prompt = prompt;
    this.text = "";
    this.cursor = 0;
    this.recalled = this.history.length;
    this.print(prompt);
  }

  get line(): string {
    return this.text;
  }

  /** Keys as a terminal sends them; pasted text too. */
  async feed(data: string): Promise<void> {
    let at = 0;
    while (at < data.length) {
      let length = Math.min(longestKey, data.length - at);
      while (length > 0 && !keys[data.slice(at, at + length)]) length--;
      if (length > 0) {
        await this.press(keys[data.slice(at, at + length)] as string);
        at += length;
        continue;
      }
      const letter = String.fromCodePoint(data.codePointAt(at) as number);
      at += letter.length;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
      const sequence = /^\x1b(\[[\d;?]*[ -/]*[@-~]|O.|.)?/.exec(data.slice(at - 1));
      if (letter === "\x1b" && sequence) at += sequence[0].length - 1;
      else if (letter >= " ") this.insert(letter);
    }
  }

  private insert(letters: string): void {
    this.text = this.text.slice(0, this.cursor) + letters + this.text.slice(this.cursor);
    this.cursor += letters.length;
    if (this.cursor === this.text.length) this.print(letters);
    else this.redraw();
  }

  private redraw(): void {
    const back = this.text.length - this.cursor;
    this.print(`\r\x1b[K${this.prompt}${this.text}${back ? `\x1b[${back}D` : ""}`);
  }

  private set(text: string, cursor = text.length): void {
    this.text = text;
    this.cursor = cursor;
    this.redraw();
  }

  private wordStart(): number {
    return this.cursor - (/\S*\s*$/.exec(this.text.slice(0, this.cursor))?.[0].length ?? 0);
  }

  private wordEnd(): number {
    return this.cursor + (/^\s*\S*/.exec(this.text.slice(this.cursor))?.[0].length ?? 0);
  }

  private recall(step: -1 | 1): void {
    const next = this.recalled + step;
    if (next < 0 || next > this.history.length) return;
    if (this.recalled === this.history.length) this.saved = this.text;
    this.recalled = next;
    this.set(next === this.history.length ? this.saved : (this.history[next] as string));
  }

  private async press(key: string): Promise<void> {
    const { text, cursor } = this;
    const without = (from: number, to: number) =>
      this.set(text.slice(0, from) + text.slice(to), from);
    switch (key) {
      case "enter":
        this.print("\r\n");
        this.text = "";
        this.cursor = 0;
        return this.events.line(text);
      case "interrupt":
        this.print("^C\r\n");
        this.text = "";
        this.cursor = 0;
        return this.events.interrupt();
      case "delete-or-end":
        if (text === "") return this.events.end();
        return without(cursor, Math.min(cursor + 1, text.length));
      case "delete":
        return without(cursor, Math.min(cursor + 1, text.length));
      case "backspace":
        if (cursor > 0) without(cursor - 1, cursor);
        return;
      case "left":
        return this.set(text, Math.max(0, cursor - 1));
      case "right":
        return this.set(text, Math.min(text.length, cursor + 1));
      case "word-left":
        return this.set(text, this.wordStart());
      case "word-right":
        return this.set(text, this.wordEnd());
      case "home":
        return this.set(text, 0);
      case "end":
        return this.set(text, text.length);
      case "kill-to-end":
        return this.set(text.slice(0, cursor), cursor);
      case "kill-to-start":
        return this.set(text.slice(cursor), 0);
      case "kill-word":
        return without(this.wordStart(), cursor);
      case "clear":
        this.print("\x1b[2J\x1b[H");
        return this.redraw();
      case "up":
        return this.recall(-1);
      case "down":
        return this.recall(1);
      case "tab":
        return this.complete();
    }
  }

  private async complete(): Promise<void> {
    const words = (await this.events.complete?.(this.text, this.cursor)) ?? [];
    const before = this.text.slice(0, this.cursor);
    const start = before.length - (/[^\s|;&<>]*$/.exec(before)?.[0].length ?? 0);
    const [first] = words;
    if (first === undefined) return;
    let shared = first;
    for (const word of words)
      while (!word.startsWith(shared)) shared = shared.slice(0, shared.length - 1);
    const typed = before.slice(start);
    if (words.length > 1 && shared.length <= typed.length) {
      this.print(
        `\r\n${words.map((word) => word.split("/").filter(Boolean).at(-1)).join("  ")}\r\n`,
      );
      return this.redraw();
    }
    const gap = words.length === 1 && !shared.endsWith("/") ? " " : "";
    const after = this.text.slice(this.cursor);
    const text = before.slice(0, start) + shared + gap;
    this.set(text + after, text.length);
  }
}
