// From an empty cache on localhost: the first paint, until it can be used, the first result of the default workload, and
// how soon Stop answers. Beside it Pyodide (of npm) in a page that only loads it and prints, in the same session.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { servePage, startBrowser } from "../browser/harness.mjs";

const rounds = 3;
const patience = { timeout: 120_000 };
const pyodideVersion = "314.0.7";

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Resolves to the page's own clock when the condition first held. */
async function when(page, condition) {
  const handle = await page.waitForFunction(condition, patience);
  return handle.jsonValue();
}

async function pageRound(name, address) {
  const browser = await startBrowser(name); // a new profile: nothing is cached
  try {
    const { page } = await browser.openPage(address);
    const interactive = await when(
      page,
      () =>
        !document.querySelector("#run").disabled &&
        document.querySelector(".cm-content") &&
        performance.now(),
    );
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    const pressed = await page.evaluate(() => {
      document.querySelector("#run").click();
      return performance.now();
    });
    const result = await when(
      page,
      () =>
        [...document.querySelectorAll("#lanes .value")].some((it) => /s/.test(it.textContent)) &&
        performance.now(),
    );
    const stop = await page.evaluate(async () => {
      const run = document.querySelector("#run");
      const began = performance.now();
      run.click();
      while (run.textContent === "Stop") await new Promise((done) => setTimeout(done, 1));
      return performance.now() - began;
    });
    return { paint, interactive, result: result - pressed, stop };
  } finally {
    await browser.close();
  }
}

/** Pyodide's files in a folder of the build, or undefined where the registry cannot be asked. */
async function fetchPyodide({ checkout }) {
  const { run } = await import("../../web/tools/setup/run.mjs");
  const folder = join(checkout, "build/pyodide");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  try {
    await run("npm", ["install", "--no-save", `pyodide@${pyodideVersion}`], { cwd: folder });
  } catch {
    return undefined;
  }
  const root = join(folder, "page");
  cpSync(join(folder, "node_modules/pyodide"), join(root, "pyodide"), { recursive: true });
  writeFileSync(
    join(root, "index.html"),
    `<!doctype html><title>pyodide</title><link rel=icon href=data:,><script type=module>
      import { loadPyodide } from "./pyodide/pyodide.mjs";
      const python = await loadPyodide();
      document.body.textContent = python.runPython("str(6 * 7)");
      globalThis.done = performance.now();
    </script><body>`,
  );
  return root;
}

async function pyodideRound(name, address) {
  const browser = await startBrowser(name);
  try {
    const { page } = await browser.openPage(address);
    return await when(page, () => globalThis.done);
  } finally {
    await browser.close();
  }
}

export function loadFigures(name) {
  return async (context) => {
    await context.page();
    const server = await servePage();
    const root = await fetchPyodide(context);
    const other = root && (await servePage({ root }));
    const seen = [];
    const theirs = [];
    try {
      for (let round = 0; round < rounds; round++) {
        seen.push(await pageRound(name, server.address));
        if (other) theirs.push(await pyodideRound(name, other.address));
      }
    } finally {
      await server.close();
      await other?.close();
    }
    const of = (key) => median(seen.map((row) => row[key]));
    const figures = [
      { figure: "first paint", value: of("paint"), unit: "ms" },
      { figure: "Run and the editor can be used", value: of("interactive"), unit: "ms" },
      { figure: "from Run to the first bar", value: of("result"), unit: "ms" },
      { figure: "from Stop to stopped (at most 100)", value: of("stop"), unit: "ms" },
    ];
    if (theirs.length)
      figures.push({
        figure: "Pyodide: loaded and printed",
        value: median(theirs),
        unit: "ms",
      });
    return figures;
  };
}
