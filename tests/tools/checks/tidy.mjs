// clang-tidy with the checks of .clang-tidy over every source of core/, as the dev build compiles it. A
// source is looked at again only when it, a header it includes or the checks changed: the names of what
// passed are kept as hashes in build/tidy-passed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { presetFolder } from "../../../web/tools/build/cpp.mjs";
import { attempt, run } from "../../../web/tools/setup/run.mjs";
import { inParallel } from "../in-parallel.mjs";

/** Each source of core/ with the project's files it was compiled from, as ninja recorded them. */
async function readDependencies(checkout) {
  const folder = presetFolder("dev");
  const text = await run("ninja", ["-C", folder, "-t", "deps"]);
  const sources = new Map();
  for (const block of text.split("\n\n")) {
    const files = block
      .split("\n")
      .slice(1)
      .map((line) => join(folder, line.trim()));
    const absolute = block
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
    const own = files
      .map((file, index) => (absolute[index].startsWith("/") ? absolute[index] : file))
      .filter((file) => file.startsWith(`${checkout}/core/`));
    if (own[0]?.endsWith(".cpp")) sources.set(own[0], own);
  }
  return sources;
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

export async function checkTidy({ checkout, build }) {
  await build("dev", "all");
  const sources = await readDependencies(checkout);
  const stamp = join(checkout, "build/tidy-passed");
  const known = new Set(existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : []);
  const settings = join(checkout, ".clang-tidy");
  const passed = new Set();
  let failed = 0;
  await inParallel(cpus().length, [...sources], async ([source, files]) => {
    const key = hashOf([settings, ...files]);
    if (!known.has(key)) {
      const args = ["--quiet", "-p", presetFolder("dev"), source];
      const { code, output } = await attempt("clang-tidy-19", args);
      if (code !== 0) {
        console.log(output);
        ++failed;
        return;
      }
    }
    passed.add(key);
  });
  writeFileSync(stamp, [...passed].join("\n"));
  return { passed: failed === 0 ? 1 : 0, failed };
}
