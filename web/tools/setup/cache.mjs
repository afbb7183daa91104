// The cache of everything that is downloaded or unpacked once: outside the checkout, so that a clean
// clone does not pay again. Every entry is a folder keyed by version and made whole in one rename, so a
// folder that exists is complete, also when two set-ups run at once.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "gilbox");

/** The folder `name` of the cache; `make(folder)` fills it when it is not there yet. */
export async function cached(name, make) {
  const target = join(cacheRoot, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheRoot, { recursive: true });
  const unfinished = mkdtempSync(join(cacheRoot, `.${name}-`));
  try {
    await make(unfinished, target);
    chmodSync(unfinished, 0o755);
    if (!existsSync(target)) renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}
