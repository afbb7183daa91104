// The C++ benchmarks, tests/bench/core/<name>_bench.cpp: each prints lines `figure<TAB>value<TAB>unit`.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { presetFolder } from "../../web/tools/build/cpp.mjs";
import { run } from "../../web/tools/setup/run.mjs";

/** The figures out of what a program printed. */
export function readFigures(output) {
  const rows = output.split("\n").map((line) => line.split("\t"));
  return rows
    .filter((row) => row.length === 3)
    .map(([figure, value, unit]) => ({ figure, value: Number(value), unit }));
}

export function corePrograms(preset, command) {
  return async ({ checkout, build }) => {
    await build(preset, "benches");
    const folder = join(checkout, "tests/bench/core");
    const sources = existsSync(folder) ? readdirSync(folder).sort() : [];
    const figures = [];
    for (const name of sources.filter((file) => file.endsWith("_bench.cpp"))) {
      const program = join(presetFolder(preset), "tests", name.replace(/\.cpp$/, ""));
      const [file, ...args] = command(program);
      figures.push(...readFigures(await run(file, args)));
    }
    return figures;
  };
}
