// What a reader of the figures should know about the machine they were measured on, in plain words.

import type { LaneFigures } from "./compare.ts";
import type { MachineFacts } from "./machine-facts.ts";
import { spread } from "./statistics.ts";
import { times } from "./verdict.ts";

const noisy = 0.15; // half an interval against its median
const stepsWanted = 50; // clock steps in a figure

export function warningsAbout(
  lanes: readonly LaneFigures[],
  facts: MachineFacts,
  workers?: number,
): string[] {
  const warnings: string[] = [];
  const measured = lanes.flatMap((lane) => lane.wall ?? []);
  const widest = Math.max(0, ...measured.map(spread));
  if (widest > noisy)
    warnings.push(
      `The times scatter by up to ±${Math.round(100 * widest)} %: something else keeps this computer busy.`,
    );
  if (measured.some((wall) => wall.median < stepsWanted * facts.clockStep))
    warnings.push(
      `The clock here moves in steps of ${facts.clockStep.toFixed(2)} ms: short times are rough.`,
    );
  if (workers !== undefined && facts.coresHad < Math.min(workers, facts.cores) - 0.35)
    warnings.push(
      `Only ${times(facts.coresHad)} cores’ worth of computing was free for ${workers} workers, so no lane can be more than about ${times(facts.coresHad)} times faster by computing at once.`,
    );
  else if (workers !== undefined && workers > facts.cores)
    warnings.push(
      `${workers} workers share ${facts.cores} ${facts.cores === 1 ? "core" : "cores"}: expect at most ${facts.cores} times.`,
    );
  return warnings;
}
