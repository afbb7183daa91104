// How lanes are called and coloured, the same everywhere on the page.

interface LaneLook {
  label: string;
  /** A CSS custom property of style.css. */
  color: string;
}

const looks: Record<string, LaneLook> = {
  sequential: { label: "sequential", color: "--sequential" },
  threads: { label: "threads", color: "--threads" },
  processes: { label: "processes", color: "--processes" },
  tasks: { label: "asyncio", color: "--tasks" },
  executors: { label: "process pool", color: "--other" },
  hybrid: { label: "hybrid", color: "--other" },
  race: { label: "no lock", color: "--sequential" },
  lock: { label: "with a lock", color: "--threads" },
  messages: { label: "with a queue", color: "--tasks" },
  shared: { label: "shared memory", color: "--other" },
  quiet: { label: "nobody computes", color: "--tasks" },
  convoy: { label: "a thread computes", color: "--threads" },
  interval: { label: "0.5 ms interval", color: "--other" },
  process: { label: "a process computes", color: "--processes" },
  blocking: { label: "time.sleep", color: "--sequential" },
  "to-thread": { label: "in a thread", color: "--threads" },
  awaited: { label: "awaited", color: "--tasks" },
  deadlock: { label: "opposite order", color: "--sequential" },
  ordered: { label: "one order", color: "--threads" },
  "giving-up": { label: "giving up", color: "--tasks" },
  program: { label: "program", color: "--threads" },
  variant: { label: "variant", color: "--processes" },
};

export function laneLook(lane: string): LaneLook {
  return looks[lane] ?? { label: lane, color: "--other" };
}
