// The hand-written types of the package (web/types) against what it exports: compiled, not run.

import * as real from "../../web/src/index.ts";
import * as isolation from "../../web/src/isolation.ts";
import type * as promised from "../../web/types/index.d.ts";
import type * as promisedIsolation from "../../web/types/isolation.d.ts";

export const machine: typeof promised.Machine = real.Machine;
export const isolate: typeof promisedIsolation.isolate = isolation.isolate;

// An error of ours is what the types say of it.
export const asPromised = (
  error: real.MachineError,
): Pick<promised.MachineError, keyof promised.MachineError> => error;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const same: [
  Same<promised.MachineOptions, real.MachineOptions>,
  Same<promised.SpawnOptions, real.SpawnOptions>,
  Same<promised.ProcessInfo, real.ProcessInfo>,
  Same<promised.ProcessState, real.ProcessState>,
  Same<promised.SignalName, real.SignalName>,
  Same<promised.FileStatus, real.FileStatus>,
  Same<promised.TraceGroup, real.TraceGroup>,
  Same<promised.TraceOptions, real.TraceOptions>,
] = [true, true, true, true, true, true, true, true];
