// The project's own files: what git tracks, and what is new and not ignored.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { run } from "../../web/tools/setup/run.mjs";

/** Paths relative to the checkout whose name matches. */
export async function sourceFiles(pattern) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const names = (await run("git", args, { cwd: checkout })).split("\0");
  return names.filter((name) => pattern.test(name) && existsSync(join(checkout, name)));
}
