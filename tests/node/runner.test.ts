// The runner's arithmetic and its order of work, without a machine: programs are functions here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../web/src/runner/compare.ts";
import { seededRandom, shuffled } from "../../web/src/runner/random.ts";
import { estimate, median, ratio, spread } from "../../web/src/runner/statistics.ts";
import { difference, duration, times, verdict } from "../../web/src/runner/verdict.ts";
import { checkParameters, pythonNumber, withParameters } from "../../web/src/runner/workload.ts";

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
    "Against one — two 2.0 times faster; three: no clear difference.",
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
