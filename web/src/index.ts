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
export type { ProcessTrace, Trace, TraceGroup, TraceOptions } from "./machine/page/trace.ts";
export type { ProcessInfo, ProcessState } from "./machine/segment/process-table.ts";
export type { SignalName } from "./protocol/system-calls.ts";
export { checkProgram, type ProgramProblem, problemInOutput } from "./runner/check.ts";
export {
  type CompareOptions,
  type Comparison,
  compare as compareLanes,
  type LaneFigures,
  type LaneResult,
  type Progress,
  type Run,
  type WorkFigures,
} from "./runner/compare.ts";
export {
  compareOnMachine,
  type MachineCompareOptions,
  type MachineComparison,
  runTraced,
} from "./runner/compare-on-machine.ts";
export { type MachineFacts, machineFacts } from "./runner/machine-facts.ts";
export type { Recorded, RecordedWorkload } from "./runner/recorded.ts";
export { parseReport, type Report, reportSchema } from "./runner/report.ts";
export { type RunOptions, runProgram } from "./runner/run-program.ts";
export {
  comparePrograms as compare,
  type RunPythonOptions,
  runPython,
} from "./runner/run-python.ts";
export type { Estimate } from "./runner/statistics.ts";
export { difference, duration, times, type VerdictOptions, verdict } from "./runner/verdict.ts";
export {
  checkParameters,
  defaultSwitchInterval,
  defaultValues,
  hasThreads,
  type Manifest,
  type Parameter,
  type ParameterValues,
  type Workload,
  withParameters,
  withServer,
  withSwitchInterval,
} from "./runner/workload.ts";
export { type EventRow, events, groups, kinds, states } from "./trace/events.ts";
export { TraceModel, type TracePiece } from "./trace/model.ts";
export { perfettoTrace } from "./trace/perfetto.ts";
export { Records } from "./trace/record.ts";
export { stateNames, stateNumber, Track } from "./trace/track.ts";
