// The kernel's book of objects in the segment: pipes, semaphores, events, shared blocks, and who holds them.
//
// A holder (a process, or the kernel itself) keeps counts; when a holder ends, everything it held is given back.
// An object nobody holds is freed. Its id is never used again soon: ids count up in steps of the table's size.
// What a killed process held may still be touched by a thread of it that has not noticed yet; so objects are freed
// for reuse only by settle(), which the process table calls when the last such thread is gone.

import { grantKind } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import {
  eventAt,
  eventField,
  limits,
  pipeAt,
  pipeField,
  processAt,
  processField,
  type Segment,
  semaphoreAt,
  semaphoreField,
} from "../segment/layout.ts";
import { defaultCapacity, type PipeEnd, pipeEnd } from "../segment/pipe.ts";
import { leave, wakeAll } from "../segment/wait.ts";
import type { Arena } from "./arena.ts";

export type GrantKind = (typeof grantKind)[keyof typeof grantKind];
type Kind = GrantKind | typeof eventKind | typeof listenerKind;
const eventKind = 4;
const listenerKind = 5;

const lingering = 5000; // milliseconds something nobody holds stays, because a message may be on its way with its number
const longestWay = 120_000; // milliseconds a message with the number of a transferred object may take

/** What one process, or the kernel, holds: how often it holds each object. */
export class Holdings {
  readonly counts = new Map<string, { kind: Kind; id: number; count: number }>();

  add(kind: Kind, id: number): void {
    const held = this.counts.get(`${kind}:${id}`);
    if (held) held.count++;
    else this.counts.set(`${kind}:${id}`, { kind, id, count: 1 });
  }

  remove(kind: Kind, id: number): void {
    const key = `${kind}:${id}`;
    const held = this.counts.get(key);
    if (!held) throw new MachineFailure("EBADF", `object ${id} is not held`);
    if (--held.count === 0) this.counts.delete(key);
  }

  has(kind: Kind, id: number): boolean {
    return this.counts.has(`${kind}:${id}`);
  }
}

/** Ids of one kind of object: index + table size * generation, always above 0. */
class Ids {
  private readonly free: number[] = [];
  private next: number;

  constructor(private readonly size: number) {
    this.next = size;
  }

  take(what: string): number {
    if (this.next < this.size * 2) return this.next++;
    const id = this.free.shift();
    if (id === undefined)
      throw new MachineFailure("EMFILE", `the machine has no more than ${this.size} ${what}`);
    return id;
  }

  giveBack(id: number): void {
    const following = id + this.size;
    this.free.push(following < 2 ** 30 ? following : (id % this.size) + this.size);
  }
}

interface SharedBlock {
  name: string;
  offset: number;
  size: number;
  holders: number;
}

export class Objects {
  private readonly pipeIds = new Ids(limits.pipes);
  private readonly semaphoreIds = new Ids(limits.semaphores);
  private readonly eventIds = new Ids(limits.events);
  private readonly semaphoreHolders = new Map<number, number>();
  private readonly blocks = new Map<number, SharedBlock>();
  private readonly blockNames = new Map<string, number>();
  private nextBlock = 1;
  /** Holds that belong to nobody: what is on its way between processes, and what lingers. */
  private readonly inTransit = new Holdings();
  private readonly transfers = new Map<string, ReturnType<typeof setTimeout>[]>();
  private unsettled: (() => void)[] | undefined;

  /** Called when a listener is closed or its holder ended. */
  listenerGone: (id: number) => void = () => {};

  constructor(
    private readonly segment: Segment,
    private readonly arena: Arena,
  ) {}

  get counts(): { pipes: number; semaphores: number; shared: number; arenaFree: number } {
    return {
      pipes: this.livePipes,
      semaphores: this.semaphoreHolders.size,
      shared: this.blocks.size,
      arenaFree: this.arena.freeBytes,
    };
  }
  private livePipes = 0;

  createPipe(holder: Holdings, capacity = defaultCapacity): number {
    const rounded = 2 ** Math.ceil(Math.log2(Math.min(Math.max(capacity, 4096), 2 ** 28)));
    const id = this.pipeIds.take("pipes");
    const buffer = this.arena.allocate(rounded);
    if (buffer === undefined) {
      this.pipeIds.giveBack(id - limits.pipes);
      throw new MachineFailure("ENOMEM", "the kernel segment has no room for another pipe");
    }
    const { words } = this.segment;
    const at = pipeAt(id);
    words.fill(0, at, at + pipeField.words);
    words[at + pipeField.capacity] = rounded;
    words[at + pipeField.buffer] = buffer;
    words[at + pipeField.readers] = 1;
    words[at + pipeField.writers] = 1;
    Atomics.store(words, at + pipeField.id, id);
    holder.add(grantKind.pipeRead, id);
    holder.add(grantKind.pipeWrite, id);
    this.livePipes++;
    return id;
  }

