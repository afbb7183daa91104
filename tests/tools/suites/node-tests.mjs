// Tests written for Node's own test runner: every *.test.mjs below a folder, and every *.test.ts bundled first.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../../web/tools/setup/run.mjs";

// For a whole file: a machine that does other things too must not fail it.
const mostMilliseconds = 600_000;

async function bundleTypeScript(checkout, files, out) {
  rmSync(out, { recursive: true, force: true });
  if (files.length === 0) return [];
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: checkout,
    entryPoints: files,
    outdir: out,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    outExtension: { ".js": ".mjs" },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return readdirSync(out, { recursive: true })
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => join(out, name));
}

/** `{ passed, failed }` out of the summary of Node's test runner. */
export function readSummary(output, code) {
  const count = (word) => Number(new RegExp(`^\\S+ ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  return { passed: count("pass"), failed: failed === 0 && code !== 0 ? 1 : failed };
}

function runNode(files, parallel, checkout) {
  const args = ["--test", "--test-reporter=spec", `--test-timeout=${mostMilliseconds}`];
  if (!parallel) args.push("--test-concurrency=1");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, ...files], {
      cwd: checkout,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(readSummary(output, code)));
  });
}

export function nodeTests(folder, { parallel }) {
  return async ({ checkout, page, testMachine }) => {
    await page();
    await testMachine();
    const base = join(checkout, folder);
    const names = existsSync(base) ? readdirSync(base, { recursive: true }) : [];
    const find = (ending) => names.filter((name) => name.endsWith(ending)).sort();
    const scripts = find(".test.mjs").map((name) => join(base, name));
    const typed = find(".test.ts").map((name) => join(base, name));
    const bundled = await bundleTypeScript(checkout, typed, join(checkout, "build", folder));
    const files = [...scripts, ...bundled];
    if (files.length === 0) throw new SetupError(`${folder} has no tests`);
    return runNode(files, parallel, checkout);
  };
}
