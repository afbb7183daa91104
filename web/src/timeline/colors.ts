// The colours of states, by Okabe and Ito (2008): told apart by colour-blind people too. The same everywhere.

import type { StateName } from "../trace/events.ts";

/** [in light, in dark]; undefined: nothing is drawn. */
const colors: Record<StateName, readonly [string, string] | undefined> = {
  unchanged: undefined,
  starting: ["#cc79a7", "#d793bf"],
  running: ["#009e73", "#1fbf94"],
  gil_wait: ["#d55e00", "#f0803c"],
  native: ["#0072b2", "#56b4e9"],
  blocked: ["#8a8f98", "#7b818b"],
  sleeping: ["#b9d9ec", "#34536a"],
  ready: ["#e69f00", "#f0b43a"],
  awaiting: ["#b9d9ec", "#34536a"],
  idle: ["#e4e4e0", "#2c3036"],
  collecting: ["#b8a900", "#f0e442"],
  ended: undefined,
};

export function stateColor(state: StateName, dark: boolean): string | undefined {
  return colors[state]?.[dark ? 1 : 0];
}

/** Those that stand in the legend, in this order. */
export const legendStates: readonly StateName[] = [
  "running",
  "gil_wait",
  "native",
  "blocked",
  "sleeping",
  "ready",
  "starting",
  "collecting",
  "idle",
];
