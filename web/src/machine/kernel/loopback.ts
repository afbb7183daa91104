// The machine's own network: byte streams between its processes, by port number.
//
// A connection is two pipes, one for each direction; each side holds the reading end of one and the writing end of
// the other. A listener is an event object of the segment (it moves at every connection) and a queue of connections
// that nobody has accepted yet, whose far ends the queue holds. When the listener closes, or its process ends, those ends
// close with it: who had connected reads the end.

import { grantKind, systemCall } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import { Holdings, type Objects } from "./objects.ts";
import type { Process } from "./process.ts";
import { done, type Handler } from "./system-calls.ts";

const streamCapacity = 32 * 1024;
// What Linux gives to those who do not choose.
const firstPort = 32768;
const lastPort = 60999;

interface Waiting {
  readonly toServer: number;
  readonly toClient: number;
  /** The client's. */
  readonly port: number;
}

interface Listener {
  readonly id: number;
  readonly port: number;
  readonly most: number;
  readonly waiting: Waiting[];
  readonly held: Holdings;
}

/** Writes a call's results where its caller wants them. */
function tell(caller: Process, to: number, ...results: number[]): void {
  caller.worker.words.set(results, to >>> 2);
}

export class Loopback {
  readonly calls: ReadonlyMap<number, Handler>;
  private readonly byPort = new Map<number, Listener>();
  private readonly byId = new Map<number, Listener>();
  private nextPort = firstPort;

  constructor(private readonly objects: Objects) {
    objects.listenerGone = (id) => this.gone(id);
    this.calls = new Map<number, Handler>([
      [
        systemCall.socketListen,
        (caller, [port, backlog, to]) => this.listen(caller, port, backlog, to),
      ],
      [systemCall.socketAccept, (caller, [id, to]) => this.accept(caller, id, to)],
      [systemCall.socketConnect, (caller, [port, to]) => this.connect(caller, port, to)],
      [systemCall.socketWaiting, (_caller, [id]) => this.find(id).waiting.length],
      [
        systemCall.socketClose,
        done((caller, [id]) => objects.releaseListener(caller.holdings, id)),
      ],
    ]);
  }

  private listen(caller: Process, wanted: number, backlog: number, to: number): number {
    if (wanted !== 0 && this.byPort.has(wanted))
      throw new MachineFailure("EADDRINUSE", `port ${wanted} has a listener`);
    const port = wanted === 0 ? this.freePort() : wanted;
    const id = this.objects.createListener(caller.holdings);
    const most = Math.max(backlog, 0);
    const listener: Listener = { id, port, most, waiting: [], held: new Holdings() };
    this.byPort.set(port, listener);
    this.byId.set(id, listener);
    tell(caller, to, port);
    return id;
  }

  private accept(caller: Process, id: number, to: number): number {
    const { waiting, held, port } = this.find(id);
    const first = waiting.shift();
    if (!first) throw new MachineFailure("EAGAIN", "nobody has connected");
    const { objects } = this;
    objects.retain(caller.holdings, grantKind.pipeRead, first.toServer);
    objects.retain(caller.holdings, grantKind.pipeWrite, first.toClient);
    objects.release(held, grantKind.pipeRead, first.toServer);
    objects.release(held, grantKind.pipeWrite, first.toClient);
    tell(caller, to, first.toServer, first.toClient, port, first.port);
    return 0;
  }

  private connect(caller: Process, port: number, to: number): number {
    const listener = this.byPort.get(port);
    if (!listener || listener.waiting.length >= listener.most)
      throw new MachineFailure("ECONNREFUSED", `nobody accepts connections on port ${port}`);
    const { objects } = this;
    const { held, waiting, id } = listener;
    const toServer = objects.createPipe(caller.holdings, streamCapacity);
    let toClient: number;
    try {
      toClient = objects.createPipe(held, streamCapacity);
    } catch (error) {
      objects.release(caller.holdings, grantKind.pipeRead, toServer);
      objects.release(caller.holdings, grantKind.pipeWrite, toServer);
      throw error;
    }
    objects.retain(held, grantKind.pipeRead, toServer);
    objects.release(caller.holdings, grantKind.pipeRead, toServer);
    objects.retain(caller.holdings, grantKind.pipeRead, toClient);
    objects.release(held, grantKind.pipeRead, toClient);
    const own = this.freePort();
    waiting.push({ toServer, toClient, port: own });
    objects.happen(id);
    tell(caller, to, toClient, toServer, own, port);
    return 0;
  }

  private find(id: number): Listener {
    const listener = this.byId.get(id);
    if (!listener) throw new MachineFailure("EINVAL", `object ${id} does not listen`);
    return listener;
  }

  private gone(id: number): void {
    const { port, held } = this.find(id);
    this.byId.delete(id);
    this.byPort.delete(port);
    this.objects.releaseAll(held).settle();
  }

  private freePort(): number {
    do {
      this.nextPort = this.nextPort === lastPort ? firstPort : this.nextPort + 1;
    } while (this.byPort.has(this.nextPort));
    return this.nextPort;
  }
}
