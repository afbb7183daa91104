// The runner's arithmetic and its order of work, without a machine: programs are functions here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../web/src/runner/compare.ts";
import { seededRandom, shuffled } from "../../web/src/runner/random.ts";
import { estimate, median, ratio, spread } from "../../web/src/runner/statistics.ts";
import { difference, duration, times, verdict } from "../../web/src/runner/verdict.ts";
import { warningsAbout } from "../../web/src/runner/warnings.ts";
import {
  checkParameters,
  defaultValues,
  pythonNumber,
  withParameters,
  withServer,
} from "../../web/src/runner/workload.ts";

const fixed = (costs) => {
  const log = [];
  let clock = 0;
  const run = async (lane, signal) => {
    signal.throwIfAborted();
    log.push(lane);
    clock += costs[lane];
    return { wall: costs[lane], startUp: 1, output: "42\n", exitCode: 0 };
  };
  return { run, log, now: () => clock };
};

test("a median is the middle value, or the mean of the two in the middle", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.ok(Number.isNaN(median([])));
});

test("an interval holds the median and narrows with more samples", () => {
  const random = seededRandom(7);
  const sample = (n) => Array.from({ length: n }, () => 100 + 20 * random());
  const few = estimate(sample(5));
  const many = estimate(sample(200));
  for (const e of [few, many]) assert.ok(e.low <= e.median && e.median <= e.high);
  assert.ok(spread(many) < spread(few));
});

test("a ratio of equal samples is no clear difference, of distant ones it is", () => {
  const a = [10, 11, 10, 9, 10];
  assert.equal(difference(ratio(a, a)), "none");
  assert.equal(
    difference(
      ratio(
        a,
        a.map((x) => x / 2),
      ),
    ),
    "faster",
  );
  assert.equal(
    difference(
      ratio(
        a,
        a.map((x) => x * 3),
      ),
    ),
    "slower",
  );
});

test("the same seed gives the same order, another one another order", () => {
  const items = Array.from({ length: 20 }, (_, i) => i);
  assert.deepEqual(shuffled(items, seededRandom(1)), shuffled(items, seededRandom(1)));
  assert.notDeepEqual(shuffled(items, seededRandom(1)), shuffled(items, seededRandom(2)));
});

test("every lane is warmed up once, then each round runs every lane once", async () => {
  const { run, log, now } = fixed({ a: 10, b: 20, c: 5 });
  const result = await compare(run, { lanes: ["a", "b", "c"], repeat: 4, seed: 3, now });
  assert.deepEqual(log.slice(0, 3), ["a", "b", "c"]);
  for (let round = 0; round < 4; round++)
    assert.deepEqual(log.slice(3 + 3 * round, 6 + 3 * round).sort(), ["a", "b", "c"]);
  assert.equal(log.length, 15);
  assert.equal(result.lanes[1].wall.median, 20);
  assert.equal(result.lanes[1].speedUp.median, 0.5);
  assert.equal(result.lanes[0].speedUp, undefined);
});

test("measuring ends when every lane is known well enough", async () => {
  const { run, log, now } = fixed({ a: 10, b: 20 });
  await compare(run, { lanes: ["a", "b"], seed: 3, now });
  assert.equal(log.length, 2 + 3 * 2);
});

test("a lane that fails is left out and says why, the others go on", async () => {
  const run = async (lane) => ({
    wall: 5,
    startUp: 1,
    output: "boom",
    exitCode: lane === "bad" ? 1 : 0,
  });
  const result = await compare(run, { lanes: ["good", "bad"], repeat: 2 });
  assert.equal(result.lanes[1].error, "exit code 1: boom");
  assert.equal(result.lanes[0].runs.length, 2);
  assert.match(verdict({ kind: "cpu" }, result), /Not measured: bad/);
});

test("cancelling keeps what was measured", async () => {
  const stop = new AbortController();
  const { run, now } = fixed({ a: 10 });
  let runs = 0;
  const counted = async (lane, signal) => {
    if (++runs === 4) stop.abort();
    return run(lane, signal);
  };
  const result = await compare(counted, { lanes: ["a"], repeat: 50, signal: stop.signal, now });
  assert.equal(result.cancelled, true);
  assert.equal(result.lanes[0].runs.length, 2);
});

