// What C++ knows, for who runs no program: its version, the programs there are, and trace files. A small WebAssembly
// module of its own without threads, loaded when it is first asked for; it needs no isolated page.

import createTools, { type ToolsModule } from "gilbox-tools";
import { compileModule } from "../environment/environment.ts";
import type { Records } from "../trace/record.ts";

export interface ProgramDescription {
  readonly name: string;
  /** As a usage line has them; may be empty. */
  readonly arguments: string;
  /** What it does. */
  readonly words: string;
}

/** What one process recorded. */
export interface TracedProcess {
  readonly pid: number;
  readonly command: string;
  /** Ordered by time; several pieces follow one another. */
  readonly records: readonly Records[];
  readonly names: readonly string[];
}

/** The same as the module takes it. */
export interface RawTrace extends Omit<TracedProcess, "records"> {
  readonly records: readonly Uint8Array[];
}

export class Tools {
  constructor(private readonly module: ToolsModule) {}

  get version(): string {
    return this.module.version();
  }

  /** The programs that can be spawned. */
  programs(): ProgramDescription[] {
    return this.module.programs();
  }

  /** The names of all events, by their numbers in a record. */
  eventNames(): string[] {
    return this.module.eventNames();
  }

  /** Gives a Chrome trace (JSON, which ui.perfetto.dev opens) to `receive`, in pieces of some ten kilobytes. */
  writeChromeTrace(processes: readonly TracedProcess[], receive: (text: string) => void): void {
    const raw = processes.map(({ pid, command, records, names }) => ({
      pid,
      command,
      names,
      records: records.map(({ bytes }) => bytes),
    }));
    this.module.writeChromeTrace(raw, receive);
  }
}

async function load(url: URL): Promise<Tools> {
  const compiled = await compileModule(url);
  const module = await createTools({
    instantiateWasm: (imports, receive) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled));
      return {};
    },
  });
  return new Tools(module);
}

let loaded: Promise<Tools> | undefined;

/** Loads the module once. `url` says where it is, when not beside the module that was imported. */
export function loadTools(
  url: URL = new URL("./gilbox-tools.wasm", import.meta.url),
): Promise<Tools> {
  loaded ??= load(url).catch((error) => {
    loaded = undefined; // another try may succeed
    throw error;
  });
  return loaded;
}
