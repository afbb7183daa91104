// The panels below the stage: figures, timeline, machine, terminal, sharing.

import type { Comparison, LaneFigures, Machine, ParameterValues, Workload } from "gilbox";
import { Dock } from "./dock.ts";
import { button, element } from "./dom.ts";
import { figuresTable } from "./figures.ts";
import { theMachine, whenBooted } from "./machine.ts";
import { ProcessTable } from "./processes.ts";
import { type SharedState, toFragment } from "./share.ts";

export interface DetailsSource {
  state: () => SharedState;
}

interface Shown {
  lanes: readonly LaneFigures[];
  caption: string;
}

export class Details {
  readonly dock: Dock;
  private readonly figures = element("div");
  private shown: Shown | undefined;

  constructor(private readonly source: DetailsSource) {
    this.dock = new Dock([
      { name: "figures", label: "Figures", fill: (host) => host.append(this.figures) },
      { name: "machine", label: "Machine", fill: (host) => this.fillMachine(host) },
      { name: "share", label: "Share", fill: (host) => this.fillShare(host) },
    ]);
  }

  forget(_workload: Workload): void {
    this.shown = undefined;
    this.figures.replaceChildren(
      element("p", { class: "empty", text: "Press Run: the figures behind the bars come here." }),
    );
  }

  showFigures(lanes: readonly LaneFigures[], caption: string): void {
    this.shown = { lanes, caption };
    this.figures.replaceChildren(figuresTable(lanes, caption));
  }

  showResult(
    _workload: Workload,
    result: Comparison,
    _verdict: string,
    _values: ParameterValues,
  ): void {
    this.showFigures(
      result.lanes,
      `This machine, ${result.lanes.reduce((sum, l) => sum + l.runs.length, 0)} runs in random order (seed ${result.seed})`,
    );
  }

  /** Runs something while its trace is recorded. */
  async record(_machine: Machine | undefined, run: () => Promise<void>): Promise<void> {
    await run();
  }

  private fillMachine(host: HTMLElement): void {
    const processes = new ProcessTable(host);
    whenBooted((machine) => processes.watch(machine));
    void theMachine;
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
    );
  }
}
