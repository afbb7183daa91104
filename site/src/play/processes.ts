// The machine at work: every process, live, with a button that kills it.

import type { Machine, ProcessInfo } from "gilbox";
import { button, element, scrolling, table } from "./dom.ts";

const columns = ["process", "started by", "program", "state", "threads", "memory", ""];
const why =
  "Every process is a worker with a memory of its own, so it can be killed. A thread shares its process’s memory and locks: ending it halfway would leave both broken, so Python offers no kill for it.";

export class ProcessTable {
  private timer: ReturnType<typeof setInterval> | undefined;
  private shown = "";
  private readonly live = scrolling("", "Processes");

  constructor(host: HTMLElement) {
    this.live.append(element("p", { class: "empty", text: "The machine has not started yet." }));
    host.classList.add("processes");
    host.append(this.live, element("p", { class: "hint", text: why }));
  }

  /** Looks ten times a second while the machine is there and the page is seen. */
  watch(machine: Machine): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      if (document.visibilityState === "visible" && this.live.checkVisibility())
        this.draw(machine, machine.processes());
    }, 100);
  }

  private draw(machine: Machine, processes: ProcessInfo[]): void {
    const text = JSON.stringify(
      processes.map((p) => [p.pid, p.state, p.threads, p.command, p.memory]),
    );
    if (text === this.shown) return;
    this.shown = text;
    if (processes.length === 0) {
      this.live.replaceChildren(
        element("p", {
          class: "empty",
          text: "No process is running. Press Run and watch them come and go.",
        }),
      );
      return;
    }
    const rows = processes.map((p) => {
      const kill = button("kill", () => machine.kill(p.pid, "KILL"));
      kill.setAttribute("aria-label", `kill process ${p.pid}`);
      const cells = [p.pid, p.parent || "the page", p.command, p.state, p.threads].map(String);
      return [...cells, `${(p.memory / (1 << 20)).toFixed(0)} MB`, kill];
    });
    this.live.replaceChildren(table("", columns, rows));
  }
}
