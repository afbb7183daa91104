// `--trace FILE`: everything the machine records while a program runs, as one Chrome trace.

import { closeSync, openSync, writeSync } from "node:fs";
import type { Machine } from "../machine/page/machine.ts";
import type { TracedProcess } from "../tools/tools.ts";

interface Gathered extends TracedProcess {
  records: TracedProcess["records"][number][];
  names: readonly string[];
}

const every = 200;

/** Records until `finish()`, which writes the file. */
export function traceTo(machine: Machine, file: string): { finish(): Promise<void> } {
  const trace = machine.trace({ recordsPerThread: 16384 });
  const processes = new Map<number, Gathered>();
  let missed = 0;
  let taking = Promise.resolve();

  async function take(): Promise<void> {
    for (const { pid, command, records, names, missed: lost } of await trace.take()) {
      const known = processes.get(pid) ?? { pid, command, records: [], names };
      known.records.push(records);
      if (names.length > known.names.length) known.names = names;
      processes.set(pid, known);
      missed += lost;
    }
  }
  const timer = setInterval(() => {
    taking = taking.then(take);
  }, every);
  return {
    async finish() {
      clearInterval(timer);
      await taking;
      await take();
      trace.stop();
      const { loadTools } = await import("../tools/tools.ts");
      const tools = await loadTools();
      const output = openSync(file, "w");
      tools.writeChromeTrace([...processes.values()], (text) => writeSync(output, text));
      closeSync(output);
      if (missed) process.stderr.write(`gilbox: the trace lacks ${missed} events\n`);
    },
  };
}
