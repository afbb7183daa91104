// The Catch2 programs, one a room: `<preset's folder>/tests/<room>_test`, run natively or in Node.
import { existsSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { presetFolder } from "../../../web/tools/build/cpp.mjs";
import { attempt } from "../../../web/tools/setup/run.mjs";
import { inParallel } from "../in-parallel.mjs";

const mostMilliseconds = 300_000;

// A data race or a leak must fail the program, whatever the machine's defaults are.
const sanitizerOptions = {
  // References are NaN-boxed, so the leak checker cannot follow them; the census of live objects does.
  ASAN_OPTIONS: "detect_leaks=0:abort_on_error=0:detect_stack_use_after_return=1",
  UBSAN_OPTIONS: "print_stacktrace=1",
  TSAN_OPTIONS: "halt_on_error=0:second_deadlock_stack=1",
};

/** `{ passed, failed }` test cases out of what a Catch2 program printed; a crash is one failure more. */
export function readCounts(output, code) {
  const all = /All tests passed \(.* in (\d+) test cases?\)/.exec(output);
  if (all && code === 0) return { passed: Number(all[1]), failed: 0 };
  const line = /^test cases: (.*)$/m.exec(output)?.[1] ?? "";
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  const failed = count("failed");
  const passed = all ? Number(all[1]) : count("passed");
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function runPrograms(programs, command) {
  const results = await inParallel(cpus().length, programs, async (program) => {
    const [file, ...args] = command(program);
    const { code, signal, output } = await attempt(file, [...args, "--colour-mode", "none"], {
      env: { ...process.env, ...sanitizerOptions },
      timeout: mostMilliseconds,
    });
    const counts = readCounts(output, code);
    const name = program.split("/").at(-1);
    if (counts.failed > 0) console.log(output);
    if (signal) console.log(`  ${name} was ended by ${signal}`);
    console.log(`  ${name}: ${counts.passed} passed, ${counts.failed} failed`);
    return counts;
  });
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  return { passed: total("passed"), failed: total("failed") };
}

// The folder may still hold the program of a room that is gone: only rooms with tests count.
function findPrograms(checkout, preset, ending) {
  const tests = join(checkout, "tests/core");
  const rooms = existsSync(tests) ? readdirSync(tests) : [];
  return rooms
    .map((room) => join(presetFolder(preset), "tests", `${room}_test${ending}`))
    .filter((file) => existsSync(file));
}

export function nativeTests(preset) {
  return async ({ checkout, build }) => {
    await build(preset, "tests");
    return runPrograms(findPrograms(checkout, preset, ""), (program) => [program]);
  };
}

export async function wasmTests({ checkout, build }) {
  await build("wasm", "tests");
  const programs = findPrograms(checkout, "wasm", ".js");
  return runPrograms(programs, (program) => [process.execPath, program]);
}
