// System calls: what a thread asks the kernel worker for, over the words of its own slot in the segment.
//
// A call is answered at once: what takes long (an exit, an answer from the network) is an object in the
// segment that the caller then waits for as for any other. libraryFind alone may take as long as a fetch. Arguments and results are 32-bit integers; pointers go
// into the memory of the calling process, which the kernel reads and writes itself.

export const systemCall = {
  exit: 1, // code
  crash: 2, // text pointer, text bytes
  spawn: 3, // pointer to SpawnBlock → pid
  kill: 4, // pid, signal
  reap: 5, // pid: forget an ended child
  pipeCreate: 6, // capacity → pipe; the caller has both ends
  pipeRetain: 7, // pipe, end
  pipeClose: 8, // pipe, end
  semaphoreCreate: 9, // value, maximum → semaphore
  semaphoreRetain: 10, // semaphore
  semaphoreClose: 11, // semaphore
  sharedCreate: 12, // bytes → block
  sharedRetain: 13, // block
  sharedClose: 14, // block
  sharedFind: 15, // block, pointer to two words: byte offset, byte length
  sharedName: 16, // block, name, bytes (0: takes its name away)
  sharedByName: 17, // name, bytes → block; the caller holds it
  transfer: 18, // kind, object: hold it for whoever adopts it (grant kinds)
  adopt: 19, // kind, object: the caller holds it; a transfer under way ends
  fileOpen: 20, // path, bytes, flags, mode → descriptor
  fileRead: 21, // descriptor, to, bytes, position (-1: the descriptor's own) → bytes
  fileWrite: 22, // descriptor, from, bytes, position → bytes
  fileClose: 23, // descriptor
  fileSeek: 24, // descriptor, offset, whence → position
  fileTruncate: 25, // descriptor, length
  fileStat: 26, // path, bytes, pointer to a stat block (bytes -1: path is a descriptor)
  fileMakeDirectory: 27, // path, bytes
  fileRemove: 28, // path, bytes, 1: a directory
  fileRename: 29, // path, bytes, path, bytes
  fileList: 30, // path, bytes, to, capacity → bytes wanted (kind letter and name, NUL after each)
  directoryChange: 31, // path, bytes
  directoryCurrent: 32, // to, capacity → bytes wanted
  socketListen: 33, // port (0: any), backlog, pointer to a word: the port → listener, an event that moves at every connection
  socketAccept: 34, // listener, pointer to four words: pipe to read, pipe to write, port here, port there; EAGAIN
  socketConnect: 35, // port, pointer to four words, as above
  socketWaiting: 36, // listener → connections that nobody has accepted
  socketClose: 37, // listener
  libraryFind: 38, // name of a pack of the library, bytes → its size in bytes; answered when it is there
  libraryRead: 39, // the same, to: all of it
  fetchStart: 40, // pointer to a fetch block → request, an event that moves at every step
  fetchPhase: 41, // request → fetchPhase
  fetchText: 42, // request, part (fetchPart), to, capacity → bytes wanted
  fetchRead: 43, // request, to, bytes → bytes; EAGAIN
  fetchClose: 44, // request
} as const;

/** Blocks of 32-bit words in the memory of the caller; wasm/machine/blocks.hpp is the same in C++. */
export const spawnBlock = {
  arguments: 0, // pointer to strings with a NUL after each
  argumentsBytes: 1,
  environment: 2, // NAME=value strings, NUL after each; bytes -1: the caller's
  environmentBytes: 3,
  directory: 4, // bytes -1: the caller's
  directoryBytes: 5,
  input: 6, // pipe, -1: the caller's, 0: none
  output: 7,
  errors: 8,
  memory: 9, // bytes, 0: the machine's default
  grants: 10, // pointer to (kind, object, descriptor or -1) words: what the child shall hold
  grantCount: 11,
  words: 12,
} as const;

/** Words of a stat block. */
export const statBlock = {
  kind: 0, // fileKind
  size: 1,
  modifiedLow: 2, // milliseconds since 1970 as a float64, on an even word of an 8-byte aligned block
  modifiedHigh: 3,
  identity: 4,
  words: 6,
} as const;

export const fileKind = { file: 0, directory: 1 } as const;

/** Bits of fileOpen's flags. */
export const openFlag = {
  read: 1,
  write: 2,
  append: 4,
  create: 8,
  exclusive: 16,
  truncate: 32,
} as const;

export const fetchBlock = {
  method: 0, // pointers with byte lengths
  methodBytes: 1,
  url: 2,
  urlBytes: 3,
  headers: 4, // name NUL value NUL …
  headersBytes: 5,
  body: 6,
  bodyBytes: 7,
  followRedirects: 8,
  words: 9,
} as const;

export const fetchPhase = { sent: 0, headers: 1, done: 2, failed: 3 } as const;

/** What fetchText tells: `head` is status, status text, address, then header names and values, NUL after each. */
export const fetchPart = { head: 0, failure: 1 } as const;

export const grantKind = { pipeRead: 0, pipeWrite: 1, semaphore: 2, shared: 3 } as const;

/** What a process finds at its start: these words, (kind, pipe, descriptor) words, then the strings' bytes. */
export const startBlock = {
  argumentsBytes: 0,
  environmentBytes: 1,
  descriptors: 2, // how many
  words: 3,
} as const;

/** The words the kernel writes in a process's own memory. */
export const controlBlock = {
  kill: 0, // the signal that ends the process, 0 while it lives
  signals: 1, // pending signals, bit n for signal n
  handled: 2, // bit n: the program handles signal n itself
} as const;

export const signalNumber = { INT: 2, KILL: 9, USR1: 10, TERM: 15, TASKS: 30 } as const;
export type SignalName = keyof typeof signalNumber;
