// A shell at a keyboard: prompt, lines, Ctrl-C, what programs read and print. Written against two functions, so that
// tests and xterm.js are the same to it.

import type { Machine } from "../machine/page/machine.ts";
import { LineEditor } from "./line-editor.ts";
import { Shell } from "./shell.ts";
import type { Sink, Source } from "./streams.ts";

const encoder = new TextEncoder();
const blue = (text: string) => `\x1b[34m${text}\x1b[0m`;
const programFlags = ["bench", "dis", "ps", "top"];

export class Session {
  readonly shell: Shell;
  private readonly editor: LineEditor;
  private readonly decoder = new TextDecoder();
  private readonly sink: Sink;
  /** Where lines go while a program runs. */
  private keyboard: ReadableStreamDefaultController<Uint8Array> | undefined;
  private running: Promise<unknown> | undefined;
  private atLineStart = true;
  private feeding = Promise.resolve();

  constructor(
    machine: Machine,
    private readonly print: (text: string) => void,
  ) {
    this.shell = new Shell(machine);
    this.sink = { write: (bytes) => this.show(this.decoder.decode(bytes, { stream: true })) };
    this.editor = new LineEditor(print, this.shell.history, {
      line: (text) => this.line(text),
      interrupt: () => this.interrupt(),
      end: () => this.end(),
      complete: (line, cursor) => this.complete(line, cursor),
    });
  }

  start(): void {
    this.print("A shell on gilbox’s machine. Try: help, ls, python count-primes/threads.py\r\n");
    this.prompt();
  }

  /** What the keyboard sends. Ctrl-C works at once, everything else in its order. */
  input(data: string): void {
    if (data === "\x03" && this.running) {
      this.print("^C\r\n");
      this.shell.interrupt();
      return;
    }
    this.feeding = this.feeding.then(() => this.editor.feed(data));
  }

  /** Resolves when nothing runs in front. */
  async idle(): Promise<void> {
    await this.feeding;
    await this.running;
  }

  private show(text: string): void {
    if (text === "") return;
    this.atLineStart = text.endsWith("\n");
    this.print(text.replaceAll("\n", "\r\n"));
  }

  private prompt(): void {
    if (!this.atLineStart) this.print("\r\n");
    this.atLineStart = true;
    const place = this.shell.directory.replace(this.shell.home, "~");
    this.editor.start(`${blue(place)} $ `);
  }

  private line(text: string): void {
    if (this.running) {
      this.keyboard?.enqueue(encoder.encode(`${text}\n`));
      this.editor.start("");
      return;
    }
    if (text.trim() === "") {
      this.prompt();
      return;
    }
    this.editor.start("");
    this.running = this.shell
      .run(text, { input: () => this.keys(), output: this.sink, errors: this.sink })
      .finally(() => {
        this.running = undefined;
        this.keyboard = undefined;
        this.prompt();
      });
  }

  private keys(): Source {
    return new ReadableStream({
      start: (controller) => {
        this.keyboard = controller;
      },
      cancel: () => {
        this.keyboard = undefined;
      },
    });
  }

  private interrupt(): void {
    if (this.running) this.shell.interrupt();
    else this.prompt();
  }

  private end(): void {
    if (this.running) {
      this.keyboard?.close();
      this.keyboard = undefined;
    } else {
      this.print("\r\n");
      this.prompt();
    }
  }

  private async complete(line: string, cursor: number): Promise<string[]> {
    const before = line.slice(0, cursor);
    const word = /[^\s|;&<>]*$/.exec(before)?.[0] ?? "";
    const head = before.slice(0, before.length - word.length).trimEnd();
    if (head === "" || /[|;&]$/.test(head) || head === "time")
      return this.shell.commandNames.filter((name) => name.startsWith(word));
    if (head === "gilbox") return programFlags.filter((name) => name.startsWith(word));
    const slash = word.lastIndexOf("/");
    const folder = word.slice(0, slash + 1);
    const entries = await this.shell.machine.files
      .list(this.shell.path(folder || "."))
      .catch(() => []); // no such folder: nothing to complete
    return entries
      .map(({ name, kind }) => `${folder}${name}${kind === "directory" ? "/" : ""}`)
      .filter((name) => name.startsWith(word))
      .sort();
  }
}
