// What a started worker is to the one who started it; see workers.ts.

export interface WorkerHandle {
  post(message: unknown, transfer?: Transferable[]): void;
  /** Ends the worker and those it started. Resolves when they are gone; browsers do not tell, there at once. */
  terminate(): Promise<void>;
  /** A worker for Emscripten whose program is over: `onInheritance` there calls back once more. */
  renew(inheritance: unknown): void;
  /** What Emscripten takes for a Worker. */
  readonly raw: unknown;
}

export interface WorkerEvents {
  message(message: unknown): void;
  /** The worker could not be loaded, or an error in it was caught by no one. */
  error(text: string): void;
}

/** What Emscripten's glue looks at to learn that a worker is one of its pthreads: its name or workerData. */
export const pthreadMark = "em-pthread";
