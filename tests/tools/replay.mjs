// Runs Python scripts under many deterministic schedules and compares what they print: `node tests/tools/replay.mjs
// [--command PATH] [--seeds 20] [--first 1] [--same] FILE…`. A script must print the same under every seed (a race in
// gilbox or in the script otherwise); with --same each seed is run twice and only the two are compared (a script that
// races on purpose must still replay). The failing seed replays: `gilbox run --schedule seed:N FILE`.
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { presetFolder } from "../../web/tools/build/cpp.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { attempt } from "../../web/tools/setup/run.mjs";
import { inParallel } from "./in-parallel.mjs";

const mostMilliseconds = 120_000;

async function printed(command, schedule, script) {
  const { code, signal, output, errors } = await attempt(
    command,
    ["--schedule", schedule, script],
    { cwd: checkout, timeout: mostMilliseconds, separately: true },
  );
  return `${output}${errors}[${signal ?? code}]\n`;
}

/** Every schedule a script is run under: switches at every safepoint, at some, at random ones. */
export function schedules(seeds, first = 1) {
  const seeded = Array.from({ length: seeds }, (_, n) => {
    const seed = first + n;
    return `seed:${seed}/${[2, 5, 20, 50, 200][seed % 5]}`;
  });
  return ["every:1", "every:3", "every:10", ...seeded];
}

/** What differs, one text each: the schedule and the two outputs. */
export async function replay({ command, scripts, seeds, first, same }) {
  const wrong = [];
  const jobs = scripts.flatMap((script) =>
    schedules(seeds, first).map((schedule) => ({ script, schedule })),
  );
  const expected = new Map();
  if (!same)
    for (const script of scripts) expected.set(script, await printed(command, "timed", script));
  await inParallel(cpus().length, jobs, async ({ script, schedule }) => {
    const one = await printed(command, schedule, script);
    const other = same ? await printed(command, schedule, script) : expected.get(script);
    if (one !== other) wrong.push(`${script} under ${schedule}:\n${one}instead of\n${other}`);
  });
  return wrong;
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      command: { type: "string" },
      seeds: { type: "string", default: "20" },
      first: { type: "string", default: "1" },
      same: { type: "boolean", default: false },
    },
  });
  const wrong = await replay({
    command: values.command ?? join(presetFolder("dev"), "core/embed/gilbox-native"),
    scripts: positionals,
    seeds: Number(values.seeds),
    first: Number(values.first),
    same: values.same,
  });
  for (const text of wrong) console.log(text);
  const runs = positionals.length * schedules(Number(values.seeds)).length;
  console.log(`${runs - wrong.length} of ${runs} runs agree`);
  process.exitCode = wrong.length ? 1 : 0;
}
