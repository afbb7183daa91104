// C and C++ libraries that are built with the project from their original source, natively and for
// WebAssembly. The table is core/cmake/libraries.json, which the C++ build reads too; the archives come
// from Debian's pool, on any system, and are held to the table's hashes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cache.mjs";
import { debianMirror } from "./debian-suite.mjs";
import { step } from "./progress.mjs";
import { run, SetupError } from "./run.mjs";

const table = new URL("../../../core/cmake/libraries.json", import.meta.url);
const libraries = JSON.parse(readFileSync(table, "utf8"));

async function unpack({ source, sha256 }, folder) {
  const address = `${debianMirror().replace(/\/$/, "")}/${source}`;
  const response = await fetch(address).catch((error) => {
    throw new SetupError(`${address}: ${error.cause?.message ?? error.message}`);
  });
  if (!response.ok) throw new SetupError(`${address}: ${response.status} ${response.statusText}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new SetupError(`${address} is not the file it was: its SHA-256 differs`);
  }
  const archive = join(folder, ".archive");
  writeFileSync(archive, bytes);
  await run("tar", ["-xf", archive, "-C", folder, "--strip-components=1"]);
  await run("rm", [archive]);
}

/** Downloads, on first use, the source of every library of the table. */
export async function setUpLibraries() {
  for (const name of Object.keys(libraries)) await setUpLibrary(name);
}

/** The folder with a library's source, downloaded on first use. */
export function setUpLibrary(name) {
  const { version, use } = libraries[name];
  return cached(`${name}-${version}`, (folder, target) =>
    step(`download ${name} ${version} (${use}) into ${target}`, () =>
      unpack(libraries[name], folder),
    ),
  );
}
