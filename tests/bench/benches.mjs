// The benchmarks of `npm run bench`. Adding one is one row: `run(context)` resolves to a list of
// `{ figure, value, unit }`; context.mjs of tests/tools says what it may ask for.
import { agreementFigures } from "./agreement.mjs";
import { corePrograms } from "./core-programs.mjs";
import { machineFigures } from "./machine.mjs";
import { loadFigures } from "./page-load.mjs";
import { pageSize } from "./page-size.mjs";
import { killFigures, memoryFigures, stormFigures } from "./processes.mjs";
import { partFigures, semanticsFigures } from "./python-programs.mjs";
import { sizeFigures } from "./size.mjs";
import { speedFigures, startFigures } from "./speed.mjs";
import { timelineFigures } from "./timeline.mjs";

export const benches = [
  { name: "speed", title: "Python in WebAssembly in Node, against CPython", run: speedFigures },
  { name: "start", title: "the command in Node, from its start to its end", run: startFigures },
  { name: "size", title: "what is loaded before a program runs, brotli", run: sizeFigures },
  ...["chromium", "firefox"].map((browser) => ({
    name: `timeline-${browser}`,
    title: `the timeline with a million events, in ${browser}`,
    run: timelineFigures(browser),
  })),
  ...["chromium", "firefox"].map((browser) => ({
    name: `page-load-${browser}`,
    title: `the page from an empty cache, in ${browser}`,
    run: loadFigures(browser),
  })),
  { name: "agreement", title: "two runs of the workloads, compared", run: agreementFigures },
  {
    name: "page-size",
    title: "bytes of the page, brotli",
    run: pageSize,
  },
  {
    name: "core",
    title: "the rooms of core, native",
    run: corePrograms("bench", (program) => [program]),
  },
  {
    name: "core-wasm",
    title: "the rooms of core, WebAssembly in Node",
    run: corePrograms("wasm", (program) => [process.execPath, `${program}.js`]),
  },
  ...["node", "chromium", "firefox"].flatMap((place) => [
    {
      name: `machine-${place}`,
      title: `the machine: processes, threads, pipes, in ${place}`,
      run: machineFigures(place, "measure"),
    },
    {
      name: `crowd-${place}`,
      title: `64 processes, 200 threads, 100 MB to slow readers, in ${place}`,
      run: machineFigures(place, "crowd"),
    },
    {
      name: `churn-${place}`,
      title: `500 processes in turn, a third killed while they compute, in ${place} (memory without garbage in Chromium)`,
      run: machineFigures(place, "churn"),
    },
    {
      name: `concurrency-${place}`,
      title: `threads, tasks and processes of Python beside CPython 3.13, in ${place}`,
      run: partFigures(place, "concurrency.py", ["threads", "asyncio", "processes"]),
    },
    {
      name: `kills-${place}`,
      title: `how soon killed children are gone, in ${place}`,
      run: killFigures(place),
    },
    {
      name: `memory-${place}`,
      title: `memory of child processes, in ${place}`,
      run: memoryFigures(place),
    },
    {
      name: `storm-${place}`,
      title: `1,000 children in turn, 32 at once, 100 MB, 2,000 kills, in ${place}`,
      run: stormFigures(place),
    },
    {
      name: `network-${place}`,
      title: `requests and streams of Python, in ${place}`,
      run: partFigures(place, "network.py", ["requests", "streams"]),
    },
    {
      name: `semantics-${place}`,
      title: `what the GIL does to programs, and how fast they can be stopped, in ${place}`,
      run: semanticsFigures(place),
    },
  ]),
];
