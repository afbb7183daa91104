// `runPython` and `compare` for tests and scripts: a program in, what it printed out.
//
//   import { runPython, compare } from "gilbox";
//   const { output, exitCode } = await runPython("print(6 * 7)");
//   const result = await compare({ threads: "…", processes: "…" }, { time: 4000 });
//
// Both start a machine of their own and shut it down, so that a test runner ends; give them `machine` to share one.

import { Machine, type MachineOptions } from "../machine/page/machine.ts";
import type { Run } from "./compare.ts";
import {
  compareOnMachine,
  type MachineCompareOptions,
  type MachineComparison,
} from "./compare-on-machine.ts";
import { type RunOptions, runProgram } from "./run-program.ts";

export interface RunPythonOptions extends RunOptions {
  /** Used and left running; without it one is started and shut down. */
  machine?: Machine;
  /** Files beside the program: name -> text; they can be imported. */
  files?: Readonly<Record<string, string>>;
  machineOptions?: MachineOptions;
}

/** Runs a program as a process of its own. An exit code other than 0 is not an error: look at it. */
export async function runPython(program: string, options: RunPythonOptions = {}): Promise<Run> {
  return withMachine(options, (machine) => runProgram(machine, program, options));
}

/** Runs programs against each other, lane by lane, until their medians are known. */
export async function comparePrograms(
  programs: Readonly<Record<string, string>>,
  options: Omit<MachineCompareOptions, "lanes"> & {
    machine?: Machine;
    machineOptions?: MachineOptions;
  } = {},
): Promise<MachineComparison> {
  return withMachine(options, (machine) =>
    compareOnMachine(machine, (lane) => programs[lane] as string, {
      ...options,
      lanes: Object.keys(programs),
    }),
  );
}

async function withMachine<T>(
  { machine, machineOptions }: { machine?: Machine; machineOptions?: MachineOptions },
  use: (machine: Machine) => Promise<T>,
): Promise<T> {
  if (machine) return use(machine);
  const own = await Machine.boot(machineOptions);
  try {
    return await use(own);
  } finally {
    await own.shutdown();
  }
}
