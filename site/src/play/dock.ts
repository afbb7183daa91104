// The panels below the stage: one is open, each is filled when it is first opened.

import { element, fillTabs, find } from "./dom.ts";

export interface PanelSource {
  name: string;
  label: string;
  /** Called once, when the panel is first opened. */
  fill: (host: HTMLElement) => void | Promise<void>;
}

export class Dock {
  private readonly panels = new Map<string, HTMLElement>();
  private readonly filled = new Set<string>();
  chosen: string;

  constructor(private readonly sources: readonly PanelSource[]) {
    this.chosen = sources[0]?.name as string;
    for (const { name } of sources) {
      const panel = element("div", { class: "panel" });
      panel.role = "tabpanel";
      panel.id = `panel-${name}`;
      panel.setAttribute("aria-labelledby", `tab-panel-${name}`);
      panel.hidden = true;
      this.panels.set(name, panel);
      find("dock-panels").append(panel);
    }
    this.open(this.chosen);
  }

  open(name: string): void {
    this.chosen = name;
    fillTabs(
      find("dock-tabs"),
      this.sources,
      name,
      (chosen) => this.open(chosen),
      (panel) => `panel-${panel}`,
    );
    for (const [key, panel] of this.panels) panel.hidden = key !== name;
    const panel = this.panels.get(name) as HTMLElement;
    if (this.filled.has(name)) return;
    this.filled.add(name);
    const source = this.sources.find((s) => s.name === name) as PanelSource;
    Promise.resolve(source.fill(panel)).catch((error: unknown) => {
      this.filled.delete(name);
      panel.replaceChildren(
        element("p", { class: "notice", text: `This panel could not be loaded: ${error}` }),
      );
    });
  }
}
