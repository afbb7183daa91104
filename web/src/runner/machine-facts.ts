// The machine measured first: what a comparison on it can show at all.

import { hardwareThreads } from "../environment/environment.ts";
import type { Machine } from "../machine/page/machine.ts";
import { runProgram } from "./run-program.ts";

export interface MachineFacts {
  /** What the environment reports. */
  cores: number;
  /** How many cores' worth of Python ran at once when as many processes computed. */
  coresHad: number;
  /** The clock moves in steps of so many milliseconds. */
  clockStep: number;
  /** Starting a process that does nothing and waiting for its end, milliseconds. */
  spawn: number;
  /** A message to another process and back, microseconds. */
  message: number;
}

const mostProcesses = 8;

const program = `import sys
import time
from multiprocessing import Barrier, Pipe, Process, SimpleQueue


def spin():
    start = time.perf_counter()
    for _ in range(1_500_000):
        pass
    return time.perf_counter() - start


def work(barrier, times):
    spin()
    barrier.wait()
    times.put(spin())


def echo(connection):
    while (message := connection.recv()) is not None:
        connection.send(message)


def main():
    count = int(sys.argv[1])
    spin()
    alone = min(spin() for _ in range(3))
    barrier, times = Barrier(count), SimpleQueue()
    processes = [Process(target=work, args=(barrier, times)) for _ in range(count)]
    for process in processes:
        process.start()
    together = sum(times.get() for _ in processes) / count
    for process in processes:
        process.join()
    mine, theirs = Pipe()
    partner = Process(target=echo, args=(theirs,))
    start = time.perf_counter()
    partner.start()
    mine.send(0)
    mine.recv()
    spawn = time.perf_counter() - start
    trips = []
    for _ in range(300):
        start = time.perf_counter()
        mine.send(0)
        mine.recv()
        trips.append(time.perf_counter() - start)
    mine.send(None)
    partner.join()
    print(count * alone / together, spawn * 1e3, sorted(trips)[len(trips) // 2] * 1e6)


if __name__ == "__main__":
    main()
`;

function clockStep(now: () => number): number {
  let step = Number.POSITIVE_INFINITY;
  for (let looks = 0; looks < 20; looks++) {
    const start = now();
    let next = start;
    while (next === start) next = now();
    step = Math.min(step, next - start);
  }
  return step;
}

const known = new WeakMap<Machine, Promise<MachineFacts>>();

/** Measured once a machine; about a second. */
export function machineFacts(machine: Machine, signal?: AbortSignal): Promise<MachineFacts> {
  let facts = known.get(machine);
  if (!facts) {
    facts = measureMachine(machine, signal);
    known.set(machine, facts);
    facts.catch(() => known.delete(machine));
  }
  return facts;
}

async function measureMachine(machine: Machine, signal?: AbortSignal): Promise<MachineFacts> {
  const cores = hardwareThreads();
  const run = await runProgram(machine, program, {
    args: [String(Math.min(Math.max(cores, 2), mostProcesses))],
    ...(signal ? { signal } : {}),
  });
  const [had, spawn, message] = run.output.split(/\s+/).map(Number);
  if (run.exitCode !== 0 || !had || !spawn || !message)
    throw new Error(`the machine could not be measured: ${run.output}`);
  return {
    cores,
    coresHad: Math.min(had, cores, mostProcesses),
    clockStep: clockStep(() => performance.now()),
    spawn,
    message,
  };
}
