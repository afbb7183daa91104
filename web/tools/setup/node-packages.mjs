// node_modules, installed exactly as package-lock.json says, and again only when that file changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

export async function setUpNodePackages() {
  const lock = readFileSync(join(checkout, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(checkout, "node_modules/.gilbox-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("install node packages into node_modules", async () => {
    await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: checkout });
    writeFileSync(stamp, wanted);
  });
}
