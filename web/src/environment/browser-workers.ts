// workers.ts for browsers: every worker is started by the page, whoever asked for it.
//
// Why not nested workers: in Firefox `new Worker` inside a worker now and then never returns while other workers
// start or end (seen in 153: 7 of 24 in a test that ends and starts trees of workers); on the page it never fails.
//
// So a worker asks the page, over a port it was born with, and talks to its child over another port. The page
// knows the tree: ending a worker ends all that it asked for. A worker's first message is its birth certificate.
//
// Nothing is posted to a child before it said that it is there: its port travels by way of the page, and what waits
// in a port on its way stays with the page until a garbage collection there. With a process's memory in it Chromium
// had no room for another after some 190 processes.

import { nodeThreads } from "./environment.ts";
import { pthreadMark, type WorkerEvents, type WorkerHandle } from "./worker-handle.ts";

interface Birth {
  readonly gilboxBirth: true;
  /** To ask the page for workers. */
  readonly page: MessagePort;
  /** To the worker that asked for this one; without it, the page is the parent. */
  readonly parent: MessagePort | undefined;
}

type ToPage =
  | { kind: "start"; id: number; url: string; name: string; parent: MessagePort }
  | { kind: "terminate"; id: number };
type FromPage = { kind: "failed"; id: number; text: string };

export function isPthreadWorker(): boolean {
  return (globalThis as { name?: string }).name?.startsWith(pthreadMark) === true;
}

// ---- On the page

function describe(event: ErrorEvent, url: string): string {
  if (event.error instanceof Error) return event.error.stack ?? event.error.message;
  if (event.message) return `${event.message} (${event.filename}:${event.lineno})`;
  return `${url} could not be loaded as a worker`;
}

/** A worker of the page's, with those it asked for. */
class PageWorker {
  readonly worker: Worker;
  private readonly children = new Map<number, PageWorker>();
  private readonly port: MessagePort;

  constructor(
    url: string,
    name: string,
    parent: MessagePort | undefined,
    failed: (text: string) => void,
  ) {
    this.worker = new Worker(url, { type: "module", name });
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      failed(describe(event, url));
    });
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }) => this.asked(data as ToPage);
    const birth: Birth = { gilboxBirth: true, page: port2, parent };
    this.worker.postMessage(birth, parent ? [port2, parent] : [port2]);
  }

  terminate(): void {
    this.port.close();
    this.worker.terminate();
    for (const child of this.children.values()) child.terminate();
    this.children.clear();
  }

  private asked(message: ToPage): void {
    if (message.kind === "start") {
      const { id, url, name, parent } = message;
      const failed = (text: string): void => {
        this.port.postMessage({ kind: "failed", id, text } satisfies FromPage);
      };
      this.children.set(id, new PageWorker(url, name, parent, failed));
    } else {
      this.children.get(message.id)?.terminate();
      this.children.delete(message.id);
    }
  }
}

function startOnPage(url: URL, name: string, events: WorkerEvents): WorkerHandle {
  const child = new PageWorker(url.href, name, undefined, events.error);
  child.worker.addEventListener("message", ({ data }) => events.message(data));
  return {
    raw: child.worker,
    post: (message, transfer) => child.worker.postMessage(message, transfer ?? []),
    renew: (inheritance) => child.worker.postMessage({ gilboxInheritance: inheritance }),
    terminate: async () => child.terminate(),
  };
}

// ---- In a worker

/** Looks like a Worker to Emscripten. */
class RemoteWorker implements WorkerHandle {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  private readonly port: MessagePort;
  /** What is posted before the child is there (head of this file); undefined from then on. */
  private waiting: { message: unknown; transfer: Transferable[] }[] | undefined = [];

  constructor(
    private readonly id: number,
    url: URL,
    name: string,
    readonly events: WorkerEvents,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = (event) => {
      if (this.waiting) {
        const { waiting } = this;
        this.waiting = undefined;
        for (const { message, transfer } of waiting) this.port.postMessage(message, transfer);
        return; // its first message: it is there
      }
      this.onmessage?.(event);
      events.message(event.data);
    };
    page.ask({ kind: "start", id, url: url.href, name, parent: port2 }, [port2]);
  }

