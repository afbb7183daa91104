// The lanes as bars: a check box, a bar with its whisker, time and speed-up. Grows while measuring.

import { duration, type LaneResult, times } from "gilbox";
import { laneLook } from "./lane-names.ts";

interface Row {
  root: HTMLElement;
  box: HTMLInputElement;
  bar: HTMLElement;
  whisker: HTMLElement;
  value: HTMLElement;
  note: HTMLElement;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
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
  update(results: readonly LaneResult[], running?: string, recorded = false): void {
    const longest = Math.max(...results.map((r) => r.wall?.high ?? 0), 1e-9);
    for (const [lane, row] of this.rows) {
      const result = results.find((r) => r.lane === lane);
      row.root.classList.toggle("running", lane === running);
      row.root.classList.toggle("recorded", recorded);
      row.root.classList.toggle("failed", result?.error !== undefined);
      this.fill(row, result, longest);
    }
  }

  private fill(row: Row, result: LaneResult | undefined, longest: number): void {
    const wall = result?.wall;
    const percent = (ms: number) => `${(100 * ms) / longest}%`;
    row.bar.style.width = wall ? percent(wall.median) : "0";
    row.whisker.hidden = !wall || wall.count < 2;
    if (wall) {
      row.whisker.style.left = percent(wall.low);
      row.whisker.style.width = percent(wall.high - wall.low);
    }
    row.value.textContent = result?.error ? "failed" : wall ? duration(wall.median) : "";
    row.note.textContent = result?.speedUp ? `${times(result.speedUp.median)} ×` : "";
    row.value.append(row.note);
    row.root.title = result?.error ?? "";
  }

  private makeRow(lane: string, checked: boolean): HTMLElement {
    const look = laneLook(lane);
    const root = element("div", "lane");
    root.style.setProperty("--lane", `var(${look.color})`);
    root.classList.toggle("off", !checked);
    const label = element("label", "");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = checked;
    box.addEventListener("change", () => {
      root.classList.toggle("off", !box.checked);
      this.onToggle();
    });
    label.append(box, look.label);
    const track = element("div", "track");
    track.setAttribute("aria-hidden", "true");
    const bar = element("div", "bar");
    const whisker = element("div", "whisker");
    whisker.hidden = true;
    track.append(bar, whisker);
    const value = element("div", "value");
    const note = document.createElement("small");
    root.append(label, track, value);
    this.rows.set(lane, { root, box, bar, whisker, value, note });
    return root;
  }
}
