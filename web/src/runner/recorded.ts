// Results recorded earlier, as the page shows them before anything has run: figures without the runs behind them.

import type { LaneFigures } from "./compare.ts";
import type { MachineFacts } from "./machine-facts.ts";
import type { ParameterValues } from "./workload.ts";

export interface RecordedWorkload {
  workload: string;
  parameters: ParameterValues;
  lanes: LaneFigures[];
  verdict: string;
}

export interface Recorded {
  schema: 1;
  /** ISO 8601. */
  date: string;
  machine: MachineFacts & { words: string };
  measured: RecordedWorkload[];
}
