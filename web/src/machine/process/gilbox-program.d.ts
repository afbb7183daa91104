// The Emscripten glue the build puts behind the name `gilbox-program`: only what process-worker.ts uses of it.
declare module "gilbox-program" {
  export interface ThreadWorker {
    onerror: ((event: unknown) => void) | null;
  }

  export interface EmscriptenThreads {
    unusedWorkers: ThreadWorker[];
    runningWorkers: ThreadWorker[];
    allocateUnusedWorker(): ThreadWorker;
    loadWasmModuleToWorker(worker: ThreadWorker): Promise<unknown>;
    getNewWorker(): ThreadWorker | undefined;
    returnWorkerToPool(worker: ThreadWorker): void;
  }

  export interface Program {
    readonly PThread: EmscriptenThreads;
    /** Address of the control block. */
    _gilbox_control_block(): number;
    /** Address of the OutsideView of the trace. */
    _gilbox_trace_view(): number;
    /** Address of the word that says where used memory ends. */
    _emscripten_get_sbrk_ptr(): number;
    /** Makes room for the start block, returns its address. */
    _gilbox_start_block(bytes: number): number;
    /** Starts the main thread: it makes itself ready and waits for a program. */
    _gilbox_warm(spare: 0 | 1): void;
    /** Lets the main thread run the program of the start block. */
    _gilbox_start(): void;
    /** Tells the program of a signal. */
    _gilbox_signal(signal: number): void;
  }

  export interface ProgramOptions {
    wasmMemory: WebAssembly.Memory;
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): WebAssembly.Exports;
    printErr(...text: unknown[]): void;
  }

  export default function createProgram(options: ProgramOptions): Promise<Program>;
}
