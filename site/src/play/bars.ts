// The lanes as bars: a check box, a bar with its whisker, time and speed-up. Grows while measuring.

import { difference, duration, type LaneFigures, times } from "gilbox";
import { element } from "./dom.ts";
import { laneLook } from "./lane-names.ts";

interface Row {
  root: HTMLElement;
  box: HTMLInputElement;
  bar: HTMLElement;
  whisker: HTMLElement;
  value: HTMLElement;
}

export class Bars {
  private rows = new Map<string, Row>();

  constructor(
    private readonly host: HTMLElement,
    private readonly onToggle: () => void,
  ) {}

  show(lanes: readonly string[], chosen: readonly string[]): void {
    this.rows.clear();
    this.host.replaceChildren(...lanes.map((lane) => this.makeRow(lane, chosen.includes(lane))));
  }

  get chosen(): string[] {
    return [...this.rows].filter(([, row]) => row.box.checked).map(([lane]) => lane);
  }

  /** `running`: the lane whose program runs now. `recorded`: figures of an earlier run somewhere else. */
  update(results: readonly LaneFigures[], running?: string, recorded = false): void {
    const longest = Math.max(...results.map((r) => r.wall?.high ?? r.warmUp ?? 0), 1e-9);
    for (const [lane, row] of this.rows) {
      const result = results.find((r) => r.lane === lane);
      row.root.classList.toggle("running", lane === running);
      row.root.classList.toggle("recorded", recorded);
      row.root.classList.toggle("failed", result?.error !== undefined);
      this.fill(row, result, longest);
    }
  }

  private fill(row: Row, result: LaneFigures | undefined, longest: number): void {
    const wall = result?.wall;
    const percent = (ms: number) => `${(100 * ms) / longest}%`;
    const warmUp = wall ? undefined : result?.warmUp;
    const shown = wall?.median ?? warmUp;
    row.bar.style.width = shown === undefined ? "0" : `max(2px, ${percent(shown)})`;
    row.bar.classList.toggle("warming", warmUp !== undefined);
    row.whisker.hidden = !wall || wall.count < 2;
    if (wall) {
      row.whisker.style.left = percent(wall.low);
      row.whisker.style.width = percent(wall.high - wall.low);
    }
    row.value.replaceChildren(
      shown === undefined ? wordFor(result?.error) : duration(shown),
      warmUp === undefined ? noteOf(result) : element("small", { text: "first run" }),
    );
    row.root.title = result?.error ?? "";
  }

  private makeRow(lane: string, checked: boolean): HTMLElement {
    const look = laneLook(lane);
    const box = element("input");
    box.type = "checkbox";
    box.checked = checked;
    const label = element("label", {}, box, look.label);
    const bar = element("div", { class: "bar" });
    const whisker = element("div", { class: "whisker" });
    whisker.hidden = true;
    const track = element("div", { class: "track" }, bar, whisker);
    track.setAttribute("aria-hidden", "true");
    const value = element("div", { class: "value" });
    const root = element("div", { class: "lane" }, label, track, value);
    root.dataset["lane"] = lane;
    root.style.setProperty("--lane", `var(${look.color})`);
    root.classList.toggle("off", !checked);
    box.addEventListener("change", () => {
      root.classList.toggle("off", !box.checked);
      this.onToggle();
    });
    this.rows.set(lane, { root, box, bar, whisker, value });
    return root;
  }
}

function noteOf(result: LaneFigures | undefined): HTMLElement {
  const speedUp = result?.speedUp;
  if (!speedUp) return element("small");
  switch (difference(speedUp)) {
    case "faster":
      return element("small", { class: "faster", text: `${times(speedUp.median)} × faster` });
    case "slower":
      return element("small", { text: `${times(1 / speedUp.median)} × slower` });
    case "none":
      return element("small", { text: "no clear difference" });
  }
}

function wordFor(error: string | undefined): string {
  if (error === undefined) return "";
  return error.includes("Deadlock:") ? "deadlock" : "failed";
}
