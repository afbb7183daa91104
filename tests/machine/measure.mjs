// What the machine costs, measured where it runs (Node or a browser). Next to each figure the floor of the same run:
// what the engine itself takes for a worker and a message. Medians.

import { run, text } from "./cases.mjs";

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function repeat(times, measure) {
  const values = [];
  for (let round = 0; round < times; round++) values.push(await measure());
  return median(values);
}

const idle = (milliseconds = 150) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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

/** Rows of `{ figure, value, unit }`. `bareWorker()` starts a bare worker and resolves when it has answered. */
export async function measure(Machine, bareWorker, rounds = 20) {
  const rows = [];
  const row = (figure, value, unit) => rows.push({ figure, value, unit });

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
  row(
    "floor: bare postMessage round trip",
    (await repeat(rounds * 5, async () => {
      const begin = performance.now();
      await worker.roundTrip();
      return performance.now() - begin;
    })) * 1000,
    "µs",
  );
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
      await idle();
      return firstByte(machine);
    }),
    "ms",
  );

  const threads = [];
  for (let round = 0; round < rounds; round++) {
    await idle();
    threads.push(JSON.parse((await run(machine, "thread-times")).output));
  }
  const times = (name) => median(threads.map((entry) => entry[name]));
  row("thread start + join, first of a process", times("first"), "µs");
  row("thread start + join, warm", times("warm"), "µs");
  row("12 threads at once, workers to be started", times("twelve") / 1000, "ms");
  row("12 threads at once, workers there", times("twelveAgain") / 1000, "ms");

  const program = async (...words) => numbers((await run(machine, ...words)).output)[0];
  row("pipe round trip, 5 bytes", await repeat(rounds, () => program("ping-pong", 1000)), "µs");
  row(
    "pipe, 32 KiB messages",
    await repeat(rounds, () => program("throughput", 1000, 32768)),
    "MB/s",
  );
  row(
    "pipe, 1 MB messages",
    await repeat(rounds, () => program("throughput", 100, 1_000_000)),
    "MB/s",
  );
  row(
    "pipe of 1 MB, 1 MB messages",
    await repeat(rounds, () => program("throughput", 100, 1_000_000, 1_000_000)),
    "MB/s",
  );

  row(
    "kill of a computing process, until nothing runs",
    await repeat(rounds, () => killTime(machine, "spin")),
    "ms",
  );
  row(
    "kill of two computing threads, until nothing runs",
    await repeat(rounds, () => killTime(machine, "spin-threads")),
    "ms",
  );
  await machine.shutdown();
  return rows;
}

/** 500 processes one after another, every third killed while it computes; what is left then. */
export async function churn(Machine, count, look) {
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
  const begin = performance.now();
  for (let index = 0; index < count; index++) {
    await one(index);
    if ((index + 1) % (count / 5) === 0) {
      await idle(3500);
      looks.push({ ended: index + 1, memory: await look(), ...(await machine.statistics()) });
    }
  }
  const seconds = (performance.now() - begin) / 1000 - looks.length * 3.5;
  const left = machine.processes();
  await machine.shutdown();
  return { looks, left, eachMilliseconds: (seconds * 1000) / count };
}

/** 64 processes at once, 200 threads in one, 100 MB to a slow reader. */
export async function crowd(Machine) {
  const machine = await Machine.boot({ memory: 16 << 20 });
  const begin = performance.now();
  const outputs = await Promise.all(
    Array.from({ length: 64 }, async (_, index) => {
      const process = await machine.spawn("echo", [String(index)]);
      return text(process.output);
    }),
  );
  const wrong = outputs.filter((output, index) => output !== `${index}\n`).length;
  const processes = performance.now() - begin;
  const large = await machine.spawn("threads", ["200"], { memory: 128 << 20 });
  const start = performance.now();
  const sum = await text(large.output);
  const threads = performance.now() - start;

  const writer = await machine.spawn("write", ["100000000"]);
  const reader = writer.output.getReader();
  let at = 0;
  let bad = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (let index = 0; index < value.length; index++, at++) {
      if (value[index] !== (((at * 31) >> 3) & 255)) bad++;
    }
    if (at % 7 === 0) await idle(1);
  }
  await machine.shutdown();
  return { wrong, processes, sum, threads, bytes: at, bad };
}
