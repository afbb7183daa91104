// Steps that need not be done again: a step is known by a fingerprint of the files it reads and one of those it wrote.
// Sizes and times are looked at, not contents, so that a start with nothing to do takes no time.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files at a path: itself, or all below it when it is a folder; none when there is nothing. */
export function filesAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesAt).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function readStamp(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && readFileSync(file, "utf8");
}

/**
 * Does `work` unless it was done before, nothing of `reads` has changed since and all it wrote below `writes` is still
 * as it was: the file `stamp` remembers. `reads` and `writes` are lists of files and folders.
 */
export async function unlessUnchanged(stamp, { reads, writes }, work) {
  const before = fingerprint(reads);
  if (readStamp(stamp) === `${before} ${fingerprint(writes)}`) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${before} ${fingerprint(writes)}`);
}
