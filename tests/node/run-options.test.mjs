// The options of `gilbox run`, as a user gives them.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { attempt } from "../../web/tools/setup/run.mjs";

const command = join(import.meta.dirname, "../../web/bin/gilbox.mjs");
const folder = mkdtempSync(join(tmpdir(), "gilbox-options-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function program(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const gilbox = (...args) => attempt(process.execPath, [command, ...args], { separately: true });

const race = program(
  "race.py",
  `import threading
counter = 0
def same(x): return x
def work():
    global counter
    for _ in range(200):
        counter = same(counter) + 1
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
`,
);

test("a seed replays its race, another seed has another one", async () => {
  const [one, again, other] = await Promise.all(
    ["seed:1", "seed:1", "seed:2/7"].map((schedule) => gilbox("run", "--schedule", schedule, race)),
  );
  assert.equal(one.code, 0, one.errors);
  assert.ok(Number(one.output) < 600, one.output);
  assert.equal(again.output, one.output);
  assert.notEqual(other.output, one.output);
});

test("a script says after how many safepoints the threads switch", async () => {
  const never = await gilbox("run", "--schedule", "script:", race);
  assert.equal(never.output, "600\n");
  const script = join(folder, "switches.txt");
  writeFileSync(script, "700 # into the first thread\n3, 3, 3, 3, 3\n");
  const first = await gilbox("run", "--schedule", `script:${script}`, race);
  assert.equal(first.code, 0, first.errors);
  assert.equal((await gilbox("run", "--schedule", `script:${script}`, race)).output, first.output);
});

test("what is no schedule, and no option, is refused", async () => {
  const schedule = await gilbox("run", "--schedule", "seed:x", race);
  assert.equal(schedule.code, 2);
  assert.match(schedule.errors, /not a schedule: seed:x/);
  const option = await gilbox("run", "--shedule", "timed", race);
  assert.equal(option.code, 2);
  assert.match(option.errors, /no such option: --shedule/);
});

test("--trace writes what Perfetto opens: threads by name, their waits and the wake-ups", async () => {
  const file = join(folder, "trace.json");
  const source = program(
    "waits.py",
    `import threading, gilbox
opened = threading.Event()
t = threading.Thread(target=opened.wait, name="patient")
t.start()
gilbox.mark("about to set")
opened.set()
t.join()
`,
  );
  const { code, errors } = await gilbox(
    "run",
    "--trace",
    file,
    "--schedule", // the thread waits before the main thread goes on
    "every:1000000",
    source,
  );
  assert.equal(code, 0, errors);
  const { traceEvents } = JSON.parse(readFileSync(file, "utf8"));
  const names = traceEvents.filter(({ ph }) => ph === "M").map(({ args }) => args.name);
  assert.ok(names.includes("patient") && names.includes("MainThread"), names.join());
  const patient = traceEvents.find(({ args }) => args?.name === "patient").tid;
  const wait = traceEvents.find(
    ({ ph, tid, name, args }) =>
      ph === "X" && tid === patient && name === "blocked" && args.kind === "an event",
  );
  assert.ok(wait, "the wait for the event is there");
  assert.ok(traceEvents.some(({ ph, name }) => ph === "i" && name === "about to set"));
  assert.ok(
    traceEvents.some(({ ph, tid, name }) => ph === "f" && tid === patient && name === "wake-up"),
  );
});

test("--stats tells where the threads' time went; --no-deadlock-check is heard", async () => {
  const { code, errors } = await gilbox("run", "--stats", "--no-deadlock-check", race);
  assert.equal(code, 0, errors);
  for (const word of ["MainThread", "Thread-1 (work)", "held ms", "schedule timed"])
    assert.ok(errors.includes(word), errors);
});

test("a deadlock is reported and has an exit code of its own", async () => {
  const { code, errors } = await gilbox(
    "-c",
    "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()",
  );
  assert.equal(code, 35, errors);
  assert.match(errors, /MainThread waits for the lock l, which it holds itself/);
});
