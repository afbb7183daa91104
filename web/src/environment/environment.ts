// The only place that knows whether this is Node or a browser, and whether a page, a worker or a pthread worker.
//
// Node's modules come from process.getBuiltinModule (Node 20.16): no import that a bundler would stumble over.

export type Message = { readonly kind: string };

/** A worker somebody here started. */
export interface WorkerHandle {
  post(message: unknown, transfer?: Transferable[]): void;
  /** Resolves when the engine says that the worker is gone; browsers do not say, there it resolves at once. */
  terminate(): Promise<void>;
  /** The engine's own object, for Emscripten. */
  readonly raw: unknown;
}

export interface WorkerEvents {
  message(message: unknown): void;
  /** The worker could not be loaded, or an error in it was caught by no one. */
  error(text: string): void;
}

type NodeThreads = typeof import("node:worker_threads");

const node =
  typeof process === "object" && typeof process.versions?.node === "string" ? process : undefined;
const threads: NodeThreads | undefined = node?.getBuiltinModule("node:worker_threads");

export const isNode = node !== undefined;

/** What Emscripten's glue looks at to learn that a worker is one of its pthreads. */
const pthreadMark = "em-pthread";

export const isPthreadWorker = threads
  ? threads.workerData === pthreadMark
  : (globalThis as { name?: string }).name?.startsWith(pthreadMark) === true;

export function hardwareThreads(): number {
  return (
    globalThis.navigator?.hardwareConcurrency ??
    node?.getBuiltinModule("node:os").availableParallelism() ??
    1
  );
}

/** Why shared memory cannot be posted to workers here, or undefined when it can. */
export function isolationProblem(): string | undefined {
  if (isNode) return undefined;
  if (typeof SharedArrayBuffer === "function" && globalThis.crossOriginIsolated) return undefined;
  if (!globalThis.isSecureContext) return "this page is not a secure context (https or localhost)";
  return "this page is not cross-origin isolated";
}

function describeError(event: ErrorEvent, url: URL): string {
  if (event.error instanceof Error) return event.error.stack ?? event.error.message;
  if (event.message) return `${event.message} (${event.filename}:${event.lineno})`;
  return `${url.href} could not be loaded as a worker`;
}

/** Starts a module worker. `pthread` marks it for Emscripten's glue. */
export function startWorker(
  url: URL,
  name: string,
  pthread: boolean,
  events: WorkerEvents,
): WorkerHandle {
  if (threads) {
    const worker = new threads.Worker(url, { name, workerData: pthread ? pthreadMark : name });
    worker.on("message", (message) => events.message(message));
    worker.on("error", (error) =>
      events.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    return {
      raw: worker,
      post: (message, transfer) => worker.postMessage(message, transfer as never),
      terminate: () => worker.terminate().then(() => gone),
    };
  }
  const worker = new Worker(url, {
    type: "module",
    name: pthread ? `${pthreadMark} ${name}` : name,
  });
  worker.addEventListener("message", (event) => events.message(event.data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    events.error(describeError(event, url));
  });
  return {
    raw: worker,
    post: (message, transfer) => worker.postMessage(message, transfer ?? []),
    terminate: () => Promise.resolve(worker.terminate()),
  };
}

/** In a worker: receives what the one who started it posts. Call before the first await. */
export function onParentMessage(handler: (message: unknown) => void): void {
  if (threads) threads.parentPort?.on("message", handler);
  else addEventListener("message", (event) => handler(event.data));
}

/** In a worker: posts to the one who started it. */
export function postToParent(message: unknown, transfer?: Transferable[]): void {
  if (threads) threads.parentPort?.postMessage(message, transfer as never);
  else (globalThis as unknown as DedicatedWorkerGlobalScope).postMessage(message, transfer ?? []);
}

const inheritanceKey = "gilbox";

/**
 * Hands data to a pthread worker before its glue runs: in Node with the worker's birth (its glue attaches late, a
 * listener of ours would swallow messages meant for it), in browsers as its first message.
 */
export function startPthreadWorker(
  url: URL,
  name: string,
  inheritance: unknown,
  events: WorkerEvents,
): WorkerHandle {
  if (threads) {
    threads.setEnvironmentData(inheritanceKey, inheritance as never);
    return startWorker(url, name, true, events);
  }
  const worker = startWorker(url, name, true, events);
  worker.post({ [inheritanceKey]: inheritance });
  return worker;
}

/** In a pthread worker: calls back, once, with what startPthreadWorker was given. */
export function onInheritance(handler: (inheritance: unknown) => void): void {
  if (threads) {
    handler(threads.getEnvironmentData(inheritanceKey));
    return;
  }
  const listener = (event: MessageEvent): void => {
    if (!event.data || !(inheritanceKey in event.data)) return;
    removeEventListener("message", listener);
    handler(event.data[inheritanceKey]);
  };
  addEventListener("message", listener);
}

/** In a worker: every error nobody caught, before the worker's parent hears of it. */
export function onUncaught(handler: (error: unknown) => void): void {
  if (node) node.on("uncaughtException", handler);
  else {
    addEventListener("error", (event) => {
      event.preventDefault();
      handler(event.error ?? event.message);
    });
    addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      handler(event.reason);
    });
  }
}

export async function readBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (node && url.protocol === "file:")
    return new Uint8Array(await node.getBuiltinModule("node:fs/promises").readFile(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function compileModule(url: URL): Promise<WebAssembly.Module> {
  if (isNode && url.protocol === "file:") return WebAssembly.compile(await readBytes(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
