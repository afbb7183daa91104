// The shell: a small one, on the machine's API. Commands are the programs of the machine and the words of commands.ts.
//
// It knows no terminal: lines come in with `run`, bytes go out through the sinks it is given. `interrupt` is Ctrl-C.

import type { Machine } from "../machine/page/machine.ts";
import type { MachineProcess } from "../machine/page/process.ts";
import { commands } from "./commands.ts";
import { type Command, type Pipeline, parseLine, ShellError } from "./parse.ts";
import { expandPattern, resolvePath } from "./paths.ts";
import { copyTo, emptySource, makePipe, type Sink, type Source, writeText } from "./streams.ts";

export interface Job {
  number: number;
  text: string;
  done: Promise<number>;
  /** undefined while it runs. */
  code: number | undefined;
  stop: (signal: "INT" | "TERM" | "KILL") => void;
}

export interface CommandContext {
  shell: Shell;
  machine: Machine;
  args: string[];
  input: Source;
  output: Sink;
  errors: Sink;
  /** Ctrl-C, or the end of its job. */
  signal: AbortSignal;
}

export type CommandBody = (context: CommandContext) => Promise<number> | number;

export interface ShellStreams {
  /** What the first command reads: the keyboard. */
  input?: () => Source;
  output: Sink;
  errors: Sink;
}

const notFound = 127;
const interrupted = 130;

export class Shell {
  directory: string;
  readonly history: string[] = [];
  readonly jobs: Job[] = [];
  readonly variables = new Map<string, string>();
  private readonly foreground = new Set<{ stop: (signal: "INT" | "TERM" | "KILL") => void }>();
  private nextJob = 1;

  constructor(
    readonly machine: Machine,
    readonly home = "/home",
  ) {
    this.directory = home;
    this.variables.set("HOME", home);
    this.variables.set("?", "0");
  }

  /** Names that can stand first on a line. */
  get commandNames(): string[] {
    return [...Object.keys(commands), "python"].sort();
  }

  path(path: string): string {
    return resolvePath(this.directory, path);
  }

  /** Ctrl-C: whatever runs in front. */
  interrupt(): void {
    for (const { stop } of this.foreground) stop("INT");
  }

  /** Runs a line; resolves to the exit code of what ran last. Never rejects: what goes wrong is written to `errors`. */
  run(line: string, streams: ShellStreams): Promise<number> {
    if (line.trim()) this.history.push(line);
    return this.runInside(line, streams);
  }

  /** The same for a line inside a line: it is not part of the history. */
  async runInside(line: string, streams: ShellStreams): Promise<number> {
    let code = 0;
    try {
      for (const pipeline of parseLine(line, this.variables)) {
        if (pipeline.when === "succeeded" && code !== 0) continue;
        if (pipeline.when === "failed" && code === 0) continue;
        if (pipeline.background) this.startJob(pipeline, streams);
        else {
          code = await this.runPipeline(pipeline, streams);
          if (code === interrupted) break;
        }
        this.variables.set("?", String(code));
      }
    } catch (error) {
      code = 2;
      await writeText(
        streams.errors,
        `gilbox: ${error instanceof Error ? error.message : error}\n`,
      );
    }
    this.variables.set("?", String(code));
    return code;
  }

  private startJob(pipeline: Pipeline, streams: ShellStreams): void {
    const number = this.nextJob++;
    const job: Job = {
      number,
      text: pipeline.text,
      code: undefined,
      stop: () => {},
      done: Promise.resolve(0),
    };
    const quiet = { output: streams.output, errors: streams.errors };
    job.done = this.runPipeline(pipeline, quiet, (stop) => {
      job.stop = stop;
    }).then((code) => {
      job.code = code;
      return code;
    });
    this.jobs.push(job);
    void writeText(streams.output, `[${number}] ${pipeline.text}\n`);
  }

