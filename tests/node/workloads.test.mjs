// Every program of every workload prints the same on CPython 3.13 and here, with parameters that take a moment only.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { readWorkloads } from "../../web/tools/build/bundles.mjs";
import { startServer } from "../../web/tools/server/server.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";

const { Machine, runPython, withParameters, withServer } = await import(
  `${checkout}/web/dist/index.js`
);
const run = promisify(execFile);

const short = {
  LIMIT: 5000,
  WORKERS: 2,
  WIDTH: 40,
  HEIGHT: 16,
  ROUNDS: 20,
  NAPS: 4,
  SECONDS: 0.01,
  COUNTS: 1000,
  ITEMS: 50,
  KILOBYTES: 8,
  MEGABYTES: 1,
  BLOCKS: 3,
  TASKS: 3,
  DOWNLOADS: 3,
  MILLISECONDS: 5,
  PAGES: 2,
};

/** The CPython that judges, where there is one. */
async function findPython() {
  const candidates = [process.env.GILBOX_CPYTHON, "python3.13"].filter(Boolean);
  const pyenv = await run("pyenv", ["prefix", "3.13.0"]).catch(() => undefined);
  if (pyenv) candidates.push(join(pyenv.stdout.trim(), "bin/python3.13"));
  for (const candidate of candidates) {
    const works = await run(candidate, ["--version"]).catch(() => undefined);
    if (works?.stdout.startsWith("Python 3.13")) return candidate;
  }
  return undefined;
}

describe("workloads", async () => {
  const python = await findPython();
  let machine;
  let server;
  let folder;
  before(async () => {
    machine = await Machine.boot();
    server = await startServer({ root: checkout });
    folder = mkdtempSync(join(tmpdir(), "gilbox-workloads-"));
  });
  after(async () => {
    await machine?.shutdown();
    await server?.close();
    if (folder && existsSync(folder)) rmSync(folder, { recursive: true });
  });

  for (const workload of readWorkloads()) {
    const { name, lanes, programs, parameters, hangs = [], answers } = workload;
    test(`${name}: its lanes print the same, here and on CPython`, async () => {
      const own = Object.fromEntries(
        parameters.filter((p) => p.name in short).map((p) => [p.name, short[p.name]]),
      );
      const outputs = new Set();
      for (const lane of lanes) {
        const program = withServer(withParameters(programs[lane], own), server.address);
        const here = await runPython(program, { machine, name: `${lane}.py` });
        if (hangs.includes(lane)) {
          assert.equal(here.exitCode, 35, here.output);
          assert.match(here.output, /^Deadlock: /m);
          continue;
        }
        assert.equal(here.exitCode, 0, `${lane}: ${here.output}`);
        outputs.add(here.output);
        // What CPython has no package for is compared with the other lanes only.
        if (!python || /^import aiohttp/m.test(program)) continue;
        const file = join(folder, `${name}_${lane}.py`);
        writeFileSync(file, program);
        const there = await run(python, ["-I", file]);
        assert.equal(here.output, there.stdout, lane);
      }
      if (answers !== "differ") assert.equal(outputs.size, 1, [...outputs].join("---\n"));
    });
  }
});
