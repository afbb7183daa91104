// The Python scripts, tests/python/**/*.py: what gilbox prints must be what CPython 3.13 prints. That is
// recorded beside each script (`npm run judge` writes name.out), so that a machine without CPython 3.13 can
// test as well; where there is one, the records are judged again. A script whose first line begins with
// `# differs:` says there why it is meant to print something else; its record is written by hand, and holds
// after `[errors]` what it writes to stderr (file names without folders). One with a line `# needs: processes` runs
// only where there are some: as a process of the machine. `# options:` gives gilbox options of `gilbox run`.
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { presetFolder } from "../../../web/tools/build/cpp.mjs";
import { attempt, which } from "../../../web/tools/setup/run.mjs";
import { inParallel } from "../in-parallel.mjs";
import { sourceFiles } from "../source-files.mjs";

const mostMilliseconds = 120_000;

/** The scripts that are run by themselves; a name with a leading underscore is imported by others. */
export async function pythonScripts() {
  const files = await sourceFiles(/^tests\/python\/(.*\/)?[a-z0-9][^/]*\.py$/);
  return files.filter((file) => !file.split("/").some((part) => part.startsWith("_"))).sort();
}

export const recordOf = (script) => script.replace(/\.py$/, ".out");

/** Whether CPython judges a script. */
export function isJudged(checkout, script) {
  return !readFileSync(join(checkout, script), "utf8").startsWith("# differs:");
}

/** Whether a script needs what only the machine has. */
export function needsMachine(checkout, script) {
  return /^# needs: processes$/m.test(readFileSync(join(checkout, script), "utf8"));
}

/** The command of CPython 3.13, or undefined. */
export async function findJudge() {
  const candidates = [process.env.GILBOX_JUDGE, which("python3.13")].filter(Boolean);
  if (which("pyenv")) {
    const { code, output } = await attempt("pyenv", ["prefix", "3.13.0"]);
    if (code === 0) candidates.push(join(output.trim(), "bin/python3.13"));
  }
  for (const command of candidates) {
    const { code, output } = await attempt(command, ["--version"]).catch(() => ({}));
    if (code === 0 && output.startsWith("Python 3.13.")) return command;
  }
  return undefined;
}

const optionsOf = (text) => /^# options: (.+)$/m.exec(text)?.[1].split(" ") ?? [];

/** Tracebacks name files by where the checkout is. */
const withoutFolders = (text) => text.replace(/File "[^"\n]*\//g, 'File "');

/** What a script prints, with a last line for an exit code that is not 0: the form of a record. */
export async function runScript(checkout, command, script) {
  const text = readFileSync(join(checkout, script), "utf8");
  const ours = text.startsWith("# differs:");
  const [file, ...args] = [...command, ...(ours ? optionsOf(text) : []), script];
  const { code, signal, output, errors } = await attempt(file, args, {
    cwd: checkout,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
    timeout: mostMilliseconds,
    separately: true,
  });
  const end = signal ? `[ended by ${signal}]\n` : code === 0 ? "" : `[exit ${code}]\n`;
  const said = ours && errors ? `[errors]\n${errors}` : "";
  return { text: withoutFolders(output + said) + end, errors };
}

function firstDifference(expected, actual) {
  const wanted = expected.split("\n");
  const got = actual.split("\n");
  const line = wanted.findIndex((text, index) => text !== got[index]);
  const at = line < 0 ? wanted.length : line;
  return `    line ${at + 1}: expected ${wanted[at] ?? "nothing"}\n    line ${at + 1}: printed  ${got[at] ?? "nothing"}`;
}

/** What is wrong with one script, as a text; undefined when all is right. */
async function judge(checkout, command, script, cpython) {
  const record = join(checkout, recordOf(script));
  if (!existsSync(record)) return "    no record: npm run judge";
  const expected = readFileSync(record, "utf8");
  if (cpython && isJudged(checkout, script)) {
    const { text } = await runScript(checkout, [cpython], script);
    if (text !== expected) {
      return `    the record is not what CPython prints\n${firstDifference(text, expected)}`;
    }
  }
  if (command === undefined) return undefined;
  const { text, errors } = await runScript(checkout, command, script);
  if (text === expected) return undefined;
  return `${firstDifference(expected, text)}\n${errors.slice(-2000)}`;
}

/** The command that runs a script: the native one of a preset, or `gilbox run`, a process of the machine in Node. */
async function commandOf(preset, { checkout, build, page }) {
  if (preset === "wasm") {
    await page();
    return [process.execPath, join(checkout, "web/bin/gilbox.mjs"), "run"];
  }
  await build(preset, "gilbox-native");
  return [join(presetFolder(preset), "core/embed/gilbox-native")];
}

/** A suite: every script by gilbox as a preset builds it; `judged` asks CPython as well. */
export function pythonTests(preset, { judged = false } = {}) {
  return async (context) => {
    const { checkout } = context;
    const command = await commandOf(preset, context);
    const cpython = judged ? await findJudge() : undefined;
    const onMachine = preset === "wasm";
    const scripts = (await pythonScripts()).filter(
      (script) => onMachine || cpython || !needsMachine(checkout, script),
    );
    let failed = 0;
    await inParallel(cpus().length, scripts, async (script) => {
      const able = onMachine || !needsMachine(checkout, script);
      const wrong = await judge(checkout, able ? command : undefined, script, cpython);
      if (!wrong) return;
      console.log(`  ${script}\n${wrong}`);
      ++failed;
    });
    return { passed: scripts.length - failed, failed };
  };
}
