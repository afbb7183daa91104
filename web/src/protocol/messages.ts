// Every message between workers. Three pairs talk: page and kernel worker, kernel worker and the host worker of a
// process, host worker and its pthread workers (this last pair talks Emscripten's language, and ours below).

import type { ProcessState } from "../machine/segment/process-table.ts";

/** Where the machine's parts are; each can be overridden. All as absolute URLs. */
export interface PartUrls {
  readonly kernel: string;
  readonly process: string;
  readonly program: string;
  /** The packs of the Python library, by name. */
  readonly library: Readonly<Record<string, string>>;
}

export interface MachineLimits {
  /** Bytes of memory a process gets. */
  readonly memory: number;
  /** Process workers kept ready. */
  readonly warmProcesses: number;
  /** Thread workers kept ready in each process, the one of its main thread included. */
  readonly warmThreads: number;
}

export interface SpawnRequest {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly memory: number | undefined;
  readonly separateErrors: boolean;
}

export type StreamName = "output" | "errors";

export type FileOperation =
  | { readonly name: "read"; readonly path: string }
  | { readonly name: "write"; readonly path: string; readonly content: Uint8Array }
  | { readonly name: "list"; readonly path: string }
  | { readonly name: "stat"; readonly path: string }
  | { readonly name: "makeDirectory"; readonly path: string }
  | { readonly name: "remove"; readonly path: string; readonly recursive: boolean }
  | { readonly name: "rename"; readonly path: string; readonly target: string };

export type ToKernel =
  | {
      kind: "boot";
      segment: SharedArrayBuffer;
      urls: PartUrls;
      limits: MachineLimits;
      /** What relative addresses of programs' requests are relative to. */
      base: string;
    }
  | { kind: "spawn"; call: number; request: SpawnRequest }
  | { kind: "kill"; pid: number; signal: number }
  | { kind: "input"; pid: number; call: number; bytes: Uint8Array }
  | { kind: "input-end"; pid: number }
  | { kind: "demand"; pid: number; stream: StreamName }
  | { kind: "drop"; pid: number; stream: StreamName }
  | { kind: "file"; call: number; operation: FileOperation }
  | { kind: "trace-record"; groups: number; capacity: number }
  | { kind: "trace-take"; call: number }
  | { kind: "statistics"; call: number };

/** What one process recorded since the last `trace-take`. */
export interface ProcessTraceData {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Milliseconds since 1970; records have nanoseconds on the same clock. */
  readonly started: number;
  readonly ended: number | undefined;
  /** Records (core/trace/record.hpp), each run ordered by time. */
  readonly runs: readonly Uint8Array<ArrayBuffer>[];
  /** Texts by number, from `firstName` on. */
  readonly names: readonly string[];
  readonly firstName: number;
  /** Records that were overwritten before they were read. */
  readonly missed: number;
  memory: number;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type FromKernel =
  | { kind: "booted" }
  | { kind: "boot-failed"; failure: Failure }
  | { kind: "answer"; call: number; value: unknown }
  | { kind: "refused"; call: number; failure: Failure }
  | { kind: "output"; pid: number; stream: StreamName; bytes: Uint8Array | undefined }
  | { kind: "exit"; pid: number; code: number; state: ProcessState; message: string | undefined };

export type ToHost =
  | {
      kind: "prepare";
      segment: SharedArrayBuffer;
      memory: WebAssembly.Memory;
      record: number;
      processUrl: string;
      warmThreads: number;
      /** Nobody waits for it yet. */
      spare: boolean;
    }
  /** Follows `prepare`, when it is compiled. */
  | { kind: "module"; module: WebAssembly.Module }
  /** `child`: another program has started it. */
  | { kind: "start"; start: Uint8Array; child: boolean }
  | { kind: "signal"; signal: number }
  /** All its threads are gone: it forgets the program, writes zeros into so many bytes and waits for `prepare`. */
  | { kind: "retire"; clear: number };

export type FromHost =
  | { kind: "prepared"; control: number; traceView: number; memoryEnd: number }
  | { kind: "retired" }
  | { kind: "failed"; message: string }
  | { kind: "crashed"; thread: string; message: string };

/** What a pthread worker inherits from its host. */
export interface ThreadInheritance {
  readonly segment: SharedArrayBuffer;
  readonly record: number;
  readonly slot: number;
}

/** From a host to a pthread worker whose thread is gone: nothing of its program may happen there any more. */
export interface ThreadRetirement {
  readonly gilboxRetire: true;
}

/** From a pthread worker to its host, next to Emscripten's own messages (which all have `cmd`). */
export interface FromThread {
  readonly gilbox: "crashed" | "retired";
  /** Of a crash. */
  readonly thread?: string;
  readonly message?: string;
}
