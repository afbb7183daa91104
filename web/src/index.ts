// gilbox: what the package exports.

export { MachineError } from "./machine/page/errors.ts";
export type { FileEntry, FileStatus, Files } from "./machine/page/files.ts";
export {
  Machine,
  type MachineOptions,
  type MachineUrls,
  type SpawnOptions,
} from "./machine/page/machine.ts";
export { MachineProcess } from "./machine/page/process.ts";
export type { ProcessInfo, ProcessState } from "./machine/segment/process-table.ts";
export type { SignalName } from "./protocol/system-calls.ts";