test("the verdict says how many times faster, and when nothing can be said", async () => {
  const { run, now } = fixed({ one: 100, two: 50, three: 100 });
  const result = await compare(run, { lanes: ["one", "two", "three"], repeat: 5, now });
  assert.equal(
    verdict({ kind: "cpu" }, result),
    "Compared with one: two 2.0 times faster. No clear difference: three.",
  );
});

test("lanes that print different answers are reported", async () => {
  const run = async (lane) => ({ wall: 5, startUp: 1, output: lane, exitCode: 0 });
  const result = await compare(run, { lanes: ["x", "y"], repeat: 2 });
  assert.match(verdict({ kind: "cpu" }, result), /different answers/);
});

test("figures are written for people", () => {
  assert.deepEqual([0.4242, 38.4, 2100, 12345].map(duration), [
    "0.42 ms",
    "38 ms",
    "2.1 s",
    "12 s",
  ]);
  assert.deepEqual([1.94, 24.2].map(times), ["1.9", "24"]);
  assert.deepEqual([300000, 0.02, 4].map(pythonNumber), ["300_000", "0.02", "4"]);
});

test("parameters rewrite the constants at the top of a program and nothing else", () => {
  const program = "LIMIT = 10\nWORKERS = 4\n\nprint(LIMIT)\n";
  assert.equal(
    withParameters(program, { LIMIT: 20000, ROUNDS: 3 }),
    "LIMIT = 20_000\nWORKERS = 4\n\nprint(LIMIT)\n",
  );
  assert.throws(() => withParameters(program, { "a b": 1 }), RangeError);
});

test("parameters outside their range, and unknown ones, are refused by name", () => {
  const manifest = {
    title: "T",
    parameters: [{ name: "N", label: "n", default: 1, minimum: 1, maximum: 9, step: 1 }],
  };
  assert.throws(() => checkParameters(manifest, { N: 10 }), /N must be from 1 to 9/);
  assert.throws(() => checkParameters(manifest, { M: 1 }), /T has no parameter M/);
});

test("a default that follows the cores is between 2 and what the manifest says", () => {
  const parameters = [
    { name: "W", label: "w", default: 4, minimum: 1, maximum: 16, step: 1, cores: true },
  ];
  assert.deepEqual(
    [1, 3, 64].map((cores) => defaultValues({ parameters }, cores).W),
    [2, 3, 4],
  );
});

test("the address of the server is put in as a Python text", () => {
  assert.equal(withServer('SERVER = "x"\n', "http://a:1"), 'SERVER = "http://a:1"\n');
});

test("a race and a show say what each lane printed last", async () => {
  const run = async (lane) => ({ wall: 5, output: `x\n${lane} said\n`, exitCode: 0 });
  const result = await compare(run, { lanes: ["a", "b"], repeat: 2 });
  assert.equal(
    verdict({ kind: "race" }, result, { label: (lane) => `lane ${lane}` }),
    "Lane a: a said. Lane b: b said.",
  );
});

test("warnings name noise, a coarse clock and too few free cores", () => {
  const facts = { cores: 4, coresHad: 1.2, clockStep: 1, spawn: 50, message: 20 };
  const lane = (low, median, high) => ({ lane: "a", wall: { low, median, high, count: 5 } });
  const calm = { ...facts, coresHad: 4, clockStep: 0.005 };
  assert.deepEqual(warningsAbout([lane(990, 1000, 1010)], calm, 4), []);
  assert.match(warningsAbout([lane(700, 1000, 1300)], calm, 4)[0], /±30 %/);
  assert.match(warningsAbout([lane(9, 10, 11)], { ...calm, clockStep: 1 }, 4)[0], /steps of 1/);
  assert.match(warningsAbout([lane(990, 1000, 1010)], facts, 4)[0], /Only 1\.2 cores/);
  assert.match(warningsAbout([lane(990, 1000, 1010)], calm, 8)[0], /8 workers share 4 cores/);
});
