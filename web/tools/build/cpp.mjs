// The C++ side: configures a preset of CMakePresets.json when it has to, and builds targets of it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../setup/paths.mjs";
import { run } from "../setup/run.mjs";

/** The folder a preset is built in. */
export function presetFolder(preset) {
  return join(checkout, "build", preset);
}

function isConfigured(preset, settings) {
  const file = join(presetFolder(preset), "CMakeCache.txt");
  if (!existsSync(file) || !existsSync(join(presetFolder(preset), "build.ninja"))) return false;
  const cache = readFileSync(file, "utf8");
  return Object.entries(settings).every(
    ([name, value]) => new RegExp(`^${name}:[A-Z]+=(.*)$`, "m").exec(cache)?.[1] === value,
  );
}

/** Builds `target` of a preset; `settings` are CMake variables that differ from the preset's. */
export async function buildPreset(preset, target, settings = {}) {
  if (!isConfigured(preset, settings)) {
    const chosen = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
    await run("cmake", ["--preset", preset, ...chosen], { cwd: checkout });
  }
  return run("cmake", ["--build", presetFolder(preset), "--target", target], { cwd: checkout });
}

/** Whether a target is known: a room or a product that is not written yet has none. */
export async function hasTarget(preset, target) {
  const listed = await run("ninja", ["-C", presetFolder(preset), "-t", "targets", "all"]);
  return new RegExp(`^${target}: `, "m").test(listed);
}
