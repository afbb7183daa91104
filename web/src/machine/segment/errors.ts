// Error numbers of the machine, as on Linux: Python programs print them. Functions return them negated.

export const errno = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EIO: 5,
  E2BIG: 7,
  EBADF: 9,
  ECHILD: 10,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EEXIST: 17,
  EXDEV: 18,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  EMFILE: 24,
  EFBIG: 27,
  ENOSPC: 28,
  ESPIPE: 29,
  EROFS: 30,
  EPIPE: 32,
  ENAMETOOLONG: 36,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  EOVERFLOW: 75,
  EADDRINUSE: 98,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
} as const;

export type ErrorName = keyof typeof errno;

/** A failure with one of these numbers, thrown inside the kernel and answered as a negative result. */
export class MachineFailure extends Error {
  constructor(
    readonly code: ErrorName,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = "MachineFailure";
  }
}
