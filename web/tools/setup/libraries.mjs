// C and C++ libraries that are built with the project from their original source, natively and for
// WebAssembly. Names and versions are in core/cmake/libraries.json, which the C++ build reads too.
import { readFileSync } from "node:fs";
import { cached } from "./cache.mjs";
import { unpackSource } from "./debian-suite.mjs";
import { step } from "./progress.mjs";

const table = new URL("../../../core/cmake/libraries.json", import.meta.url);
const libraries = JSON.parse(readFileSync(table, "utf8"));

/** The folder with a library's source, downloaded on first use. */
export function setUpLibrary(name) {
  const { version, use } = libraries[name];
  return cached(`${name}-${version}`, (folder, target) =>
    step(`download ${name} ${version} (${use}) from Debian into ${target}`, () =>
      unpackSource(name, folder),
    ),
  );
}