  get raw(): this {
    return this;
  }

  post(message: unknown, transfer?: Transferable[]): void {
    if (this.waiting) this.waiting.push({ message, transfer: transfer ?? [] });
    else this.port.postMessage(message, transfer ?? []);
  }

  postMessage(message: unknown, transfer?: Transferable[]): void {
    this.post(message, transfer);
  }

  renew(inheritance: unknown): void {
    this.post({ gilboxInheritance: inheritance });
  }

  async terminate(): Promise<void> {
    page.ask({ kind: "terminate", id: this.id });
    this.port.close();
    page.children.delete(this.id);
  }
}

/** This worker's birth, its line to the page and what it asked for. */
class LineToPage {
  readonly children = new Map<number, RemoteWorker>();
  private readonly born: Promise<Birth>;
  private birth: Birth | undefined; // stays undefined in the page, and in a worker of the page's own
  private nextId = 1;
  private onNative: ((message: unknown) => void) | undefined;

  constructor() {
    this.born = new Promise((resolve) => {
      if (nodeThreads || !("importScripts" in globalThis)) return; // the page itself
      addEventListener("message", ({ data }) => {
        if (!this.birth && (data as Partial<Birth>).gilboxBirth) {
          this.birth = data as Birth;
          this.birth.page.onmessage = (event) => this.told(event.data as FromPage);
          resolve(this.birth);
        } else {
          this.onNative?.(data);
        }
      });
    });
  }

  start(url: URL, name: string, events: WorkerEvents): WorkerHandle {
    if (!this.birth) return startOnPage(url, name, events);
    const id = this.nextId++;
    const worker = new RemoteWorker(id, url, name, events);
    this.children.set(id, worker);
    return worker;
  }

  ask(message: ToPage, transfer: Transferable[] = []): void {
    this.birth?.page.postMessage(message, transfer);
  }

  onMessage(handler: (message: unknown) => void): void {
    this.onNative = handler; // a child of the page; nothing comes here for others
    this.born.then(({ parent }) => {
      if (!parent) return;
      parent.onmessage = ({ data }) => handler(data);
      parent.postMessage(undefined); // it is there
    });
  }

  post(message: unknown, transfer: Transferable[] = []): void {
    if (this.birth?.parent) this.birth.parent.postMessage(message, transfer);
    else (globalThis as unknown as DedicatedWorkerGlobalScope).postMessage(message, transfer);
  }

  private told({ id, text }: FromPage): void {
    this.children.get(id)?.events.error(text);
  }
}

const page = new LineToPage();

export function startWorker(url: URL, name: string, events: WorkerEvents): WorkerHandle {
  return page.start(url, name, events);
}

export function startPthreadWorker(
  url: URL,
  name: string,
  inheritance: unknown,
  events: WorkerEvents,
): WorkerHandle {
  const worker = startWorker(url, `${pthreadMark} ${name}`, events);
  worker.post({ gilboxInheritance: inheritance });
  return worker;
}

export function onParentMessage(handler: (message: unknown) => void): void {
  page.onMessage(handler);
}

let retired = (): void => {};

export function onRetirement(handler: () => void): void {
  retired = handler;
}

/** The glue listens to `onmessage` and calls `postMessage`: both are led to the parent's port. */
export function onInheritance(handler: (inheritance: unknown) => void): void {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  page.onMessage((data) => {
    const { gilboxInheritance, gilboxRetire } = data as Record<string, unknown>;
    if (gilboxInheritance !== undefined) handler(gilboxInheritance);
    else if (gilboxRetire) retired();
    else scope.onmessage?.call(scope, { data } as MessageEvent);
  });
  scope.postMessage = (message: unknown, transfer?: unknown) => {
    page.post(message, (transfer ?? []) as Transferable[]);
  };
}

export function postToParent(message: unknown, transfer?: Transferable[]): void {
  page.post(message, transfer);
}
