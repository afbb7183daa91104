// How fast Python runs in WebAssembly in Node, against CPython 3.13 on the same machine, in turn.
import { join } from "node:path";
import { run } from "../../web/tools/setup/run.mjs";
import { findJudge } from "../tools/suites/python.mjs";

const rounds = 5;
const command = "web/bin/gilbox.mjs";

/** Milliseconds by name, out of lines `name<TAB>milliseconds`. */
const readTimes = (output) =>
  new Map(
    output
      .split("\n")
      .map((line) => line.split("\t"))
      .filter((row) => row.length === 2)
      .map(([name, text]) => [name, Number(text)]),
  );

function keepBest(best, times) {
  for (const [name, time] of times) best.set(name, Math.min(best.get(name) ?? time, time));
}

async function wallTime(file, args) {
  const begin = performance.now();
  await run(file, args);
  return performance.now() - begin;
}

const bestOf = (times) => Math.min(...times);

/** A row's `run`: each program's best time and its share of CPython's, and their geometric mean. */
export async function speedFigures({ checkout, page }) {
  await page();
  const program = join(checkout, "tests/bench/python/speed.py");
  const judge = await findJudge();
  const [ours, theirs] = [new Map(), new Map()];
  for (let round = 0; round < rounds; round++) {
    const ran = await run(process.execPath, [join(checkout, command), "run", program]);
    keepBest(ours, readTimes(ran));
    if (judge) keepBest(theirs, readTimes(await run(judge, ["-I", program])));
  }
  const figures = [...ours].map(([name, value]) => ({ figure: name, value, unit: "ms" }));
  if (!judge) return figures;
  const ratios = [...ours].map(([name, time]) => [name, time / theirs.get(name)]);
  const product = ratios.reduce((sum, [, ratio]) => sum + Math.log(ratio), 0);
  for (const [name, value] of ratios)
    figures.push({ figure: `${name}, of CPython's time`, value, unit: "x" });
  figures.push({
    figure: "geometric mean, of CPython's time",
    value: Math.exp(product / ratios.length),
    unit: "x",
  });
  return figures;
}

/** A row's `run`: from the command to its end, a new process each time. */
export async function startFigures({ checkout, page }) {
  await page();
  const starts = {
    "print(1)": "print(1)",
    "json, dataclasses, collections, functools, itertools, random":
      "import json, dataclasses, collections, functools, itertools, random",
  };
  const figures = [];
  for (const [figure, code] of Object.entries(starts)) {
    const times = [];
    for (let round = 0; round < rounds; round++)
      times.push(await wallTime(process.execPath, [join(checkout, command), "-c", code]));
    figures.push({ figure, value: bestOf(times), unit: "ms" });
  }
  return figures;
}
