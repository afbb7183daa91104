// The tools module (wasm/tools/bindings.cpp), as the build puts it behind the name `gilbox-tools`.
declare module "gilbox-tools" {
  import type { ProgramDescription, RawTrace } from "../tools/tools.ts";

  export interface ToolsModule {
    version(): string;
    programs(): ProgramDescription[];
    /** The names of all events, by their numbers in a record. */
    eventNames(): string[];
    writeChromeTrace(processes: readonly RawTrace[], receive: (text: string) => void): void;
  }

  export interface ToolsOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): unknown;
  }

  export default function createTools(options: ToolsOptions): Promise<ToolsModule>;
}
