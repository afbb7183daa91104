// What the machine's promises reject with: a code for programs, a message for people, a remedy where there is one.

export class MachineError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** What to do about it. */
    readonly remedy?: string,
  ) {
    super(remedy ? `${message}. ${remedy}` : message);
    this.name = "MachineError";
  }

  static notIsolated(problem: string): MachineError {
    return new MachineError(
      "not-isolated",
      `gilbox needs memory shared between workers, and ${problem}`,
      "Serve the page with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp " +
        "(or Document-Isolation-Policy: isolate-and-require-corp), or register gilbox/isolation-worker.js on hosts that cannot send headers.",
    );
  }
}
