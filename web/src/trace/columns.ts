// Numbers in growing typed arrays: a million rows without a million objects.

type Column = Float64Array | Int32Array | Uint8Array;

export class Growing<T extends Column> {
  length = 0;

  constructor(
    private readonly make: (size: number) => T,
    public values: T = make(64),
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.make(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }
}

/** How many of the first `length` values are at most `value`; the values rise. */
export function countUpTo(values: Float64Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
