// The machine's figures (tests/machine/measure.mjs) in Node and in browsers, as rows of benches.mjs.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { servePage, startBrowser } from "../browser/harness.mjs";
import { churnFaults } from "../machine/measure.mjs";

const churnCount = 500;
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

const say = (text) => console.log(`    ${text}`);

/** Calls one of the measures by name with what this place offers. */
async function inNode(name) {
  const { Machine } = await import(`file://${root}/index.js`);
  const measures = await import("../machine/measure.mjs");
  const memory = () => residentOf(process.pid);
  if (name === "crowd") return measures.crowd(Machine, say);
  if (name === "churn") return measures.churn(Machine, churnCount, memory, say);
  const rows = await measures.measure(Machine, bareWorker, say);
  return [...rows, await measures.idleMemory(Machine, memory)];
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

/**
 * Chromium does not count shared memory when it decides to collect garbage, so that memories of ended processes may lie
 * for long: a leak is what stays after it was told to.
 */
async function collectGarbage(page) {
  const kernel = page.workers().filter((worker) => worker.url().includes("kernel-worker"));
  for (const { client } of [{ client: await page.createCDPSession() }, ...kernel])
    await client.send("HeapProfiler.collectGarbage");
  await new Promise((resolve) => setTimeout(resolve, 1500)); // it gives back in the background
}

async function inBrowser(browserName, name) {
  for (const file of ["cases.mjs", "measure.mjs"])
    copyFileSync(join(checkout, "tests/machine", file), join(root, file));
  writeFileSync(
    join(root, "index.html"),
    "<!doctype html><title>machine</title><link rel=icon href=data:,>",
  );
  const server = await servePage({ root });
  const browser = await startBrowser(browserName, { networkEnabled: false });
  try {
    const { page } = await browser.openPage(server.address);
    page.setDefaultTimeout(0);
    const { pid } = browser.browser.process();
    await page.exposeFunction("residentMemory", async () => {
      if (browserName === "chromium") await collectGarbage(page);
      return residentOf(pid);
    });
    await page.exposeFunction("say", say);
    return await page.evaluate(
      async (name, bare, churnCount) => {
        const { Machine } = await import("./index.js");
        const measures = await import("./measure.mjs");
        const bareWorker = new Function(`return ${bare}`)();
        const { say, residentMemory } = globalThis;
        if (name === "crowd") return measures.crowd(Machine, say);
        if (name === "churn") return measures.churn(Machine, churnCount, residentMemory, say);
        const rows = await measures.measure(Machine, bareWorker, say);
        return [...rows, await measures.idleMemory(Machine, residentMemory)];
      },
      name,
      bareInPage,
      churnCount,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A row's `run`: one of the measures in "node", "chromium" or "firefox". */
export function machineFigures(place, name) {
  return async (context) => {
    await context.testMachine();
    const found = await (place === "node" ? inNode(name) : inBrowser(place, name));
    return name === "churn" ? churnRows(found) : found;
  };
}

function churnRows(found) {
  const faults = churnFaults(found);
  if (faults.length > 0) throw new Error(faults.join("; "));
  return [
    { figure: `a process, of ${churnCount} in turn`, value: found.eachMilliseconds, unit: "ms" },
    ...found.looks.map(({ ended, memory }) => ({
      figure: `memory after ${ended} of them`,
      value: memory / 2 ** 20,
      unit: "MiB",
    })),
  ];
}
