// What the machine costs, measured where it runs (Node or a browser). Next to each figure the floor of the same run:
// what the engine itself takes for a worker and a message. A row is `{ figure, value, unit, low, high }`: the median
// of the rounds, and the quarter of them below and above. `say(text)` tells how far it is.

import { run } from "./cases.mjs";

const idle = (milliseconds = 60) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function repeat(times, measure) {
  const values = [];
  for (let round = 0; round < times; round++) values.push(await measure());
  return values;
}

async function firstByte(machine) {
  const begin = performance.now();
  const process = await machine.spawn("echo", ["x"]);
  await process.output.getReader().read();
  const time = performance.now() - begin;
  await process.exit;
  return time;
}

/** Milliseconds from kill until no thread of it is left that could compute. */
async function killTime(machine, program) {
  const process = await machine.spawn(program, ["2"]);
  await process.output.getReader().read();
  await idle(20);
  const begin = performance.now();
  process.kill("KILL");
  for (;;) {
    const { liveThreads } = await machine.statistics();
    if (liveThreads === 0) return performance.now() - begin;
  }
}

const numbers = (output) => output.match(/[\d.]+/g).map(Number);

/** Figures are of a machine that is not busy refilling its pool. */
async function untilWarm(machine) {
  while (!(await machine.statistics()).poolFull) await idle(20);
}

/** `bareWorker()` starts a bare worker and resolves when it has answered. */
export async function measure(Machine, bareWorker, say = () => {}, rounds = 20) {
  const rows = [];
  const row = (figure, values, unit, factor = 1) => {
    const sorted = values.map((value) => value * factor).sort((a, b) => a - b);
    const at = (part) => sorted[Math.floor((sorted.length - 1) * part)];
    rows.push({ figure, value: at(0.5), unit, low: at(0.25), high: at(0.75) });
    say(`${figure}: ${at(0.5).toPrecision(3)} ${unit}`);
  };

  row(
    "floor: bare worker, start to first message",
    await repeat(rounds, async () => {
      const begin = performance.now();
      const worker = await bareWorker();
      const time = performance.now() - begin;
      worker.terminate();
      return time;
    }),
    "ms",
  );
  const worker = await bareWorker();
  const trips = await repeat(rounds, async () => {
    const begin = performance.now();
    for (let trip = 0; trip < 50; trip++) await worker.roundTrip();
    return (performance.now() - begin) / 50;
  });
  row("floor: bare postMessage round trip", trips, "µs", 1000);
  worker.terminate();

  const cold = await Machine.boot({ warmProcesses: 0 });
  row(
    "process start to first byte, no warm worker",
    await repeat(rounds, () => firstByte(cold)),
    "ms",
  );
  await cold.shutdown();

  const machine = await Machine.boot();
  row(
    "process start to first byte, warm",
    await repeat(rounds, async () => {
      await untilWarm(machine);
      await idle();
      return firstByte(machine);
    }),
    "ms",
  );

  const threads = await repeat(rounds, async () => {
    await untilWarm(machine);
    await idle();
    return JSON.parse((await run(machine, "thread-times")).output);
  });
  const times = (name) => threads.map((entry) => entry[name]);
  row("thread start + join, first of a process", times("first"), "µs");
  row("thread start + join, warm", times("warm"), "µs");
  row("12 threads at once, the first time", times("twelve"), "ms", 0.001);
  row("12 threads at once, again", times("twelveAgain"), "ms", 0.001);

  const program = async (...words) => numbers((await run(machine, ...words)).output)[0];
  row("pipe round trip, 5 bytes", await repeat(rounds, () => program("ping-pong", 3000)), "µs");
  for (const [name, ...words] of [
    ["pipe, 32 KiB messages", 500, 32768],
    ["pipe, 1 MB messages", 50, 1_000_000],
    ["pipe of 1 MB, 1 MB messages", 50, 1_000_000, 1_000_000],
  ]) {
    row(name, await repeat(rounds, () => program("throughput", ...words)), "MB/s");
  }

  for (const [name, spinning] of [
    ["kill of a computing process, until nothing runs", "spin"],
    ["kill of two computing threads, until nothing runs", "spin-threads"],
  ]) {
    row(name, await repeat(rounds, () => killTime(machine, spinning)), "ms");
  }
  await machine.shutdown();
  return rows;
}

