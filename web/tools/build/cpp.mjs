// The C++ side: configures a preset of CMakePresets.json when it has to, and builds targets of it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../setup/paths.mjs";
import { run } from "../setup/run.mjs";

/** The folder a preset is built in. */
export function presetFolder(preset) {
  return join(checkout, "build", preset);
}

const secondsBetweenLines = 10;

/** The value of a CMake variable as the folder was configured, or undefined when it never was. */
function configuredAs(preset, name) {
  const file = join(presetFolder(preset), "CMakeCache.txt");
  if (!existsSync(file)) return undefined;
  return new RegExp(`^${name}:[A-Z]+=(.*)$`, "m").exec(readFileSync(file, "utf8"))?.[1];
}

async function configure(preset, settings) {
  const known = existsSync(join(presetFolder(preset), "build.ninja"));
  const differs = Object.entries(settings).some(
    ([name, value]) => configuredAs(preset, name) !== value,
  );
  if (known && !differs) return;
  const chosen = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  // A compiler cannot be changed in place: what was found out about the old one is forgotten.
  const fresh = known ? ["--fresh"] : [];
  await run("cmake", ["--preset", preset, ...fresh, ...chosen], { cwd: checkout });
}

/** A function that is given ninja's lines, and now and then says how far it is. */
function progressOfNinja() {
  let last = performance.now();
  return (line) => {
    const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
    if (!done || performance.now() - last < secondsBetweenLines * 1000) return;
    last = performance.now();
    console.log(`  ${done} of ${all}`);
  };
}

/** Builds `target` of a preset; `settings` are CMake variables that differ from the preset's. */
export async function buildPreset(preset, target, settings = {}) {
  await configure(preset, settings);
  const args = ["--build", presetFolder(preset), "--target", target];
  return run("cmake", args, { cwd: checkout, onLine: progressOfNinja() });
}
