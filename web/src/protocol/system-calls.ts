// System calls: what a thread asks the kernel worker for, over the words of its own slot in the segment.
//
// Every call is answered at once: what takes long (an exit, an answer from the network) is an object in the
// segment that the caller then waits for as for any other. Arguments and results are 32-bit integers; pointers go
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
  fileOpen: 20, // path, bytes, flags, mode → descriptor
  fileRead: 21, // descriptor, to, bytes, position (-1: the descriptor's own) → bytes
  fileWrite: 22, // descriptor, from, bytes, position → bytes
  fileClose: 23, // descriptor
  fileSeek: 24, // descriptor, offset, whence → position
  fileTruncate: 25, // descriptor, length
  fileStat: 26, // path, bytes, pointer to StatBlock (descriptor when bytes is -1)
  fileMakeDirectory: 27, // path, bytes
  fileRemove: 28, // path, bytes, 1: a directory
  fileRename: 29, // path, bytes, path, bytes
  fileList: 30, // path, bytes, to, capacity → bytes wanted (names, NUL after each)
  directoryChange: 31, // path, bytes
  directoryCurrent: 32, // to, capacity → bytes wanted
  fetchStart: 40, // pointer to FetchBlock → request
  fetchStatus: 41, // request, pointer to FetchResultBlock
  fetchRead: 42, // request, part, to, bytes, position → bytes
  fetchClose: 43, // request
} as const;

/** Blocks of 32-bit words in the memory of the caller; wasm/machine/blocks.hpp is the same in C++. */
export const spawnBlock = {
  arguments: 0, // pointer to strings with a NUL after each
  argumentsBytes: 1,
  environment: 2, // NAME=value strings, NUL after each; bytes -1: the caller's
  environmentBytes: 3,
  directory: 4, // bytes -1: the caller's
  directoryBytes: 5,
  input: 6, // pipe, or -1: the caller's
  output: 7,
  errors: 8,
  memory: 9, // bytes, 0: the machine's default
  grants: 10, // pointer to (kind, object) pairs the child shall hold
  grantCount: 11,
  words: 12,
} as const;

export const grantKind = { pipeRead: 0, pipeWrite: 1, semaphore: 2, shared: 3 } as const;

/** What a process finds at its start: byte lengths, then the bytes. */
export const startBlock = { argumentsBytes: 0, environmentBytes: 1, words: 2 } as const;

/** The words the kernel writes in a process's own memory. */
export const controlBlock = {
  kill: 0, // the signal that ends the process, 0 while it lives
  signals: 1, // pending signals, bit n for signal n
  breaker: 2, // address of the word a running thread looks at (the eval breaker), or 0
  killBits: 3, // what to or into it for a kill
  signalBits: 4, // and for a signal
  handled: 5, // bit n: the program handles signal n itself
} as const;

export const signalNumber = { INT: 2, KILL: 9, USR1: 10, TERM: 15 } as const;
export type SignalName = keyof typeof signalNumber;
