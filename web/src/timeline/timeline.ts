// The timeline: a canvas with a row a process, thread, event loop and task, its minimap, its legend, and one line of
// words about what is under the pointer or chosen with the keyboard.
//
// Mouse: drag moves, double-click and Ctrl + wheel zoom, Shift + drag shows that part. Keyboard: arrow keys move and
// choose a row, + and - zoom, N and P go to the next and the previous segment of the row, 0 shows everything.

import { states } from "../trace/events.ts";
import type { TraceModel } from "../trace/model.ts";
import { stateNames, type Track } from "../trace/track.ts";
import { legendStates, stateColor } from "./colors.ts";
import { describeSegment, summaryTable, trackLabel } from "./describe.ts";
import { drawArrows, drawAxis, drawRow, type Picture, type Row } from "./draw.ts";
import { Tiles } from "./tiles.ts";
import { TimeWindow } from "./window.ts";

export interface TimelineEvents {
  /** The visitor chose a segment: words about it. */
  onChoose?: (words: string) => void;
}

const axisHeight = 22;
const minimapHeight = 26;
const rowHeights = { process: 18, thread: 16, loop: 9, task: 11 } as const;
const gap = 3;
const mostHeight = 420;

export class Timeline {
  readonly window = new TimeWindow();
  private readonly canvas = document.createElement("canvas");
  private readonly scroller = document.createElement("div");
  private readonly spacer = document.createElement("div");
  private readonly words = document.createElement("p");
  private readonly legend = document.createElement("ul");
  private readonly details = document.createElement("details");
  private readonly tiles = new Tiles();
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private model: TraceModel | undefined;
  private rows: Row[] = [];
  private rowOf = new Map<Track, Row>();
  private chosen = 0;
  private chosenTime: number | undefined;
  private contentHeight = 0;
  private scheduled = false;
  private drag: { x: number; from: number; select: boolean; minimap: boolean } | undefined;
  private selection: [number, number] | undefined;

