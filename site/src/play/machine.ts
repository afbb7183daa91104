// The machine of this page: started when first needed, kept, and what to say when it cannot be.

import { Machine, MachineError } from "gilbox";

let booting: Promise<Machine> | undefined;
const listeners: ((machine: Machine) => void)[] = [];

export function theMachine(): Promise<Machine> {
  booting ??= Machine.boot().then((machine) => {
    for (const listener of listeners) listener(machine);
    return machine;
  });
  booting.catch(() => {
    booting = undefined;
  });
  return booting;
}

/** Calls back as soon as there is a machine. */
export function whenBooted(listener: (machine: Machine) => void): void {
  listeners.push(listener);
  void booting?.then(listener, () => {});
}

/** Whether things really run side by side here, in a few words and in some more. */
export function parallelism(): { good: boolean; words: string; why: string } {
  const cores = navigator.hardwareConcurrency;
  if (!crossOriginIsolated)
    return {
      good: false,
      words: "not isolated: nothing can run here",
      why: "This page is not cross-origin isolated, so the browser gives it no memory that workers share, and gilbox needs that. The host has to send Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. Until then you see figures recorded elsewhere.",
    };
  if (cores < 2)
    return {
      good: false,
      words: "one core: nothing runs side by side",
      why: "This browser reports one core. Everything works, but processes can only take turns on it.",
    };
  return {
    good: true,
    words: `truly parallel: ${cores} cores`,
    why: `Each Python process is a Web Worker with an interpreter and memory of its own, each Python thread a worker that shares its process’s memory. Your browser reports ${cores} cores for them to run on.`,
  };
}

export function explanationOf(error: unknown): string {
  if (error instanceof MachineError) return error.message;
  return `Something went wrong in gilbox itself: ${error instanceof Error ? error.message : error}`;
}
