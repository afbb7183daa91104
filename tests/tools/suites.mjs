// The suites of `npm test`, in the order they run. Adding a suite is one row:
// `run(context)` resolves to `{ passed, failed }`; see context.mjs for what a suite may ask for.
// `packages` names groups of system packages (web/tools/setup/system-packages.mjs) it cannot do without.
import { checkFormat } from "./checks/format.mjs";
import { checkLayers } from "./checks/layers.mjs";
import { checkLengths } from "./checks/lengths.mjs";
import { checkTidy } from "./checks/tidy.mjs";
import { checkTypes } from "./checks/types.mjs";
import { nativeTests, wasmTests } from "./suites/catch2.mjs";
import { nodeTests } from "./suites/node-tests.mjs";
import { pythonTests } from "./suites/python.mjs";

export const suites = [
  {
    name: "layers",
    title: "rooms include only the rooms below them",
    run: checkLayers,
  },
  {
    name: "lengths",
    title: "no file is longer than one idea",
    run: checkLengths,
  },
  {
    name: "format",
    title: "C++ and TypeScript are formatted, TypeScript is linted",
    packages: ["test"],
    run: checkFormat,
  },
  {
    name: "types",
    title: "TypeScript is type-checked",
    run: checkTypes,
  },
  {
    name: "native",
    title: "C++ tests",
    packages: ["build", "test"],
    run: nativeTests("dev"),
  },
  {
    name: "python",
    title: "Python scripts print what CPython 3.13 prints",
    packages: ["build", "test"],
    run: pythonTests("dev", { judged: true }),
  },
  {
    name: "tidy",
    title: "clang-tidy over the C++ sources that changed since it last passed",
    packages: ["build", "test"],
    run: checkTidy,
  },
  {
    name: "asan",
    title: "C++ tests, internal checks, address and undefined-behaviour sanitizers",
    packages: ["build", "test"],
    run: nativeTests("asan"),
  },
  {
    name: "python-asan",
    title: "the same Python scripts under the sanitizers and internal checks",
    packages: ["build", "test"],
    run: pythonTests("asan"),
  },
  {
    name: "tsan",
    title: "C++ tests, thread sanitizer",
    packages: ["build", "test"],
    run: nativeTests("tsan"),
  },
  {
    name: "wasm",
    title: "the same C++ tests in WebAssembly in Node",
    packages: ["build", "emscripten"],
    run: wasmTests,
  },
  {
    name: "python-wasm",
    title: "the same Python scripts in WebAssembly in Node",
    packages: ["build", "emscripten"],
    run: pythonTests("wasm"),
  },
  {
    name: "node",
    title: "the package and the tools in Node",
    packages: ["build", "emscripten"],
    run: nodeTests("tests/node", { parallel: true }),
  },
  {
    name: "browser",
    title: "the page and the package in Chromium and Firefox",
    packages: ["build", "emscripten", "browsers"],
    run: nodeTests("tests/browser", { parallel: false }),
  },
];
