// The machine at work: every process, live, with a button that kills it.

import type { Machine, ProcessInfo } from "gilbox";

const columns = ["pid", "parent", "command", "state", "threads", "memory", ""];

export class ProcessTable {
  private timer: ReturnType<typeof setInterval> | undefined;
  private shown = "";

  constructor(private readonly host: HTMLElement) {
    host.textContent = "No process has run yet.";
  }

  /** Looks ten times a second while the machine is there and the page is seen. */
  watch(machine: Machine): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      if (document.visibilityState === "visible") this.draw(machine, machine.processes());
    }, 100);
  }

  private draw(machine: Machine, processes: ProcessInfo[]): void {
    const text = JSON.stringify(
      processes.map((p) => [p.pid, p.state, p.threads, p.command, p.memory]),
    );
    if (text === this.shown) return;
    this.shown = text;
    if (processes.length === 0) {
      this.host.textContent = "No process is running.";
      return;
    }
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of columns) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const p of processes) {
      const row = body.insertRow();
      const cells = [p.pid, p.parent || "", p.command, p.state, p.threads, megabytes(p.memory)];
      for (const value of cells) row.insertCell().textContent = String(value);
      const kill = document.createElement("button");
      kill.type = "button";
      kill.textContent = "kill";
      kill.setAttribute("aria-label", `kill process ${p.pid}`);
      kill.addEventListener("click", () => machine.kill(p.pid, "KILL"));
      row.insertCell().append(kill);
    }
    this.host.replaceChildren(table);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / (1 << 20)).toFixed(0)} MB`;
}
