// The kernel segment: what lies where. All positions are indices of 32-bit words unless a name says bytes.
//
//   header │ process records │ thread slots │ pipes │ semaphores │ events │ arena (pipe buffers, shared memory)
//
// Only this file knows the layout; nothing of it is known to C++. See web/README.md for the story.

const lineWords = 16; // one cache line: what different threads write lies on different lines

export const limits = {
  processes: 512,
  threads: 2048,
  pipes: 4096,
  semaphores: 1024,
  events: 1024,
} as const;

/** A wait set: one bit for each thread slot, and above it one bit for each word of those. */
export const waitSet = {
  summaryWords: 2,
  wordsPerSummary: 32,
  words: 2 + limits.threads / 32,
} as const;

export const header = {
  magic: 0,
  threadsUsed: 1,
  processesUsed: 2,
  arenaBytes: 3,
  words: lineWords,
} as const;
export const magicNumber = 0x47494c42;

/** A process record; `started` is a float64 (milliseconds since 1970), so it sits on an even word. */
export const processField = {
  pid: 0,
  parent: 1,
  state: 2,
  exitCode: 3,
  threads: 4,
  memoryPages: 5,
  started: 6,
  input: 8,
  output: 9,
  errors: 10,
  control: 11,
  commandBytes: 12,
  exited: 16, // wait set
  command: 96, // UTF-8
  words: 160,
} as const;
export const commandCapacity = (processField.words - processField.command) * 4;

export const processState = {
  free: 0,
  warm: 1,
  starting: 2,
  running: 3,
  exited: 4,
  killed: 5,
} as const;

export const threadField = {
  owner: 0, // process record + 1; 0: free
  park: 1,
  active: 2, // 1: a thread runs here (written by its host)
  gone: 3, // 1: that thread will not touch the segment again
  callState: 4,
  callNumber: 5,
  callArguments: 6, // six words
  callResult: 12,
  asleep: 13, // 1: it sleeps until someone wakes it (written by itself)
  words: lineWords * 2,
} as const;

/** Thread slot 0 is the kernel worker: its park word is the doorbell. */
export const kernelSlot = 0;

export const callState = { idle: 0, posted: 1, answered: 2, taken: 3 } as const;

export const pipeField = {
  id: 0, // 0: free
  capacity: 1, // bytes, a power of two
  buffer: 2, // byte offset in the segment
  readers: 3,
  writers: 4,
  head: lineWords, // bytes ever written, modulo 2^32
  writeLock: lineWords + 1, // thread slot + 1 of the holder
  writeContended: lineWords + 2,
  tail: lineWords * 2, // bytes ever read, modulo 2^32
  readLock: lineWords * 2 + 1,
  readContended: lineWords * 2 + 2,
  readable: lineWords * 3, // wait set
  writable: lineWords * 3 + 80, // wait set
  words: lineWords * 3 + 160,
} as const;

export const semaphoreField = {
  id: 0,
  value: 1,
  maximum: 2,
  ownerProcess: 3, // pid of the last one that acquired it
  ownerThread: 4,
  acquirable: lineWords, // wait set
  words: lineWords + 80,
} as const;

/** Something outside that moves in steps and is waited for: a request to the network. `value` counts the steps. */
export const eventField = { id: 0, value: 1, happened: lineWords, words: lineWords + 80 } as const;

const processesAt = header.words;
const threadsAt = processesAt + limits.processes * processField.words;
const pipesAt = threadsAt + limits.threads * threadField.words;
const semaphoresAt = pipesAt + limits.pipes * pipeField.words;
const eventsAt = semaphoresAt + limits.semaphores * semaphoreField.words;
export const arenaAt = eventsAt + limits.events * eventField.words;

export const processAt = (record: number): number => processesAt + record * processField.words;
export const threadAt = (slot: number): number => threadsAt + slot * threadField.words;
export const pipeAt = (id: number): number => pipesAt + (id % limits.pipes) * pipeField.words;
export const semaphoreAt = (id: number): number =>
  semaphoresAt + (id % limits.semaphores) * semaphoreField.words;
export const eventAt = (id: number): number => eventsAt + (id % limits.events) * eventField.words;

/** The segment and its views, made once in each worker. */
export class Segment {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  readonly floats: Float64Array;

  constructor(readonly buffer: SharedArrayBuffer) {
    this.words = new Int32Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.floats = new Float64Array(buffer);
    if (this.words[header.magic] !== magicNumber) throw new Error("this is not a kernel segment");
  }

  static create(byteLength: number): Segment {
    const arenaBytes = byteLength - arenaAt * 4;
    if (arenaBytes < 1 << 20)
      throw new RangeError(`a kernel segment needs at least ${arenaAt * 4 + (1 << 20)} bytes`);
    const words = new Int32Array(new SharedArrayBuffer(byteLength));
    words[header.arenaBytes] = arenaBytes;
    words[header.magic] = magicNumber;
    words[header.threadsUsed] = 1;
    return new Segment(words.buffer);
  }

  load(at: number): number {
    return Atomics.load(this.words, at);
  }
}