/** Bytes a process that waits costs: `look()` tells the memory of the whole engine. */
export async function idleMemory(Machine, look, count = 8) {
  const machine = await Machine.boot({ warmProcesses: 0 });
  const waiting = async () => {
    const process = await machine.spawn("sleep", ["1000000"]);
    await process.output.getReader().read();
  };
  await waiting();
  await idle(1000);
  const before = await look();
  for (let index = 0; index < count; index++) await waiting();
  await idle(1000);
  const each = ((await look()) - before) / count;
  await machine.shutdown();
  return { figure: "memory of a process that waits", value: each / 2 ** 20, unit: "MiB" };
}

/** Processes one after another, every third killed while it computes; what is left after each fifth of them. */
export async function churn(Machine, count, look, say = () => {}, pause = 3500) {
  const machine = await Machine.boot();
  const one = async (index) => {
    if (index % 3 !== 0) return run(machine, "echo", "x");
    const process = await machine.spawn("spin");
    const reader = process.output.getReader();
    await reader.read();
    process.kill("KILL");
    return process.exit;
  };
  const looks = [];
  let spent = 0;
  for (let index = 0; index < count; ) {
    const begin = performance.now();
    for (const end = Math.min(index + Math.ceil(count / 5), count); index < end; index++)
      await one(index);
    spent += performance.now() - begin;
    await idle(pause); // until the engine has let go of the terminated
    looks.push({ ended: index, memory: await look(), ...(await machine.statistics()) });
    say(JSON.stringify(looks.at(-1)));
  }
  const left = machine.processes();
  await machine.shutdown();
  return { looks, left, eachMilliseconds: spent / count };
}

/** What is wrong with what `churn` saw, as sentences; the first fifth fills caches and is not compared. */
export function churnFaults({ looks, left }) {
  const faults = left.map(({ pid, state }) => `process ${pid} is still in the table: ${state}`);
  const [, before] = looks;
  const after = looks.at(-1);
  for (const name of ["pipes", "semaphores", "shared", "processes", "liveThreads"]) {
    if (after[name] !== 0) faults.push(`${after[name]} ${name} are left`);
  }
  if (after.arenaFree !== before.arenaFree) faults.push("the arena of the segment leaks");
  if (after.memory > before.memory * 1.1) {
    faults.push(`memory grew from ${before.memory} to ${after.memory} bytes`);
  }
  return faults;
}

/** 64 processes at once, 200 threads in one, 100 MB to a slow reader; throws when anything is lost. */
export async function crowd(Machine, say = () => {}) {
  const machine = await Machine.boot({ memory: 16 << 20 });
  const rows = [];
  const row = (figure, begin) => {
    rows.push({ figure, value: performance.now() - begin, unit: "ms" });
    say(`${figure}: ${Math.round(rows.at(-1).value)} ms`);
  };

  let begin = performance.now();
  const all = await Promise.all(
    Array.from({ length: 64 }, async () => {
      const process = await machine.spawn("echo");
      return { process, reader: process.output.getReader() };
    }),
  );
  const answers = await Promise.all(
    all.map(async ({ process, reader }, index) => {
      await process.input.getWriter().write(String(index));
      return new TextDecoder().decode((await reader.read()).value);
    }),
  );
  if (answers.some((answer, index) => answer !== String(index)))
    throw new Error(`answers: ${answers}`);
  const alive = machine.processes().filter(({ state }) => state === "running").length;
  if (alive !== 64) throw new Error(`${alive} processes are alive`);
  row("64 processes at once, all answering", begin);
  for (const { process } of all) process.kill("KILL");
  await Promise.all(all.map(({ process }) => process.exit));

  begin = performance.now();
  const large = await machine.spawn("threads-at-once", ["200"], { memory: 128 << 20 });
  const [line] = await Promise.all([large.output.getReader().read(), large.exit]);
  const sum = new TextDecoder().decode(line.value);
  if (sum !== "20100\n") throw new Error(`200 threads said ${sum}`);
  row("200 threads at once in one process", begin);

  begin = performance.now();
  const writer = await machine.spawn("write", ["100000000"]);
  const reader = writer.output.getReader();
  let at = 0;
  for (let chunks = 0; ; chunks++) {
    const { value, done } = await reader.read();
    if (done) break;
    for (let index = 0; index < value.length; index++, at++) {
      if (value[index] !== (((at * 31) >>> 3) & 255)) throw new Error(`byte ${at} is wrong`);
    }
    if (chunks % 50 === 0) await idle(5);
  }
  if (at !== 100_000_000) throw new Error(`${at} bytes arrived`);
  row("100 MB from a process to a slow page", begin);

  begin = performance.now();
  const slow = await run(machine, "checksums", 100_000_000);
  if (slow.code !== 0) throw new Error(`a slow process: ${slow.output}`);
  row("100 MB from process to slow process", begin);
  await machine.shutdown();
  return rows;
}
