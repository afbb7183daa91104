// clang-format over C++ and Biome (formatter and linter in one) over TypeScript, JavaScript, CSS and JSON.
// `npm run format` mends what can be mended.
import { join } from "node:path";
import { attempt, SetupError } from "../../../web/tools/setup/run.mjs";
import { sourceFiles } from "../source-files.mjs";

const cppFiles = /^(core|wasm|tests)\/.*\.(cpp|hpp|h)$/;

/** Formats C++ in place, or with `check` says which files differ. */
export async function clangFormat(checkout, { check }) {
  const files = await sourceFiles(cppFiles);
  if (files.length === 0) return { wrong: [] };
  const args = [...(check ? ["--dry-run"] : ["-i"]), ...files];
  const { code, output } = await attempt("clang-format-19", args, { cwd: checkout });
  if (code !== 0) throw new SetupError(output);
  const wrong = files.filter((file) => output.includes(`${file}:`));
  return { wrong };
}

/** Runs Biome; `write` mends what is safe to mend. */
export function biome(checkout, { write }) {
  const program = join(checkout, "node_modules/.bin/biome");
  const args = ["check", ...(write ? ["--write"] : []), "--colors=off", "."];
  return attempt(program, args, { cwd: checkout });
}

export async function checkFormat({ checkout, nodePackages }) {
  const { wrong } = await clangFormat(checkout, { check: true });
  for (const file of wrong) console.log(`  ${file} is not formatted: npm run format`);
  await nodePackages();
  const { code, output } = await biome(checkout, { write: false });
  if (code !== 0) console.log(output);
  const passed = (wrong.length === 0 ? 1 : 0) + (code === 0 ? 1 : 0);
  return { passed, failed: wrong.length + (code === 0 ? 0 : 1) };
}
