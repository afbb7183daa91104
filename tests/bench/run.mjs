// `npm run bench`: sets up, builds and measures every row of benches.mjs, or those named with `-- --only NAME`.
// Figures drift with the machine: compare only what was measured in one run.
import { parseArgs } from "node:util";
import { report } from "../../web/tools/report.mjs";
import { SetupError } from "../../web/tools/setup/run.mjs";
import { makeContext } from "../tools/context.mjs";
import { benches } from "./benches.mjs";

/** A number with three digits that mean something. */
function shown(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

await report(async () => {
  const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
  const chosen = benches.filter(({ name }) => !values.only || values.only.includes(name));
  if (chosen.length === 0) {
    const names = benches.map(({ name }) => name).join(", ");
    throw new SetupError(`No such benchmark; there are: ${names}`);
  }
  const context = makeContext();
  for (const { name, title, run } of chosen) {
    console.log(`\n▶ ${name}: ${title}`);
    for (const { figure, value, unit, low, high } of await run(context)) {
      const spread = low === undefined ? "" : ` (${shown(low)} to ${shown(high)})`;
      console.log(`  ${figure.padEnd(48)} ${shown(value).padStart(10)} ${unit}${spread}`);
    }
  }
});