  constructor(
    readonly host: HTMLElement,
    private readonly events: TimelineEvents = {},
  ) {
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "application");
    this.canvas.setAttribute(
      "aria-label",
      "Timeline. Arrow keys move and choose a row, plus and minus zoom, N and P step through the row, 0 shows everything. A table is below.",
    );
    this.scroller.className = "timeline-scroller";
    this.spacer.className = "timeline-spacer";
    this.words.className = "timeline-words";
    this.words.role = "status";
    this.legend.className = "timeline-legend";
    this.details.append(
      Object.assign(document.createElement("summary"), { textContent: "As a table" }),
    );
    this.scroller.append(this.canvas, this.spacer);
    host.classList.add("timeline");
    host.append(this.legend, this.scroller, this.words, this.details);
    this.listen();
    new ResizeObserver(() => this.redraw()).observe(host);
    this.dark.addEventListener("change", () => this.redraw());
  }

  show(model: TraceModel): void {
    this.model = model;
    this.tiles.forget();
    this.chosen = 0;
    this.chosenTime = undefined;
    this.layOut();
    this.window.fit(model.duration * 1.01);
    this.showLegend();
    this.details.replaceChildren(this.details.firstElementChild as Element, summaryTable(model));
    this.say(
      model.missed
        ? `${model.missed.toLocaleString("en")} events came faster than they could be kept: there are gaps.`
        : "",
    );
    this.redraw();
  }

  /** Draws now; the time it took, milliseconds. For measuring. */
  drawNow(): number {
    const began = performance.now();
    this.draw();
    return performance.now() - began;
  }

  redraw(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw();
    });
  }

  zoom(factor: number): void {
    this.window.zoom(factor, this.chosenTime ?? (this.window.from + this.window.to) / 2);
    this.redraw();
  }

  showAll(): void {
    this.window.show(0, this.window.length);
    this.redraw();
  }

  private layOut(): void {
    this.rows = [];
    this.rowOf.clear();
    let top = axisHeight + minimapHeight + gap;
    for (const track of this.model?.tracks ?? []) {
      if (track.kind === "process") top += 4;
      const height = rowHeights[track.kind];
      const indent = track.kind === "process" ? 0 : track.kind === "thread" ? 1 : 2;
      const row = { track, top, height, label: trackLabel(track), indent };
      this.rows.push(row);
      this.rowOf.set(track, row);
      top += height + gap;
    }
    this.contentHeight = top + gap;
  }

  private showLegend(): void {
    const used = new Set<number>();
    for (const { track } of this.rows)
      for (let i = 0; i < track.length && used.size < stateNames.length; i++)
        used.add(track.states.at(i));
    this.legend.replaceChildren(
      ...legendStates
        .filter((name) => used.has(stateNames.indexOf(name)))
        .map((name) => {
          const item = document.createElement("li");
          const swatch = document.createElement("i");
          swatch.style.background = `light-dark(${stateColor(name, false)}, ${stateColor(name, true)})`;
          item.append(swatch, states[name]);
          return item;
        }),
    );
  }

  private get left(): number {
    return this.host.clientWidth < 560 ? 84 : 190;
  }

  private picture(): Picture | undefined {
    const width = this.host.clientWidth;
    const height = Math.min(this.contentHeight, mostHeight);
    const ratio = devicePixelRatio || 1;
    if (width === 0) return undefined;
    if (
      this.canvas.width !== Math.round(width * ratio) ||
      this.canvas.height !== Math.round(height * ratio)
    ) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
      this.scroller.style.maxHeight = `${mostHeight}px`;
      this.spacer.style.height = `${Math.max(0, this.contentHeight - height)}px`;
    }
    const context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(this.host);
    const color = (name: string, light: string, dark: string) =>
      style.getPropertyValue(name) && !style.getPropertyValue(name).includes("light-dark")
        ? style.getPropertyValue(name)
        : this.dark.matches
          ? dark
          : light;
    return {
      context,
      width,
      height,
      left: this.left,
      dark: this.dark.matches,
      ink: style.color,
      faint: color("--timeline-faint", "#5a5e64", "#a5a9b0"),
      line: color("--timeline-line", "#e2e0d8", "#31353c"),
      font: `12px ${style.fontFamily}`,
    };
  }

  private draw(): void {
    const picture = this.model ? this.picture() : undefined;
    if (!picture) return;
    const { context, width, height, left } = picture;
    const scroll = this.scroller.scrollTop;
    context.clearRect(0, 0, width, height);
    const axis = { ...picture, height };
    context.save();
    context.translate(0, minimapHeight);
    drawAxis({ ...axis, height: height - minimapHeight }, this.window, axisHeight);
    context.restore();
    context.save();
    context.beginPath();
    context.rect(0, axisHeight + minimapHeight, width, height);
    context.clip();
    context.translate(0, -scroll);
    for (const [index, row] of this.rows.entries()) {
      if (row.top + row.height < scroll || row.top > scroll + height) continue;
      if (index === this.chosen && document.activeElement === this.canvas) {
        context.fillStyle = picture.line;
        context.fillRect(0, row.top - 1, width, row.height + 2);
      }
      drawRow(picture, this.window, row, this.tiles);
      this.drawLabel(picture, row);
    }
    const chosen =
      document.activeElement === this.canvas ? this.rows[this.chosen]?.track : undefined;
    drawArrows(
      picture,
      this.window,
      this.rowOf,
      this.model?.arrows ?? [],
      chosen?.kind === "process" ? undefined : chosen,
    );
    context.restore();
    this.drawMarks(picture);
    this.drawMinimap(picture);
    if (this.selection) {
      const [a, b] = this.selection;
      context.fillStyle = picture.dark ? "#7ab8f540" : "#0b5cad30";
      context.fillRect(Math.max(left, Math.min(a, b)), minimapHeight, Math.abs(a - b), height);
    }
  }

  private drawLabel({ context, left, ink, faint, font }: Picture, row: Row): void {
    context.save();
    context.beginPath();
    context.rect(0, row.top - 2, left - 8, row.height + 4);
    context.clip();
    context.font = row.track.kind === "process" ? `600 ${font}` : font;
    context.fillStyle = row.track.kind === "process" ? ink : faint;
    context.textBaseline = "middle";
    context.fillText(row.label, row.indent * 10, row.top + row.height / 2 + 0.5);
    context.restore();
  }

  private drawMarks({ context, ink, width, height, left }: Picture): void {
    if (this.chosenTime === undefined) return;
    const x = left + ((this.chosenTime - this.window.from) / this.window.span) * (width - left);
    if (x < left || x > width) return;
    context.fillStyle = ink;
    context.fillRect(x, minimapHeight, 1, height);
  }

  /** All of the axis, small: the threads, and a frame around what is seen. */
  private drawMinimap(picture: Picture): void {
    const { context, width, left, ink } = picture;
    const whole = new TimeWindow();
    whole.fit(this.window.length);
    const threads = this.rows.filter(({ track }) => track.kind === "thread").slice(0, 40);
    const height = Math.max(0.5, (minimapHeight - 4) / Math.max(1, threads.length));
    for (const [index, row] of threads.entries())
      drawRow(
        picture,
        whole,
        { ...row, top: 1 + index * height, height: Math.max(height - 0.3, 0.5) },
        this.tiles,
      );
    const scale = (width - left) / whole.span;
    const x = left + this.window.from * scale;
    context.strokeStyle = ink;
    context.lineWidth = 1.5;
    context.strokeRect(x, 0.75, Math.max(3, this.window.span * scale) - 1, minimapHeight - 2.5);
  }

  private timeAt(x: number): number {
    const width = this.host.clientWidth - this.left;
    return this.window.from + ((x - this.left) / width) * this.window.span;
  }

  private rowAt(y: number): number {
    const at = y + this.scroller.scrollTop;
    if (y < axisHeight + minimapHeight) return -1;
    return this.rows.findIndex((row) => at >= row.top - 1 && at <= row.top + row.height + 1);
  }

  private say(words: string): void {
    this.words.textContent = words;
    this.events.onChoose?.(words);
  }

  private tell(index: number, time: number): void {
    const row = this.rows[index];
    if (!row || !this.model) return;
    this.say(describeSegment(this.model, row.track, row.track.segmentAt(time)));
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      const minimap = event.offsetY < minimapHeight;
      this.drag = { x: event.offsetX, from: event.offsetX, select: event.shiftKey, minimap };
      if (minimap) this.centre(event.offsetX);
    });
    canvas.addEventListener("pointermove", (event) => this.pointerMoved(event));
    canvas.addEventListener("pointerup", (event) => this.pointerUp(event));
    canvas.addEventListener("pointercancel", () => {
      this.drag = undefined;
      this.selection = undefined;
    });
    canvas.addEventListener("dblclick", (event) => {
      this.window.zoom(event.shiftKey ? 4 : 0.25, this.timeAt(event.offsetX));
      this.redraw();
    });
    canvas.addEventListener(
      "wheel",
      (event) => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          this.window.zoom(Math.exp(event.deltaY * 0.005), this.timeAt(event.offsetX));
        } else if (event.deltaX !== 0 || event.shiftKey) {
          event.preventDefault();
          this.window.pan(((event.deltaX || event.deltaY) / canvas.clientWidth) * this.window.span);
        } else return;
        this.redraw();
      },
      { passive: false },
    );
    canvas.addEventListener("keydown", (event) => this.key(event));
    for (const name of ["focus", "blur"]) canvas.addEventListener(name, () => this.redraw());
    this.scroller.addEventListener("scroll", () => this.redraw());
  }

  private pointerMoved(event: PointerEvent): void {
    const { drag } = this;
    if (!drag) {
      const row = this.rowAt(event.offsetY);
      if (row >= 0 && event.offsetX > this.left) this.tell(row, this.timeAt(event.offsetX));
      return;
    }
    if (drag.minimap) this.centre(event.offsetX);
    else if (drag.select) this.selection = [drag.from, event.offsetX];
    else {
      const width = this.host.clientWidth - this.left;
      this.window.pan((-(event.offsetX - drag.x) / width) * this.window.span);
    }
    drag.x = event.offsetX;
    this.redraw();
  }

  private pointerUp(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    if (this.selection) {
      const [a, b] = this.selection.map((x) => this.timeAt(x)) as [number, number];
      this.selection = undefined;
      this.window.show(Math.min(a, b), Math.max(a, b));
    } else if (drag && !drag.minimap && Math.abs(event.offsetX - drag.from) < 3) {
      const row = this.rowAt(event.offsetY);
      if (row >= 0) this.chosen = row;
      this.chosenTime = this.timeAt(event.offsetX);
      this.tell(row, this.chosenTime);
    }
    this.redraw();
  }

  private centre(x: number): void {
    const part = (x - this.left) / (this.host.clientWidth - this.left);
    const middle = part * this.window.length;
    this.window.show(middle - this.window.span / 2, middle + this.window.span / 2);
    this.redraw();
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.window.pan(-this.window.span / 5),
      ArrowRight: () => this.window.pan(this.window.span / 5),
      ArrowUp: () => this.chooseRow(this.chosen - 1),
      ArrowDown: () => this.chooseRow(this.chosen + 1),
      "+": () => this.zoom(0.5),
      "=": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      "0": () => this.showAll(),
      n: () => this.step(1),
      p: () => this.step(-1),
    };
    const action = actions[event.key] ?? actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
    this.redraw();
  }

  private chooseRow(index: number): void {
    this.chosen = Math.min(Math.max(0, index), this.rows.length - 1);
    const row = this.rows[this.chosen];
    if (!row) return;
    const visible = mostHeight - axisHeight - minimapHeight;
    if (row.top < this.scroller.scrollTop + axisHeight + minimapHeight)
      this.scroller.scrollTop = row.top - axisHeight - minimapHeight;
    else if (row.top > this.scroller.scrollTop + visible)
      this.scroller.scrollTop = row.top - visible;
    this.tell(this.chosen, this.chosenTime ?? (this.window.from + this.window.to) / 2);
  }

  private step(direction: 1 | -1): void {
    const track = this.rows[this.chosen]?.track;
    if (!track || track.length === 0) return;
    const now = track.segmentAt(this.chosenTime ?? this.window.from);
    const next = Math.min(Math.max(0, now + direction), track.length - 1);
    const start = track.starts.at(next);
    this.chosenTime = start;
    if (start < this.window.from || start > this.window.to)
      this.window.show(start - this.window.span / 2, start + this.window.span / 2);
    if (this.model) this.say(describeSegment(this.model, track, next));
  }
}
