// Requests of processes to the network, made with fetch. A request is an event in the segment that moves at every
// step (headers, bytes, end, failure); its body is fetched ahead up to a limit and waits here to be read.

import { nodeAnswers } from "../../environment/node-answers.ts";
import { fetchBlock, fetchPart, fetchPhase, systemCall } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import type { Objects } from "./objects.ts";
import type { Process } from "./process.ts";
import { done, type Handler, readBytes, readText, writeText } from "./system-calls.ts";

const aheadBytes = 1 << 20;

class Request {
  phase: number = fetchPhase.sent;
  failure = "";
  head = "";
  private readonly chunks: Uint8Array[] = [];
  private buffered = 0;
  private readonly stop = new AbortController();
  private wantMore: (() => void) | undefined;

  constructor(
    readonly owner: Process,
    url: string | Promise<string>,
    options: RequestInit,
    private readonly moved: () => void,
  ) {
    this.run(url, options).catch((error: unknown) => {
      if (this.stop.signal.aborted) return;
      this.failure = describeFailure(error);
      this.phase = fetchPhase.failed;
      this.moved();
    });
  }

  /** Bytes copied, 0 at the end, or undefined when there is nothing yet. */
  read(to: Uint8Array): number | undefined {
    const chunk = this.chunks[0];
    if (!chunk) return this.phase === fetchPhase.done ? 0 : undefined;
    const count = Math.min(chunk.length, to.length);
    to.set(chunk.subarray(0, count));
    if (count === chunk.length) this.chunks.shift();
    else this.chunks[0] = chunk.subarray(count);
    this.buffered -= count;
    if (this.buffered < aheadBytes) this.wantMore?.();
    return count;
  }

  abort(): void {
    this.stop.abort();
    this.wantMore?.();
  }

  private async run(url: string | Promise<string>, options: RequestInit): Promise<void> {
    const response = await fetch(await url, { ...options, signal: this.stop.signal });
    const words = [String(response.status), response.statusText, response.url];
    for (const [name, value] of response.headers) words.push(name, value);
    this.head = words.map((word) => `${word}\0`).join("");
    this.phase = fetchPhase.headers;
    this.moved();
    const reader = response.body?.getReader();
    while (reader) {
      const { value, done } = await reader.read();
      if (done) break;
      this.chunks.push(value);
      this.buffered += value.length;
      this.moved();
      if (this.buffered >= aheadBytes) {
        await new Promise<void>((resolve) => {
          this.wantMore = resolve;
        });
      }
    }
    this.phase = fetchPhase.done;
    this.moved();
  }
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node says "fetch failed" and why in `cause`.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

export class Network {
  private readonly requests = new Map<number, Request>();
  readonly calls: ReadonlyMap<number, Handler>;

  /** Relative addresses of requests are relative to `base`. */
  constructor(
    private readonly objects: Objects,
    private readonly base: string,
  ) {
    this.calls = new Map<number, Handler>([
      [systemCall.fetchStart, (caller, [block]) => this.start(caller, block)],
      [systemCall.fetchPhase, (caller, [id]) => this.find(caller, id).phase],
      [
        systemCall.fetchText,
        (caller, [id, part, to, capacity]) => {
          const request = this.find(caller, id);
          const text = part === fetchPart.head ? request.head : request.failure;
          return writeText(caller, text, to, capacity);
        },
      ],
      [systemCall.fetchRead, (caller, [id, to, length]) => this.read(caller, id, to, length)],
      [
        systemCall.fetchClose,
        done((caller, [id]) => {
          this.find(caller, id).abort();
          this.requests.delete(id);
          this.objects.releaseEvent(caller.holdings, id);
        }),
      ],
    ]);
  }

  processEnded(process: Process): void {
    for (const [id, request] of this.requests) {
      if (request.owner !== process) continue;
      request.abort();
      this.requests.delete(id);
    }
  }

  private find(caller: Process, id: number): Request {
    const request = this.requests.get(id);
    if (request?.owner !== caller) throw new MachineFailure("EBADF", `no request ${id}`);
    return request;
  }

  private start(caller: Process, block: number): number {
    const field = (index: number): number => caller.worker.words[(block >>> 2) + index] as number;
    const text = (pointer: number, length: number): string =>
      readText(caller, field(pointer), field(length));
    const words = text(fetchBlock.headers, fetchBlock.headersBytes).split("\0");
    const headers: [string, string][] = [];
    for (let index = 0; index + 1 < words.length; index += 2) {
      headers.push([words[index] as string, words[index + 1] as string]);
    }
    const body =
      field(fetchBlock.bodyBytes) > 0
        ? readBytes(caller, field(fetchBlock.body), field(fetchBlock.bodyBytes))
        : null;
    const url = this.resolve(text(fetchBlock.url, fetchBlock.urlBytes));
    const id = this.objects.createEvent(caller.holdings);
    const options: RequestInit = {
      method: text(fetchBlock.method, fetchBlock.methodBytes),
      headers,
      body,
      redirect: field(fetchBlock.followRedirects) ? "follow" : "manual",
    };
    this.requests.set(id, new Request(caller, url, options, () => this.objects.happen(id)));
    return id;
  }

  /** An absolute address. Without a page to ask (in Node) relative ones go to a server started for them. */
  private resolve(address: string): string | Promise<string> {
    try {
      if (this.base.startsWith("http")) return new URL(address, this.base).href;
      const nowhere = "http://relative.invalid";
      const { origin, href } = new URL(address, nowhere);
      if (origin !== nowhere) return href;
      return nodeAnswers().then((own) => own + href.slice(nowhere.length));
    } catch {
      throw new MachineFailure("EINVAL", "not an address");
    }
  }

  private read(caller: Process, id: number, to: number, length: number): number {
    const request = this.find(caller, id);
    const at = to >>> 0;
    const count = request.read(caller.worker.heap.subarray(at, at + length));
    if (count !== undefined) return count;
    if (request.phase === fetchPhase.failed) throw new MachineFailure("EIO", request.failure);
    throw new MachineFailure("EAGAIN", "nothing has arrived");
  }
}
