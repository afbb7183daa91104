// gilbox: Python's threads, processes and asyncio, run for real in a browser tab and in Node.
//
//   const machine = await Machine.boot();
//   const python = await machine.spawn("python", ["-c", "print(6 * 7)"]);
//   for await (const chunk of python.output) …
//   const code = await python.exit;

/** What every promise of the machine rejects with. */
export declare class MachineError extends Error {
  private constructor();
  /** For programs: "not-isolated", "program-not-loaded", "kernel-failed", "shut-down", or an error's name: "ENOENT" … */
  readonly code: string;
  /** What to do about it, where something can be done. */
  readonly remedy?: string | undefined;
}

/** Where the machine's parts are, when not beside the module that was imported; relative to the page. */
export interface MachineUrls {
  kernel?: string | URL;
  process?: string | URL;
  program?: string | URL;
  /** The folder with the packs of the Python library, library-*.wasm. */
  library?: string | URL;
}

export interface MachineOptions {
  urls?: MachineUrls;
  /** Bytes all processes share: pipes, sockets and shared memory live there. Default 64 MiB. */
  segmentBytes?: number;
  /** Bytes of memory a process gets, from 8 MiB to 4 GiB. Default 64 MiB. */
  memory?: number;
  /** Process workers kept ready. Default: as many as there are cores, at most 4. */
  warmProcesses?: number;
  /** Thread workers kept ready in each process, its main thread's included. Default 3. */
  warmThreads?: number;
}

export interface SpawnOptions {
  environment?: Record<string, string>;
  /** Default "/". */
  directory?: string;
  /** Bytes. Default: the machine's. */
  memory?: number;
  /** Where the standard error output goes: into `output` (the default) or into `errors`. */
  errors?: "output" | "separate";
}

/** TASKS asks a Python program to write the tree of its asyncio tasks to /tmp/tasks.PID. */
export type SignalName = "INT" | "KILL" | "USR1" | "TERM" | "TASKS";

export type ProcessState = "starting" | "running" | "exited" | "killed";

/** A row of the process table. */
export interface ProcessInfo {
  readonly pid: number;
  /** 0: started by the page. */
  readonly parent: number;
  readonly state: ProcessState;
  /** undefined while it runs; minus the signal when it was killed. */
  readonly exitCode: number | undefined;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Bytes of WebAssembly memory. */
  readonly memory: number;
  readonly threads: number;
}

/** A process, as whoever started it holds it. */
export interface MachineProcess {
  readonly pid: number;
  /** The exit code; minus the signal when it was killed, -6 when it crashed. */
  readonly exit: Promise<number>;
  /** A write is done when all of it is in the process's pipe; it rejects when nobody reads any more. */
  readonly input: WritableStream<Uint8Array | string>;
  /** Who does not read makes the process wait. */
  readonly output: ReadableStream<Uint8Array>;
  /** Empty unless it was started with `errors: "separate"`. */
  readonly errors: ReadableStream<Uint8Array>;
  /** After a crash: which process, which thread, what. */
  readonly failure: string | undefined;
  /** Default TERM. */
  kill(signal?: SignalName): void;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "directory";
}

export interface FileStatus {
  readonly kind: "file" | "directory";
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The file system all processes share, in memory. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  readText(path: string): Promise<string>;
  /** Makes the file or replaces what it holds. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  list(path: string): Promise<FileEntry[]>;
  stat(path: string): Promise<FileStatus>;
  makeDirectory(path: string): Promise<void>;
  /** A directory only with `recursive`, then with all that is in it. */
  remove(path: string, options?: { recursive?: boolean }): Promise<void>;
  rename(path: string, target: string): Promise<void>;
}

export type TraceGroup =
  | "threads"
  | "processes"
  | "tasks"
  | "messages"
  | "requests"
  | "marks"
  | "lines";

export interface TraceOptions {
  /** What is recorded. Default: everything but `lines`, which costs much more than the rest. */
  groups?: readonly TraceGroup[];
  /** The newest records of a thread that are kept between two looks at it (20 ms). Default 4096. */
  recordsPerThread?: number;
}

/** A kind of event: its name, whose line it is drawn on, the state that line is in after it, its two arguments. */
export interface EventRow {
  readonly name: string;
  readonly group: TraceGroup;
  readonly track: "thread" | "task" | "loop" | "process" | undefined;
  readonly state: string;
  readonly kinds: string | undefined;
  readonly first: string | undefined;
  readonly firstType: string | undefined;
  readonly second: string | undefined;
  readonly secondType: string | undefined;
}

/** Recorded events, ordered by time; read by index. */
export interface Records {
  readonly length: number;
  /** Nanoseconds since 1970. */
  time(index: number): number;
  thread(index: number): number;
  event(index: number): EventRow | undefined;
  kind(index: number): number;
  first(index: number): bigint;
  second(index: number): bigint;
}

/** What one process recorded between two calls of `take`. */
export interface ProcessTrace {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Milliseconds since 1970, on the clock of the records. */
  readonly started: number;
  /** undefined while it runs. */
  readonly ended: number | undefined;
  readonly records: Records;
  /** The texts that arguments of type `text` number. */
  readonly names: readonly string[];
  /** Records that were overwritten before anyone saw them. */
  readonly missed: number;
  /** Bytes its memory was used up to at most so far. */
  readonly memory: number;
}

/** A recording, on from `machine.trace()` until `stop()`. */
export interface Trace {
  /** What was recorded since the last call, a row for each process that ran since then, ended ones included. */
  take(): Promise<ProcessTrace[]>;
  stop(): void;
}

export interface Machine {
  readonly files: Files;
  /** Starts a program: "python" with the arguments of CPython's command. */
  spawn(program: string, args?: readonly string[], options?: SpawnOptions): Promise<MachineProcess>;
  /** Every process there is, by pid. Costs no message: may be asked for each frame. */
  processes(): ProcessInfo[];
  /** Default TERM. A process that is not there is not an error: it may just have ended. */
  kill(pid: number, signal?: SignalName): void;
  /** Records from now on what all processes do. */
  trace(options?: TraceOptions): Trace;
  /** Ends every process and worker. What still waits rejects with "shut-down". */
  shutdown(): Promise<void>;
}

export declare const Machine: {
  /** Rejects with a MachineError: "not-isolated" (with a remedy), "program-not-loaded", "kernel-failed". */
  boot(options?: MachineOptions): Promise<Machine>;
};