  createSemaphore(holder: Holdings, value: number, maximum: number): number {
    if (value < 0 || value > maximum)
      throw new MachineFailure("EINVAL", "a semaphore starts between 0 and its maximum");
    const id = this.semaphoreIds.take("semaphores");
    const { words } = this.segment;
    const at = semaphoreAt(id);
    words.fill(0, at, at + semaphoreField.words);
    words[at + semaphoreField.value] = value;
    words[at + semaphoreField.maximum] = maximum;
    Atomics.store(words, at + semaphoreField.id, id);
    this.semaphoreHolders.set(id, 1);
    holder.add(grantKind.semaphore, id);
    return id;
  }

  createEvent(holder: Holdings): number {
    return this.newEvent(holder, eventKind);
  }

  /** An event that moves at every connection. */
  createListener(holder: Holdings): number {
    return this.newEvent(holder, listenerKind);
  }

  private newEvent(holder: Holdings, kind: Kind): number {
    const id = this.eventIds.take("requests and listeners");
    const { words } = this.segment;
    const at = eventAt(id);
    words.fill(0, at, at + eventField.words);
    Atomics.store(words, at + eventField.id, id);
    holder.add(kind, id);
    return id;
  }

  /** The event moved: everyone who waits for it looks again. */
  happen(id: number): void {
    const at = eventAt(id);
    if (this.segment.load(at + eventField.id) !== id) return;
    Atomics.add(this.segment.words, at + eventField.value, 1);
    wakeAll(this.segment, at + eventField.happened);
  }

  createShared(holder: Holdings, size: number): number {
    const offset = size > 0 ? this.arena.allocate(size) : undefined;
    if (offset === undefined)
      throw new MachineFailure(size > 0 ? "ENOMEM" : "EINVAL", `no shared block of ${size} bytes`);
    this.segment.bytes.fill(0, offset, offset + size);
    const id = this.nextBlock++;
    this.blocks.set(id, { name: "", offset, size, holders: 1 });
    holder.add(grantKind.shared, id);
    return id;
  }

  findShared(id: number): SharedBlock {
    const block = this.blocks.get(id);
    if (!block) throw new MachineFailure("ENOENT", `no shared block ${id}`);
    return block;
  }

  /** An empty name takes the block's name away. */
  nameShared(id: number, name: string): void {
    const block = this.findShared(id);
    if (this.blockNames.has(name)) throw new MachineFailure("EEXIST", name);
    this.blockNames.delete(block.name);
    block.name = name;
    if (name) this.blockNames.set(name, id);
  }

  openNamed(holder: Holdings, name: string): number {
    const id = this.blockNames.get(name);
    if (id === undefined) throw new MachineFailure("ENOENT", name);
    this.retain(holder, grantKind.shared, id);
    return id;
  }

  /** Holds something for whoever adopts it, for a while. */
  transfer(kind: GrantKind, id: number): void {
    this.retain(this.inTransit, kind, id);
    const key = `${kind}:${id}`;
    const timers = this.transfers.get(key) ?? [];
    timers.push(setTimeout(() => this.endTransfer(kind, id), longestWay));
    this.transfers.set(key, timers);
  }

  /** Something a message has named: the caller holds it, its transfer ends. */
  adopt(holder: Holdings, kind: GrantKind, id: number): void {
    this.retain(holder, kind, id);
    this.endTransfer(kind, id);
  }

  /** The oldest transfer of it, if one is under way. */
  private endTransfer(kind: GrantKind, id: number): void {
    const key = `${kind}:${id}`;
    const timers = this.transfers.get(key);
    if (!timers) return;
    clearTimeout(timers.shift());
    if (timers.length === 0) this.transfers.delete(key);
    this.release(this.inTransit, kind, id);
  }

  releaseEvent(holder: Holdings, id: number): void {
    this.release(holder, eventKind, id);
  }

  releaseListener(holder: Holdings, id: number): void {
    this.release(holder, listenerKind, id);
  }

  /** One more hold on something that exists. */
  retain(holder: Holdings, kind: Kind, id: number): void {
    if (kind === grantKind.pipeRead || kind === grantKind.pipeWrite) {
      const at = pipeAt(id);
      const field = kind === grantKind.pipeRead ? pipeField.readers : pipeField.writers;
      if (this.segment.load(at + pipeField.id) !== id)
        throw new MachineFailure("EBADF", `no pipe ${id}`);
      Atomics.add(this.segment.words, at + field, 1);
    } else if (kind === grantKind.semaphore) {
      const holders = this.semaphoreHolders.get(id);
      if (holders === undefined) throw new MachineFailure("EBADF", `no semaphore ${id}`);
      this.semaphoreHolders.set(id, holders + 1);
    } else {
      this.findShared(id).holders++;
    }
    holder.add(kind, id);
  }

  release(holder: Holdings, kind: Kind, id: number): void {
    holder.remove(kind, id);
    const last = kind === grantKind.shared || kind === grantKind.semaphore;
    if (last && holder !== this.inTransit && this.holders(kind, id) === 1) {
      // Its number may be in a message: who reads it can still open it.
      this.inTransit.add(kind, id);
      setTimeout(() => this.release(this.inTransit, kind, id), lingering);
    } else {
      this.drop(kind, id);
    }
  }

  private holders(kind: Kind, id: number): number {
    return (
      (kind === grantKind.shared ? this.blocks.get(id)?.holders : this.semaphoreHolders.get(id)) ??
      0
    );
  }

