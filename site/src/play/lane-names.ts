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
  executors: { label: "executor", color: "--other" },
  hybrid: { label: "hybrid", color: "--other" },
};

export function laneLook(lane: string): LaneLook {
  return looks[lane] ?? { label: lane, color: "--other" };
}
