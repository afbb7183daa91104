// gilbox/tools: what the C++ side knows, without a machine; needs no isolated page.
//
//   const tools = await loadTools();
//   console.log(tools.version, tools.programs());
//   tools.writeChromeTrace([{ pid, command, names, records: [records] }], (text) => …);

import type { ProcessTrace } from "./index.js";

export interface ProgramDescription {
  readonly name: string;
  /** As a usage line has them; may be empty. */
  readonly arguments: string;
  /** What it does. */
  readonly words: string;
}

/** What one process recorded: what `trace.take()` gave, the records of several calls in one list. */
export type TracedProcess = Pick<ProcessTrace, "pid" | "command" | "names"> & {
  readonly records: readonly ProcessTrace["records"][];
};

export interface Tools {
  readonly version: string;
  /** The programs that can be spawned. */
  programs(): ProgramDescription[];
  /** The names of all events, by their numbers in a record. */
  eventNames(): string[];
  /** Gives a Chrome trace (JSON, which ui.perfetto.dev opens) to `receive`, in pieces of some ten kilobytes. */
  writeChromeTrace(processes: readonly TracedProcess[], receive: (text: string) => void): void;
}

/** Loads `gilbox-tools.wasm`, once; `url` says where it is, when not beside the package's code. */
export declare function loadTools(url?: URL): Promise<Tools>;
