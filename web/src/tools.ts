// gilbox/tools: what C++ knows, without a machine.
export {
  loadTools,
  type ProgramDescription,
  type Tools,
  type TracedProcess,
} from "./tools/tools.ts";
