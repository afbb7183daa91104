// Includes and imports go downwards only: between the rooms of core/ as core/layers.toml says, and between
// the parts of the project as the table here says.
import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { checkout } from "../../../web/tools/setup/paths.mjs";
import { sourceFiles } from "../source-files.mjs";

const partsBelow = {
  core: [],
  wasm: ["core"],
  web: ["wasm"],
  site: ["web"],
  tests: ["core", "wasm", "web", "site"],
};

function readLayers() {
  const text = readFileSync(join(checkout, "core/layers.toml"), "utf8");
  const rows = [...text.matchAll(/^(\w+)\s*=\s*\[([^\]]*)\]/gm)];
  return new Map(rows.map(([, room, list]) => [room, list.match(/\w+/g) ?? []]));
}

/** What is wrong with the includes of one C++ file of a part, as lines. */
export function wrongIncludes(file, text, layers) {
  const [part, room] = file.split("/");
  const wrong = [];
  for (const [index, line] of text.split("\n").entries()) {
    const used = /^\s*#\s*include\s+"(\w+)\//.exec(line)?.[1];
    if (!used || !layers.has(used) || part !== "core") continue;
    if (used !== room && !layers.get(room)?.includes(used)) {
      wrong.push(`${file}:${index + 1}: ${room} may not use ${used}`);
    }
  }
  return wrong;
}

/** What is wrong with the imports of one TypeScript or JavaScript file, as lines. */
export function wrongImports(file, text) {
  const part = file.split("/")[0];
  const wrong = [];
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    const used = normalize(join(file, "..", path)).split("/")[0];
    if (used in partsBelow && used !== part && !partsBelow[part]?.includes(used)) {
      wrong.push(`${file}: ${part} may not use ${used} ("${path}")`);
    }
  }
  return wrong;
}

export async function checkLayers() {
  const layers = readLayers();
  const files = await sourceFiles(/\.(cpp|hpp|h|def|ts|mjs)$/);
  let failed = 0;
  for (const file of files) {
    const text = readFileSync(join(checkout, file), "utf8");
    const isScript = /\.(ts|mjs)$/.test(file);
    const wrong = isScript ? wrongImports(file, text) : wrongIncludes(file, text, layers);
    for (const line of wrong) console.log(`  ${line}`);
    if (wrong.length > 0) ++failed;
  }
  return { passed: failed === 0 ? 1 : 0, failed };
}
