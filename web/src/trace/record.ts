// One recorded event, as core/trace/record.hpp lays it out: 32 bytes, little-endian.

import { type EventRow, events } from "./events.ts";

export const recordBytes = 32;

/** A view of records in a piece of memory; reads in place, so a million records cost no objects. */
export class Records {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = Math.floor(bytes.byteLength / recordBytes);
  }

  /** Nanoseconds on the machine's clock. */
  time(index: number): number {
    return Number(this.#view.getBigInt64(index * recordBytes, true));
  }

  thread(index: number): number {
    return this.#view.getUint32(index * recordBytes + 8, true);
  }

  /** undefined: recorded by a newer version than this one. */
  event(index: number): EventRow | undefined {
    return events[this.#view.getUint16(index * recordBytes + 12, true)];
  }

  kind(index: number): number {
    return this.#view.getUint16(index * recordBytes + 14, true);
  }

  first(index: number): bigint {
    return this.#view.getBigUint64(index * recordBytes + 16, true);
  }

  second(index: number): bigint {
    return this.#view.getBigUint64(index * recordBytes + 24, true);
  }
}
