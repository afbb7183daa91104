// Python programs that print figures (tests/bench/python), by gilbox in Node or a browser and by CPython 3.13 on this
// computer in turn, so that both meet the same load; the ratio is what to quote.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { servePage, startBrowser } from "../browser/harness.mjs";
import { findJudge } from "../tools/suites/python.mjs";
import { readFigures } from "./core-programs.mjs";

const folder = join(checkout, "tests/bench/python");
const rounds = 3;

/** `{ pid, run(source, args, onText, options), stops(), close() }`: gilbox somewhere; pid is of what runs it. */
export async function openPlace(place) {
  const dist = join(checkout, "web/dist");
  if (place === "node") {
    const { Machine } = await import(`file://${dist}/index.js`);
    const { runPython, stops } = await import("./python/in-place.mjs");
    return {
      pid: process.pid,
      run: (source, args, onText, options) => runPython(Machine, source, args, onText, options),
      stops: () => stops(Machine),
      close: async () => {},
    };
  }
  const root = join(checkout, "build/bench-page");
  mkdirSync(root, { recursive: true });
  cpSync(dist, root, { recursive: true });
  copyFileSync(join(folder, "in-place.mjs"), join(root, "in-place.mjs"));
  writeFileSync(
    join(root, "index.html"),
    "<!doctype html><title>bench</title><link rel=icon href=data:,>",
  );
  const server = await servePage({ root });
  const browser = await startBrowser(place);
  const { page } = await browser.openPage(server.address);
  page.setDefaultTimeout(0);
  const call = (name, args) =>
    page.evaluate(
      async (name, args) => {
        const { Machine } = await import("./index.js");
        return (await import("./in-place.mjs"))[name](Machine, ...args);
      },
      name,
      args,
    );
  let heard;
  await page.exposeFunction("told", (text) => heard?.(text));
  return {
    pid: browser.browser.process().pid,
    run(source, args, onText, options) {
      heard = onText;
      return call("runPython", [source, args, undefined, options]);
    },
    stops: () => call("stops", []),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export function runNatively(command, program, args, onText) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ["-I", program, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      onText?.(output);
    });
    runNatively.last = child;
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`CPython: exit ${code}`)),
    );
  });
}

const isBetterLarge = (unit) => unit === "x" || unit === "MB/s";

/** The best of each figure over several outputs. */
function bestOf(outputs) {
  const best = new Map();
  for (const { figure, value, unit } of outputs.flatMap(readFigures)) {
    const known = best.get(figure)?.value ?? value;
    const value_ = isBetterLarge(unit) ? Math.max(known, value) : Math.min(known, value);
    best.set(figure, { value: value_, unit });
  }
  return best;
}

async function inTurn(place, name, args) {
  const program = join(folder, name);
  const source = readFileSync(program, "utf8");
  const cpython = await findJudge();
  const gilbox = await openPlace(place);
  const outputs = { gilbox: [], cpython: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      outputs.gilbox.push(await gilbox.run(source, args));
      if (cpython) outputs.cpython.push(await runNatively(cpython, program, args));
    }
  } finally {
    await gilbox.close();
  }
  return { ours: bestOf(outputs.gilbox), theirs: bestOf(outputs.cpython) };
}

/** A row's `run`: the parts of a program of tests/bench/python, and how much better than CPython each figure is. */
export function partFigures(place, program, parts) {
  return async (context) => {
    await context.page();
    const rows = [];
    for (const part of parts) {
      const { ours, theirs } = await inTurn(place, program, [part]);
      for (const [figure, { value, unit }] of ours) {
        rows.push({ figure, value, unit });
        const other = theirs.get(figure)?.value;
        if (other === undefined) continue;
        rows.push({ figure: "    CPython 3.13", value: other, unit });
        const times = isBetterLarge(unit) ? value / other : other / value;
        rows.push({ figure: "    better than CPython by", value: times, unit: "x" });
      }
    }
    return rows;
  };
}

/** A row's `run`: tests/bench/python/semantics.py once, CPython beside it, and how fast signals end programs. */
export function semanticsFigures(place) {
  return async (context) => {
    await context.page();
    const cpython = await findJudge();
    const gilbox = await openPlace(place);
    try {
      const program = join(folder, "semantics.py");
      const ours = readFigures(await gilbox.run(readFileSync(program, "utf8"), []));
      const theirs = cpython ? readFigures(await runNatively(cpython, program, [])) : [];
      const rows = ours.flatMap((row) => {
        const other = theirs.find(({ figure }) => figure === row.figure);
        return other ? [row, { ...other, figure: "    CPython 3.13" }] : [row];
      });
      return [...rows, ...(await gilbox.stops())];
    } finally {
      await gilbox.close();
    }
  };
}
