// workers.ts for Node: worker_threads, nested as they are.

import { nodeThreads } from "./environment.ts";
import { pthreadMark, type WorkerEvents, type WorkerHandle } from "./worker-handle.ts";

type Threads = NonNullable<typeof nodeThreads>;
const threads = nodeThreads as Threads; // used only when there is one

const inheritanceKey = "gilbox";

export function isPthreadWorker(): boolean {
  return threads.workerData === pthreadMark;
}

function start(url: URL, name: string, workerData: string, events: WorkerEvents): WorkerHandle {
  const worker = new threads.Worker(url, {
    name,
    workerData,
    // As deep as Python's own limits on nested calls of natives need it.
    resourceLimits: { stackSizeMb: 16 },
  });
  worker.on("message", (message) => events.message(message));
  worker.on("error", (error) => {
    events.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  return {
    raw: worker,
    post: (message, transfer) => worker.postMessage(message, transfer as never),
    renew(inheritance) {
      // The next glue listens anew: the first one's listeners call whatever is `onmessage` by then.
      worker.on = () => worker;
      worker.postMessage({ gilboxInheritance: inheritance });
    },
    terminate: async () => {
      await worker.terminate();
      await gone;
    },
  };
}

export function startWorker(url: URL, name: string, events: WorkerEvents): WorkerHandle {
  return start(url, name, name, events);
}

/** The inheritance comes with the birth: the glue attaches late, and a listener of ours would eat its messages. */
export function startPthreadWorker(
  url: URL,
  name: string,
  inheritance: unknown,
  events: WorkerEvents,
): WorkerHandle {
  threads.setEnvironmentData(inheritanceKey, inheritance as never);
  return start(url, name, pthreadMark, events);
}

export function onParentMessage(handler: (message: unknown) => void): void {
  threads.parentPort?.on("message", handler);
}

let retired = (): void => {};

export function onRetirement(handler: () => void): void {
  retired = handler;
}

export function onInheritance(handler: (inheritance: unknown) => void): void {
  handler(threads.getEnvironmentData(inheritanceKey));
  const port = threads.parentPort as NonNullable<Threads["parentPort"]>;
  const listen = (): void => {
    if (port.listenerCount("message") === 0) {
      setImmediate(listen); // the glue is first
      return;
    }
    port.on("message", ({ gilboxInheritance, gilboxRetire }) => {
      if (gilboxInheritance !== undefined) handler(gilboxInheritance);
      else if (gilboxRetire) retired();
    });
    port.on = () => port; // as in renew()
  };
  listen();
}

export function postToParent(message: unknown, transfer?: Transferable[]): void {
  threads.parentPort?.postMessage(message, transfer as never);
}