  /** `whenStarted` makes it a job: Ctrl-C does not reach it. */
  private async runPipeline(
    pipeline: Pipeline,
    streams: ShellStreams,
    whenStarted?: (stop: (signal: "INT" | "TERM" | "KILL") => void) => void,
  ): Promise<number> {
    const control = new AbortController();
    const processes = new Set<MachineProcess>();
    const member = {
      stop: (signal: "INT" | "TERM" | "KILL") => {
        control.abort();
        for (const process of processes) process.kill(signal);
      },
    };
    if (whenStarted) whenStarted(member.stop);
    else this.foreground.add(member);
    try {
      let input: Source = streams.input?.() ?? emptySource();
      const ends: Promise<number>[] = [];
      for (const [index, command] of pipeline.commands.entries()) {
        const pipe = index + 1 < pipeline.commands.length ? makePipe() : undefined;
        const sinks = { output: pipe?.sink ?? streams.output, errors: streams.errors };
        ends.push(
          this.runCommand(command, input, sinks, control.signal, processes).finally(() =>
            pipe?.sink.close?.(),
          ),
        );
        input = pipe?.source ?? input;
      }
      const codes = await Promise.all(ends);
      return control.signal.aborted ? interrupted : (codes.at(-1) ?? 0);
    } finally {
      this.foreground.delete(member);
    }
  }

  private async runCommand(
    command: Command,
    stdin: Source,
    streams: { output: Sink; errors: Sink },
    signal: AbortSignal,
    processes: Set<MachineProcess>,
  ): Promise<number> {
    const files: { path: string; sink: FileSink }[] = [];
    let [input, { output, errors }] = [stdin, streams];
    try {
      for (const { kind, target } of command.redirections) {
        const path = this.path(target);
        if (kind === "read") input = sourceOf(await this.machine.files.read(path));
        else if (kind === "errors-to-output") errors = output;
        else {
          const sink = new FileSink(kind === "append" ? await this.before(path) : undefined);
          files.push({ path, sink });
          if (kind === "errors") errors = sink;
          else output = sink;
        }
      }
      const expanded = await Promise.all(
        command.words.map(({ text, pattern }) =>
          pattern ? expandPattern(this.machine, this.directory, text) : [text],
        ),
      );
      const [name, ...args] = expanded.flat() as [string, ...string[]];
      const context = { shell: this, machine: this.machine, args, input, output, errors, signal };
      const body = commands[name]?.run;
      if (body) return await body(context);
      if (name === "python" || name === "python3")
        return await this.runProgram("python", context, processes);
      throw new NoCommand(`${name}: no such command; try help`);
    } catch (error) {
      if (signal.aborted) return interrupted;
      await writeText(errors, `${error instanceof Error ? error.message : error}\n`);
      return error instanceof NoCommand ? notFound : 1;
    } finally {
      for (const { path, sink } of files) await this.machine.files.write(path, sink.bytes());
    }
  }

  private async before(path: string): Promise<Uint8Array | undefined> {
    return this.machine.files.read(path).catch(() => undefined); // there is none yet
  }

  /** A program of the machine, its streams those of the command. */
  async runProgram(
    program: string,
    { args, input, output, errors, signal }: CommandContext,
    processes = new Set<MachineProcess>(),
  ): Promise<number> {
    const process = await this.machine.spawn(program, args, {
      directory: this.directory,
      errors: "separate",
    });
    processes.add(process);
    if (signal.aborted) process.kill("KILL"); // it was ended before it began
    const stopFeeding = new AbortController();
    const writer = process.input.getWriter();
    const fed = copyTo(input, { write: (bytes) => writer.write(bytes) }, stopFeeding.signal)
      .then(() => writer.close())
      .catch(() => {}); // it ended before it had read everything
    try {
      await Promise.all([copyTo(process.output, output), copyTo(process.errors, errors)]);
      const code = await process.exit;
      if (process.failure) await writeText(errors, `${process.failure}\n`);
      else if (code < 0 && !signal.aborted) await writeText(errors, `killed by signal ${-code}\n`);
      return code < 0 ? 128 - code : code;
    } finally {
      processes.delete(process);
      stopFeeding.abort();
      void fed;
    }
  }
}

class NoCommand extends ShellError {}

class FileSink implements Sink {
  private readonly chunks: Uint8Array[] = [];

  constructor(before: Uint8Array | undefined) {
    if (before) this.chunks.push(before);
  }

  write(bytes: Uint8Array): void {
    this.chunks.push(bytes.slice());
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

function sourceOf(bytes: Uint8Array): Source {
  return new ReadableStream({
    start(controller) {
      if (bytes.length) controller.enqueue(bytes);
      controller.close();
    },
  });
}
