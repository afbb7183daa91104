// The timeline of the last run of each lane, zoom buttons, and the way to Perfetto.

import { type ProcessTrace, perfettoTrace, TraceModel } from "gilbox";
import type { Timeline } from "gilbox/timeline";
import { button, element } from "./dom.ts";
import { save } from "./exports.ts";
import { laneLook } from "./lane-names.ts";

const empty =
  "Press Run: each lane is then run once more with a recorder, and every switch and every wait is drawn here.";

export class TimelinePanel {
  private host: HTMLElement | undefined;
  private timeline: Timeline | undefined;
  private traces = new Map<string, readonly ProcessTrace[]>();
  private lane = "";
  private model: TraceModel | undefined;
  private readonly lanes = element("div", { class: "row" });
  private readonly body = element("div");
  private readonly nothing = element("p", { class: "empty", text: empty });

  async fill(host: HTMLElement): Promise<void> {
    const { Timeline } = await import("gilbox/timeline");
    this.host = host;
    const tools = element(
      "div",
      { class: "row" },
      this.lanes,
      button("Zoom in", () => this.timeline?.zoom(0.5)),
      button("Zoom out", () => this.timeline?.zoom(2)),
      button("Everything", () => this.timeline?.showAll()),
      button("Save for Perfetto", () => {
        if (this.model) save(`gilbox-${this.lane}.json`, perfettoTrace(this.model));
      }),
      element("span", {
        class: "hint",
        text: "Drag to move, Ctrl + wheel or double-click to zoom, Shift + drag for a part.",
      }),
    );
    this.body.append(tools);
    const canvas = element("div");
    this.body.append(canvas);
    host.append(this.nothing, this.body);
    this.timeline = new Timeline(canvas);
    this.draw();
  }

  /** Lane -> what was recorded of it. Empty: nothing yet. */
  show(traces: ReadonlyMap<string, readonly ProcessTrace[]>): void {
    this.traces = new Map(traces);
    if (!this.traces.has(this.lane)) this.lane = [...this.traces.keys()][0] ?? "";
    const busiest = ["threads", "convoy", "race"].find((lane) => this.traces.has(lane));
    if (busiest) this.lane = busiest;
    if (this.host) this.draw();
  }

  private draw(): void {
    const pieces = this.traces.get(this.lane);
    this.nothing.hidden = pieces !== undefined;
    this.body.hidden = pieces === undefined;
    this.lanes.replaceChildren(
      ...[...this.traces.keys()].map((lane) => {
        const look = laneLook(lane);
        const chosen = button(look.label, () => {
          this.lane = lane;
          this.draw();
        });
        chosen.setAttribute("aria-pressed", String(lane === this.lane));
        chosen.style.setProperty("--lane", `var(${look.color})`);
        return chosen;
      }),
    );
    if (!pieces) return;
    this.model = new TraceModel();
    this.model.add(pieces);
    this.timeline?.show(this.model);
  }
}
