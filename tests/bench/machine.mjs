// The machine's figures (tests/machine/measure.mjs) in Node and in browsers, as rows of benches.mjs.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { servePage, startBrowser } from "../browser/harness.mjs";

const root = join(checkout, "build/test-machine");

const bareScript = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (message) => parentPort.postMessage(message));
  parentPort.postMessage("up");`;

async function bareWorker() {
  const worker = new Worker(bareScript, { eval: true });
  const next = () => new Promise((resolve) => worker.once("message", resolve));
  await next();
  return {
    roundTrip() {
      worker.postMessage(1);
      return next();
    },
    terminate: () => worker.terminate(),
  };
}

async function inNode(name) {
  const { Machine } = await import(`file://${root}/index.js`);
  const measures = await import("../machine/measure.mjs");
  if (name === "measure") return measures.measure(Machine, bareWorker);
  if (name === "crowd") return measures.crowd(Machine);
  return measures.churn(Machine, 500, () => process.memoryUsage().rss);
}

const bareInPage = `async () => {
  const script = "onmessage = ({ data }) => postMessage(data); postMessage('up');";
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  const next = () => new Promise((resolve) => { worker.onmessage = resolve; });
  await next();
  return {
    roundTrip() { worker.postMessage(1); return next(); },
    terminate: () => worker.terminate(),
  };
}`;

/** Bytes of real memory of a process and all its children, as Linux tells. */
function residentOf(pid) {
  const parents = new Map();
  const sizes = new Map();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${entry}/status`, "utf8");
      parents.set(entry, /^PPid:\s*(\d+)/m.exec(status)?.[1]);
      sizes.set(
        entry,
        Number(/^RssAnon:\s*(\d+)/m.exec(status)?.[1] ?? 0) +
          Number(/^RssShmem:\s*(\d+)/m.exec(status)?.[1] ?? 0),
      );
    } catch {} // it ended meanwhile
  }
  const below = (entry) =>
    entry === String(pid) || (parents.has(entry) && below(parents.get(entry)));
  return [...sizes]
    .filter(([entry]) => below(entry))
    .reduce((sum, [, size]) => sum + size * 1024, 0);
}

async function inBrowser(browserName, name) {
  for (const file of ["cases.mjs", "measure.mjs"])
    copyFileSync(join(checkout, "tests/machine", file), join(root, file));
  writeFileSync(
    join(root, "index.html"),
    "<!doctype html><title>machine</title><link rel=icon href=data:,>",
  );
  const server = await servePage({ root });
  const browser = await startBrowser(browserName);
  try {
    const { page } = await browser.openPage(server.address);
    page.setDefaultTimeout(0);
    await page.exposeFunction("residentMemory", () => residentOf(browser.browser.process().pid));
    return await page.evaluate(
      async (name, bare) => {
        const { Machine } = await import("./index.js");
        const measures = await import("./measure.mjs");
        const bareWorker = new Function(`return ${bare}`)();
        if (name === "measure") return measures.measure(Machine, bareWorker);
        if (name === "crowd") return measures.crowd(Machine);
        return measures.churn(Machine, 500, () => globalThis.residentMemory());
      },
      name,
      bareInPage,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What one of the measures says in "node", "chromium" or "firefox". */
export async function machineMeasure(place, name) {
  return place === "node" ? inNode(name) : inBrowser(place, name);
}

/** A row's `run`: the figures of the machine in one place. */
export function machineFigures(place) {
  return async (context) => {
    await context.testMachine();
    return machineMeasure(place, "measure");
  };
}
