// The only place that knows whether this is Node or a browser. Facts and files here, workers in workers.ts.
//
// Node's modules come from process.getBuiltinModule (Node 20.16): no import that a bundler would stumble over.

const node =
  typeof process === "object" && typeof process.versions?.node === "string" ? process : undefined;

/** Node's worker_threads, undefined in browsers. */
export const nodeThreads = node?.getBuiltinModule("node:worker_threads");

export const isNode = node !== undefined;

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

/** In a worker: every error nobody caught. */
export function onUncaught(handler: (error: unknown) => void): void {
  if (node) {
    node.on("uncaughtException", handler);
    return;
  }
  addEventListener("error", (event) => {
    event.preventDefault();
    handler(event.error ?? event.message);
  });
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    handler(event.reason);
  });
}

async function load(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return response;
}

/** What a file or an address holds. */
export async function readBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (node && url.protocol === "file:") {
    return new Uint8Array(await node.getBuiltinModule("node:fs/promises").readFile(url));
  }
  return new Uint8Array(await (await load(url)).arrayBuffer());
}

/** V8 begins to optimize a function after about so many bytes of it ran; by default only after seconds of Python. */
const optimizeAfter = "--wasm-tiering-budget=300000";

export async function compileModule(url: URL): Promise<WebAssembly.Module> {
  if (node) {
    const { setFlagsFromString } = node.getBuiltinModule("node:v8");
    setFlagsFromString(optimizeAfter);
    setFlagsFromString("--wasm-lazy-validation"); // of functions that are never called, too much at every start
    return WebAssembly.compile(await readBytes(url));
  }
  const response = await load(url);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
