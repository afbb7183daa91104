// `npm test`: sets up, builds and runs every suite of suites.mjs, or one of them with `-- --only NAME`.
// Ends with a table of the suites and the line `N passed, N failed`.
import { parseArgs } from "node:util";
import { report } from "../../web/tools/report.mjs";
import { findEmscripten } from "../../web/tools/setup/emscripten.mjs";
import { SetupError } from "../../web/tools/setup/run.mjs";
import { missingPackages, setUpSystemPackages } from "../../web/tools/setup/system-packages.mjs";
import { makeContext } from "./context.mjs";
import { suites } from "./suites.mjs";
import { printTable } from "./table.mjs";

/** The groups of system packages a suite needs; Emscripten's own only where the user has no emcc. */
async function packageGroups(suite) {
  const groups = suite.packages ?? [];
  if (!groups.includes("emscripten")) return groups;
  const others = groups.filter((name) => name !== "emscripten");
  return (await findEmscripten()) ? others : [...others, "privateEmscripten"];
}

/** Installs what all suites need in one go; who may not do that is told once, and the suites that can run do. */
async function setUpPackages(chosen) {
  const groups = (await Promise.all(chosen.map(packageGroups))).flat();
  try {
    await setUpSystemPackages([...new Set(groups)]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(error.message);
  }
}

/** One suite's row of the table; a suite that cannot run is a failure with its reason. */
async function runSuite(suite, context) {
  console.log(`\n▶ ${suite.name}: ${suite.title}`);
  const begin = performance.now();
  let result;
  try {
    const missing = missingPackages(await packageGroups(suite));
    if (missing.length > 0) throw new SetupError(`not installed: ${missing.join(", ")}`);
    result = await suite.run(context);
    if (result.passed + result.failed === 0) throw new SetupError("no test ran");
  } catch (error) {
    const reason = error instanceof SetupError ? error.message : error.stack;
    console.log(reason);
    result = { passed: 0, failed: 1, reason: reason.split("\n")[0].slice(0, 100) };
  }
  const seconds = (performance.now() - begin) / 1000;
  console.log(`  ${result.passed} passed, ${result.failed} failed in ${seconds.toFixed(1)} s`);
  return { name: suite.name, seconds, ...result };
}

function chosenSuites() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      list: { type: "boolean", default: false },
    },
  });
  if (values.list) {
    for (const { name, title } of suites) console.log(`${name.padEnd(12)} ${title}`);
    return [];
  }
  if (!values.only) return suites;
  const known = suites.map(({ name }) => name);
  const unknown = values.only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupError(`No suite ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  }
  return suites.filter(({ name }) => values.only.includes(name));
}

await report(async () => {
  const chosen = chosenSuites();
  if (chosen.length === 0) return;
  await setUpPackages(chosen);
  const context = makeContext();
  const results = [];
  for (const suite of chosen) results.push(await runSuite(suite, context));
  printTable(results);
  if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
