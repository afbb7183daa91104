// `npm run judge`: writes what CPython 3.13 prints for each script of tests/python beside it. Needs a
// python3.13 on the PATH, in pyenv, or named by GILBOX_JUDGE.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { report } from "../../web/tools/report.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { SetupError } from "../../web/tools/setup/run.mjs";
import { inParallel } from "./in-parallel.mjs";
import { findJudge, isJudged, pythonScripts, recordOf, runScript } from "./suites/python.mjs";

await report(async () => {
  const cpython = await findJudge();
  if (!cpython) throw new SetupError("No CPython 3.13: name one with GILBOX_JUDGE");
  const scripts = (await pythonScripts()).filter((script) => isJudged(checkout, script));
  await inParallel(cpus().length, scripts, async (script) => {
    const { text, errors } = await runScript(checkout, [cpython], script);
    const record = join(checkout, recordOf(script));
    if (existsSync(record) && readFileSync(record, "utf8") === text) return;
    writeFileSync(record, text);
    console.log(`${recordOf(script)}\n${errors}`.trim());
  });
});
