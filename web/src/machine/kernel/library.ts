// The packs of the Python library (core/modules/packs.txt). One is fetched when a process first imports something that
// is in it, and kept for all processes after that.

import { readBytes } from "../../environment/environment.ts";
import { systemCall } from "../../protocol/system-calls.ts";
import { errno } from "../segment/errors.ts";
import type { MemoryHandler } from "./system-calls.ts";

const decoder = new TextDecoder();

export class Library {
  private readonly loading = new Map<string, Promise<Uint8Array | undefined>>();
  private readonly packs = new Map<string, Uint8Array>();

  constructor(private readonly urls: Readonly<Record<string, string>>) {}

  get calls(): ReadonlyMap<number, MemoryHandler> {
    const nameAt = (heap: Uint8Array, [at, bytes]: readonly number[]): string =>
      decoder.decode(heap.slice((at as number) >>> 0, ((at as number) >>> 0) + (bytes as number)));
    return new Map<number, MemoryHandler>([
      [
        systemCall.libraryFind,
        (heap, args) => {
          const name = nameAt(heap, args);
          return this.packs.get(name)?.length ?? this.load(name).then(sizeOrError);
        },
      ],
      [
        systemCall.libraryRead,
        (heap, args) => {
          const pack = this.packs.get(nameAt(heap, args));
          if (!pack) return -errno.ENOENT;
          heap.set(pack, args[2] >>> 0);
          return pack.length;
        },
      ],
    ]);
  }

  /** Undefined when it cannot be had; the next who asks tries again. */
  private load(name: string): Promise<Uint8Array | undefined> {
    let loading = this.loading.get(name);
    if (!loading) {
      loading = this.fetch(name);
      this.loading.set(name, loading);
    }
    return loading;
  }

  private async fetch(name: string): Promise<Uint8Array | undefined> {
    try {
      const pack = await readBytes(new URL(this.urls[name] ?? ""));
      this.packs.set(name, pack);
      return pack;
    } catch (error) {
      console.error(`gilbox: the library's pack "${name}" could not be loaded:`, error);
      return undefined;
    } finally {
      this.loading.delete(name);
    }
  }
}

const sizeOrError = (pack: Uint8Array | undefined): number => pack?.length ?? -errno.ENOENT;
