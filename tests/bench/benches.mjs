// The benchmarks of `npm run bench`. Adding one is one row: `run(context)` resolves to a list of
// `{ figure, value, unit }`; context.mjs of tests/tools says what it may ask for.
import { corePrograms } from "./core-programs.mjs";
import { machineFigures } from "./machine.mjs";

export const benches = [
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
  ...["node", "chromium", "firefox"].map((place) => ({
    name: `machine-${place}`,
    title: `the machine: processes, threads, pipes, in ${place}`,
    run: machineFigures(place),
  })),
];
