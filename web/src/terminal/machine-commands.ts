// Commands on the machine: processes, jobs, measuring.

import { defaultTime } from "../runner/compare.ts";
import { compareOnMachine } from "../runner/compare-on-machine.ts";
import { textTable } from "../runner/table.ts";
import { verdict } from "../runner/verdict.ts";
import {
  checkParameters,
  defaultValues,
  type Workload,
  withParameters,
} from "../runner/workload.ts";
import type { CommandRow } from "./commands.ts";
import type { CommandContext } from "./shell.ts";
import { writeText } from "./streams.ts";

/** The workloads `gilbox bench` knows; whoever opens a shell may set them. */
export const benchWorkloads: { list: readonly Workload[] } = { list: [] };

function processLines({ machine }: CommandContext): string {
  const rows = machine.processes().map((p) => {
    const memory = `${(p.memory / (1 << 20)).toFixed(0)} MB`;
    const cells = [p.pid, p.parent || "-", p.state, p.threads, memory];
    return `${cells.map((cell) => String(cell).padStart(8)).join(" ")}  ${p.command}`;
  });
  const head = ["PID", "PARENT", "STATE", "THREADS", "MEMORY"].map((w) => w.padStart(8)).join(" ");
  return `${[`${head}  COMMAND`, ...rows].join("\n")}\n`;
}

/** Asks a process for the tree of its asyncio tasks: it writes it down at its next safepoint. */
async function taskTree({ machine, output }: CommandContext, word: string): Promise<number> {
  const pid = Number(word);
  if (!machine.processes().some((p) => p.pid === pid))
    throw new Error(`gilbox ps: ${word}: no such process`);
  const path = `/tmp/tasks.${pid}`;
  await machine.files.makeDirectory("/tmp").catch(() => {}); // it is there
  await machine.files.remove(path).catch(() => {}); // none from before
  machine.kill(pid, "TASKS");
  for (let tries = 0; tries < 100; tries++) {
    const text = await machine.files.readText(path).catch(() => undefined); // not yet
    if (text !== undefined) {
      await machine.files.remove(path);
      await writeText(output, text);
      return 0;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`gilbox ps: process ${pid} has no asyncio tasks, or does not answer`);
}

async function top(context: CommandContext): Promise<number> {
  while (!context.signal.aborted) {
    await writeText(context.output, `\x1b[2J\x1b[H${processLines(context)}\nCtrl-C ends this.\n`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 1000);
      context.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  return 0;
}

async function bench(context: CommandContext, args: string[]): Promise<number> {
  const { machine, output, errors, signal } = context;
  const settings = args.filter((arg) => arg.includes("="));
  const values = Object.fromEntries(
    settings.map((text) => text.split("=")).map(([name, value]) => [name, Number(value)]),
  );
  const names = args.filter((arg) => !arg.includes("="));
  const list = benchWorkloads.list;
  if (names.length === 0) {
    for (const { name, question } of list)
      await writeText(output, `  ${name.padEnd(20)} ${question}\n`);
    await writeText(output, "\ngilbox bench WORKLOAD [NAME=VALUE…]\n");
    return 0;
  }
  for (const name of names) {
    const workload = list.find((w) => w.name === name);
    if (!workload) throw new Error(`no workload ${name}`);
    checkParameters(workload, values);
    const chosen = { ...defaultValues(workload), ...values };
    const programOf = (lane: string) => withParameters(workload.programs[lane] as string, chosen);
    const result = await compareOnMachine(machine, programOf, {
      lanes: workload.default,
      time: defaultTime,
      signal,
      onProgress: ({ lane, left }) => {
        const words = lane ? `${lane}, about ${Math.ceil(left / 1000)} s left` : "";
        void writeText(errors, `\r\x1b[K${words}`);
      },
    });
    await writeText(output, `${workload.title} (seed ${result.seed})\n${textTable(result)}`);
    await writeText(output, `${verdict(workload, result)}\n`);
    for (const warning of result.warnings) await writeText(output, `! ${warning}\n`);
  }
  return 0;
}

const disassemble =
  "import dis, sys\ndis.dis(compile(open(sys.argv[1]).read(), sys.argv[1], 'exec'))\n";

export const machineCommands: Record<string, CommandRow> = {
  gilbox: {
    usage: "gilbox bench|dis|ps [--tasks PID]|top|kill …",
    does: "compare a workload’s lanes, show bytecode, look at processes",
    run: async (context) => {
      const [word, ...rest] = context.args;
      switch (word) {
        case "bench":
          return bench(context, rest);
        case "dis": {
          const [file] = rest;
          if (!file) throw new Error("usage: gilbox dis FILE");
          return context.shell.runProgram("python", {
            ...context,
            args: ["-c", disassemble, context.shell.path(file)],
          });
        }
        case "ps":
          if (rest[0] === "--tasks") return taskTree(context, rest[1] ?? "");
          await writeText(context.output, processLines(context));
          return 0;
        case "top":
          return top(context);
        case "kill":
          return machineCommands.kill?.run({ ...context, args: rest }) ?? 1;
        default:
          throw new Error("usage: gilbox bench|dis|ps [--tasks PID]|top|kill …");
      }
    },
  },
  ps: {
    usage: "ps",
    does: "the processes, their state, threads and memory",
    run: async (context) => {
      await writeText(context.output, processLines(context));
      return 0;
    },
  },
  top: { usage: "top", does: "the same, again every second", run: top },
  jobs: {
    usage: "jobs",
    does: "what runs in the background",
    run: async ({ shell, output }) => {
      for (const { number, text, code } of shell.jobs)
        await writeText(
          output,
          `[${number}] ${code === undefined ? "running" : `done (${code})`}  ${text}\n`,
        );
      return 0;
    },
  },
  wait: {
    usage: "wait",
    does: "until all jobs are done",
    run: async ({ shell, signal }) => {
      const aborted = new Promise((resolve) =>
        signal.addEventListener("abort", () => resolve(undefined)),
      );
      await Promise.race([Promise.all(shell.jobs.map((job) => job.done)), aborted]);
      return 0;
    },
  },
  kill: {
    usage: "kill [-INT|-TERM|-KILL] PID|%JOB…",
    does: "end a process or a job",
    run: async ({ args, machine, shell }) => {
      const named = /^-(?:SIG)?(INT|TERM|KILL|2|9|15)$/.exec(args[0] ?? "")?.[1];
      const numbers: Record<string, "INT" | "TERM" | "KILL"> = { 2: "INT", 9: "KILL", 15: "TERM" };
      const signal = named ? (numbers[named] ?? (named as "INT")) : "TERM";
      const goals = named ? args.slice(1) : args;
      if (goals.length === 0) throw new Error("usage: kill [-INT|-TERM|-KILL] PID|%JOB…");
      for (const goal of goals) {
        const job = shell.jobs.find((j) => `%${j.number}` === goal);
        const pid = Number(goal);
        if (job) job.stop(signal);
        else if (machine.processes().some((p) => p.pid === pid)) machine.kill(pid, signal);
        else throw new Error(`kill: ${goal}: no such process`);
      }
      return 0;
    },
  },
};