  /** Gives back all that a holder has; what is freed by it can be used again after `settle`. */
  releaseAll(holder: Holdings): { settle(): void } {
    const later: (() => void)[] = [];
    const outer = this.unsettled;
    this.unsettled = later;
    for (const { kind, id, count } of holder.counts.values()) {
      for (let times = 0; times < count; times++) this.drop(kind, id);
    }
    this.unsettled = outer;
    holder.counts.clear();
    return {
      settle: () => {
        // Within another holder's end (a listener's queue in its process's) it waits for that one.
        for (const free of later) this.free(free);
      },
    };
  }

  /** Takes threads that are gone out of every wait set. */
  forgetWaiters(slots: readonly number[]): void {
    const forget = (set: number): void => {
      if (this.segment.load(set) === 0 && this.segment.load(set + 1) === 0) return;
      for (const slot of slots) leave(this.segment, set, slot);
    };
    for (let index = 0; index < limits.pipes; index++) {
      forget(pipeAt(index) + pipeField.readable);
      forget(pipeAt(index) + pipeField.writable);
    }
    for (let index = 0; index < limits.semaphores; index++) {
      forget(semaphoreAt(index) + semaphoreField.acquirable);
    }
    for (let index = 0; index < limits.events; index++) {
      forget(eventAt(index) + eventField.happened);
    }
    for (let index = 0; index < limits.processes; index++) {
      forget(processAt(index) + processField.exited);
    }
  }

  /** Whoever waits for a semaphore that this process acquired last looks again who holds it. */
  wakeWaitersFor(pid: number): void {
    const { words } = this.segment;
    for (const id of this.semaphoreHolders.keys()) {
      const at = semaphoreAt(id);
      if (words[at + semaphoreField.ownerProcess] === pid)
        wakeAll(this.segment, at + semaphoreField.acquirable);
    }
  }

  /** Breaks the locks inside pipes that threads which are gone have left taken. */
  breakLocks(isGone: (slot: number) => boolean): void {
    const { words } = this.segment;
    const sides = [
      [pipeField.readLock, pipeField.readable],
      [pipeField.writeLock, pipeField.writable],
    ] as const;
    for (let index = 0; index < limits.pipes; index++) {
      const at = pipeAt(index);
      if (words[at + pipeField.id] === 0) continue;
      for (const [lock, set] of sides) {
        const owner = Atomics.load(words, at + lock);
        if (owner === 0 || !isGone(owner - 1)) continue;
        Atomics.compareExchange(words, at + lock, owner, 0);
        wakeAll(this.segment, at + set);
      }
    }
  }

  private drop(kind: Kind, id: number): void {
    if (kind === grantKind.pipeRead) this.dropPipeEnd(id, pipeEnd.read);
    else if (kind === grantKind.pipeWrite) this.dropPipeEnd(id, pipeEnd.write);
    else if (kind === grantKind.semaphore) this.dropSemaphore(id);
    else if (kind === grantKind.shared) this.dropShared(id);
    else this.dropEvent(kind, id);
  }

  private free(action: () => void): void {
    if (this.unsettled) this.unsettled.push(action);
    else action();
  }

  private dropPipeEnd(id: number, end: PipeEnd): void {
    const { words } = this.segment;
    const at = pipeAt(id);
    const own = at + (end === pipeEnd.read ? pipeField.readers : pipeField.writers);
    const other = at + (end === pipeEnd.read ? pipeField.writers : pipeField.readers);
    if (Atomics.sub(words, own, 1) !== 1) return;
    // The last of its side: the other side must learn of the end or the broken pipe.
    wakeAll(this.segment, at + pipeField.readable);
    wakeAll(this.segment, at + pipeField.writable);
    if (Atomics.load(words, other) > 0) return;
    Atomics.store(words, at + pipeField.id, 0);
    this.livePipes--;
    this.free(() => {
      this.arena.release(
        words[at + pipeField.buffer] as number,
        words[at + pipeField.capacity] as number,
      );
      this.pipeIds.giveBack(id);
    });
  }

  private dropSemaphore(id: number): void {
    const holders = (this.semaphoreHolders.get(id) ?? 1) - 1;
    this.semaphoreHolders.set(id, holders);
    if (holders > 0) return;
    this.semaphoreHolders.delete(id);
    const at = semaphoreAt(id);
    Atomics.store(this.segment.words, at + semaphoreField.id, 0);
    wakeAll(this.segment, at + semaphoreField.acquirable);
    this.free(() => this.semaphoreIds.giveBack(id));
  }

  private dropShared(id: number): void {
    const block = this.blocks.get(id);
    if (!block || --block.holders > 0) return;
    this.blocks.delete(id);
    this.blockNames.delete(block.name);
    this.free(() => this.arena.release(block.offset, block.size));
  }

  private dropEvent(kind: Kind, id: number): void {
    if (kind === listenerKind) this.listenerGone(id);
    Atomics.store(this.segment.words, eventAt(id) + eventField.id, 0);
    this.free(() => this.eventIds.giveBack(id));
  }
}
