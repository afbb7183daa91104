// The panels below the stage: figures, timeline, machine, terminal, sharing.

import type { LaneFigures, MachineComparison, ParameterValues, Workload } from "gilbox";
import { Dock } from "./dock.ts";
import { button, element } from "./dom.ts";
import { asCsv, asJson, asSvg, type Exported, save } from "./exports.ts";
import { figuresTable } from "./figures.ts";
import { whenBooted } from "./machine.ts";
import { ProcessTable } from "./processes.ts";
import { type SharedState, toFragment } from "./share.ts";
import { fillTerminal } from "./terminal-panel.ts";
import { TimelinePanel } from "./timeline-panel.ts";

export interface DetailsSource {
  state: () => SharedState;
  workloads: readonly Workload[];
}

export class Details {
  readonly dock: Dock;
  private readonly figures = element("div");
  private readonly timeline = new TimelinePanel();
  private readonly saving = element("div", { class: "row" });
  private exported: Exported | undefined;

  constructor(private readonly source: DetailsSource) {
    this.dock = new Dock([
      { name: "figures", label: "Figures", fill: (host) => host.append(this.figures) },
      { name: "timeline", label: "Timeline", fill: (host) => this.timeline.fill(host) },
      { name: "machine", label: "Machine", fill: (host) => this.fillMachine(host) },
      {
        name: "terminal",
        label: "Terminal",
        fill: (host) => fillTerminal(host, this.source.workloads),
      },
      { name: "share", label: "Share", fill: (host) => this.fillShare(host) },
    ]);
  }

  forget(): void {
    this.exported = undefined;
    this.saving.hidden = true;
    this.timeline.show(new Map());
    this.figures.replaceChildren(
      element("p", { class: "empty", text: "Press Run: the figures behind the bars come here." }),
    );
  }

  showFigures(lanes: readonly LaneFigures[], caption: string): void {
    this.figures.replaceChildren(figuresTable(lanes, caption));
  }

  showResult(
    workload: Workload,
    result: MachineComparison,
    verdict: string,
    parameters: ParameterValues,
  ): void {
    const runs = result.lanes.reduce((sum, lane) => sum + lane.runs.length, 0);
    const facts = result.machine
      ? ` Measured first: ${result.machine.coresHad.toFixed(1)} cores’ worth of computing at once, ${result.machine.spawn.toFixed(0)} ms to start a process, ${result.machine.message.toFixed(0)} µs for a message and its answer.`
      : "";
    this.showFigures(
      result.lanes,
      `On this machine: ${runs} runs in random order (seed ${result.seed}), after one warm-up each.${facts}`,
    );
    this.timeline.show(result.traces);
    const { name, title } = workload;
    const { seed, lanes, machine, warnings } = result;
    this.exported = { title, workload: name, parameters, seed, verdict, machine, warnings, lanes };
    this.saving.hidden = false;
  }

  private fillMachine(host: HTMLElement): void {
    const processes = new ProcessTable(host);
    whenBooted((machine) => processes.watch(machine));
  }

  private fillShare(host: HTMLElement): void {
    const address = element("input", { class: "share-address" });
    address.readOnly = true;
    address.setAttribute("aria-label", "Link to this workload");
    const said = element("p", { class: "hint" });
    said.role = "status";
    const make = button("Make a link", async () => {
      const fragment = await toFragment(this.source.state());
      address.value = new URL(fragment, location.href).href;
      address.select();
      try {
        await navigator.clipboard.writeText(address.value);
        said.textContent = "Copied.";
      } catch {
        said.textContent = "Select it and copy it."; // no permission for the clipboard
      }
    });
    host.append(
      element("p", {
        class: "hint",
        text: "The link holds the workload, its parameters and the programs you changed. Whoever opens it sees them; nothing runs until they press Run.",
      }),
      element("div", { class: "row" }, make, said),
      address,
      element("h2", { text: "Save the figures" }),
      this.saving,
    );
    const saver = (words: string, ending: string, type: string, text: (e: Exported) => string) =>
      button(words, () => {
        if (this.exported)
          save(`gilbox-${this.exported.workload}.${ending}`, text(this.exported), type);
      });
    this.saving.append(
      saver("JSON, everything", "json", "application/json", asJson),
      saver("CSV, one row a run", "csv", "text/csv", asCsv),
      saver("SVG, the bars", "svg", "image/svg+xml", asSvg),
    );
  }
}
