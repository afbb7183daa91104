// Workers, the same for Node and browsers. A worker that starts another is its parent; the two exchange messages.
//
// A worker that is to be a pthread of an Emscripten program gets an inheritance before the program's glue hears
// anything, and `raw` is what the glue takes for its Worker object.

import * as browser from "./browser-workers.ts";
import { nodeThreads } from "./environment.ts";
import * as node from "./node-workers.ts";
import type { WorkerEvents, WorkerHandle } from "./worker-handle.ts";

export type { WorkerEvents, WorkerHandle };

const platform = nodeThreads ? node : browser;

export const isPthreadWorker: boolean = platform.isPthreadWorker();

/** Starts a module worker. */
export const startWorker: (url: URL, name: string, events: WorkerEvents) => WorkerHandle =
  platform.startWorker;

/** Starts a worker for Emscripten. */
export const startPthreadWorker: (
  url: URL,
  name: string,
  inheritance: unknown,
  events: WorkerEvents,
) => WorkerHandle = platform.startPthreadWorker;

/** In a worker: receives what its parent posts. Call before the first await. */
export const onParentMessage: (handler: (message: unknown) => void) => void =
  platform.onParentMessage;

/** In a pthread worker: calls back with the inheritance, at once and after each `renew`. Call before the first await. */
export const onInheritance: (handler: (inheritance: unknown) => void) => void =
  platform.onInheritance;

/** In a pthread worker: calls back when its program is over, before each renewal. Call before the first await. */
export const onRetirement: (handler: () => void) => void = platform.onRetirement;

/** In a worker: posts to its parent. */
export const postToParent: (message: unknown, transfer?: Transferable[]) => void =
  platform.postToParent;
