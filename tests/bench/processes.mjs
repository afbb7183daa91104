// Processes under stress and under the scales: kills, storms, memory. Python programs print a line when there is
// something to look at, and this looks from outside (Linux, /proc), at gilbox and at CPython 3.13 alike.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { findJudge } from "../tools/suites/python.mjs";
import { readFigures } from "./core-programs.mjs";
import { openPlace, runNatively } from "./python-programs.mjs";

const ticksPerSecond = 100;

function pidsBelow(root) {
  const parents = new Map();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {} // it ended meanwhile
  }
  const isBelow = (pid) => pid === root || (parents.has(pid) && isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow);
}

const sumOf = (root, measure) =>
  pidsBelow(root).reduce((sum, pid) => {
    try {
      return sum + measure(pid);
    } catch {
      return sum; // it ended meanwhile
    }
  }, 0);

/** Seconds of processor time that a process and all below it have used. */
const processorTime = (root) =>
  sumOf(root, (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  });

/** MiB of real memory of a process and all below it, what is shared divided among those who share it. */
const memory = (root) =>
  sumOf(root, (pid) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
  });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is seen at each line a program prints: rows of `{ figure, value, unit, seen }`. */
async function watch(run, look) {
  const looks = [];
  let lines = 0;
  const output = await run((text) => {
    for (; lines < text.split("\n").length - 1; lines++) looks.push(look());
  });
  const seen = await Promise.all(looks);
  return readFigures(output).map((row, index) => ({ ...row, seen: seen[index] }));
}

const sourceOf = (path) => readFileSync(join(checkout, path), "utf8");

/** By gilbox in a place and by CPython: `look(pid)` at each line of a program. */
async function both(place, path, look) {
  const gilbox = await openPlace(place);
  try {
    const ours = await watch(
      (onText) => gilbox.run(sourceOf(path), [], onText),
      () => look(gilbox.pid),
    );
    const cpython = await findJudge();
    const theirs = cpython
      ? await watch(
          (onText) => runNatively(cpython, join(checkout, path), [], onText),
          () => look(runNatively.last.pid),
        )
      : [];
    return { ours, theirs };
  } finally {
    await gilbox.close();
  }
}

/** A row's `run`: how soon killed children are gone, and what still computes after that. */
export const killFigures = (place) => async (context) => {
  await context.page();
  const cpuLater = async (pid) => {
    await pause(60);
    const before = processorTime(pid);
    await pause(300);
    return (processorTime(pid) - before) / 0.3;
  };
  const { ours, theirs } = await both(place, "tests/bench/python/kills.py", cpuLater);
  return ours.flatMap(({ figure, value, unit, seen }) => {
    const other = theirs.find((row) => row.figure === figure);
    const rows = [
      { figure, value, unit },
      { figure: "    processors in use 60 ms later", value: seen, unit: "" },
    ];
    return other ? [...rows, { ...other, figure: "    CPython 3.13" }] : rows;
  });
};

/** A row's `run`: what children take, beside CPython's proportional set size. */
export const memoryFigures = (place) => async (context) => {
  await context.page();
  const look = async (pid) => {
    await pause(1500);
    return memory(pid);
  };
  const { ours, theirs } = await both(place, "tests/bench/python/memory.py", look);
  const more = (rows) => rows.map(({ figure, seen }) => ({ figure, value: seen - rows[0].seen }));
  const others = more(theirs);
  return more(ours)
    .slice(1)
    .flatMap(({ figure, value }) => {
      const other = others.find((row) => row.figure === figure);
      const row = { figure, value, unit: "MiB" };
      return other ? [row, { ...other, figure: "    CPython 3.13", unit: "MiB" }] : [row];
    });
};

const storms = [
  ["tests/python/multiprocessing/storms.py", ["1000", "32", "20000", "100"]],
  ["tests/python/multiprocessing/kill_storm.py", ["2000", "7", "figures"]],
];

/** A row's `run`: the storms of tests/python at full size; what must be true is checked. */
export const stormFigures = (place) => async (context) => {
  await context.page();
  const gilbox = await openPlace(place);
  try {
    const rows = [];
    for (const [path, args] of storms) {
      const output = await gilbox.run(sourceOf(path), args, undefined, { memory: 1 << 30 });
      const said = output.split("\n").filter((line) => !line.includes("\t"));
      if (said.some((line) => line.includes("False"))) throw new Error(said.join("\n"));
      rows.push(...readFigures(output));
    }
    return rows;
  } finally {
    await gilbox.close();
  }
};
