// Drawing: rows of segments, the axis above them, arrows between them. Canvas 2D, no state of its own.

import { countUpTo } from "../trace/columns.ts";
import type { Arrow } from "../trace/model.ts";
import { stateNames, type Track } from "../trace/track.ts";
import { stateColor } from "./colors.ts";
import { type Tiles, tileBuckets } from "./tiles.ts";
import { markStep, type TimeWindow, timeText } from "./window.ts";

export interface Row {
  track: Track;
  top: number;
  height: number;
  label: string;
  indent: number;
}

export interface Picture {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  /** Where the axis begins; labels are left of it. */
  left: number;
  dark: boolean;
  ink: string;
  faint: string;
  line: string;
  font: string;
}

const exactAtMost = 0.5; // segments a pixel that are still drawn one by one

export function drawAxis(picture: Picture, window: TimeWindow, height: number): void {
  const { context, width, left } = picture;
  const scale = (width - left) / window.span;
  const step = markStep(window.span, (width - left) / 110);
  context.font = picture.font;
  context.textBaseline = "middle";
  context.strokeStyle = picture.line;
  context.fillStyle = picture.faint;
  context.lineWidth = 1;
  for (let time = Math.ceil(window.from / step) * step; time <= window.to; time += step) {
    const x = Math.round(left + (time - window.from) * scale) + 0.5;
    context.beginPath();
    context.moveTo(x, height - 4);
    context.lineTo(x, picture.height);
    context.stroke();
    context.fillText(timeText(Math.round(time / step) * step, step), x + 3, height / 2);
  }
}

export function drawRow(picture: Picture, window: TimeWindow, row: Row, tiles: Tiles): void {
  const { context, width, left, dark } = picture;
  const { track, top, height } = row;
  const scale = (width - left) / window.span;
  const first = Math.max(0, countUpTo(track.starts.values, track.length, window.from) - 1);
  const last = countUpTo(track.starts.values, track.length, window.to);
  if ((last - first) / (width - left) <= exactAtMost) {
    for (let i = first; i < last; i++) {
      const color = stateColor(stateNames[track.states.at(i)] ?? "unchanged", dark);
      if (!color) continue;
      const x = Math.max(left, left + (track.starts.at(i) - window.from) * scale);
      const end = Math.min(width, left + (track.endOf(i) - window.from) * scale);
      context.fillStyle = color;
      context.fillRect(x, top, Math.max(end - x, 0.75), height);
    }
    return;
  }
  drawTiles(picture, window, row, tiles, scale);
}

function drawTiles(
  { context, left, width, dark }: Picture,
  window: TimeWindow,
  { track, top, height }: Row,
  tiles: Tiles,
  scale: number,
): void {
  const level = Math.floor(Math.log2(1 / scale)); // a bucket is at most a pixel wide
  const bucket = 2 ** level;
  const from = Math.max(window.from, track.begin);
  const to = Math.min(window.to, track.end);
  let index = Math.floor(from / bucket);
  const end = Math.ceil(to / bucket);
  let runState = 0;
  let runFrom = left;
  const finish = (x: number) => {
    const color = runState ? stateColor(stateNames[runState - 1] ?? "unchanged", dark) : undefined;
    if (color && x > runFrom) {
      context.fillStyle = color;
      context.fillRect(runFrom, top, x - runFrom, height);
    }
  };
  let tileIndex = Number.NaN;
  let tile: Uint8Array | undefined;
  for (; index < end; index++) {
    const wanted = Math.floor(index / tileBuckets);
    if (wanted !== tileIndex) {
      tileIndex = wanted;
      tile = tiles.tile(track, level, wanted);
    }
    const state = tile?.[index - wanted * tileBuckets] ?? 0;
    if (state === runState) continue;
    const x = Math.min(width, Math.max(left, left + (index * bucket - window.from) * scale));
    finish(x);
    runState = state;
    runFrom = x;
  }
  finish(Math.min(width, left + (to - window.from) * scale));
}

const mostArrowsDrawn = 400;

export function drawArrows(
  { context, left, width, ink, faint }: Picture,
  window: TimeWindow,
  rows: ReadonlyMap<Track, Row>,
  arrows: readonly Arrow[],
  chosen: Track | undefined,
): void {
  const scale = (width - left) / window.span;
  const seen: Arrow[] = [];
  for (const arrow of arrows) {
    if (arrow.end < window.from || arrow.start > window.to) continue;
    if (chosen && arrow.from !== chosen && arrow.to !== chosen) continue;
    seen.push(arrow);
    if (seen.length > mostArrowsDrawn) return; // a thicket says nothing: zoom in
  }
  context.lineWidth = 1;
  for (const { kind, from, to, start, end } of seen) {
    const [a, b] = [rows.get(from), rows.get(to)];
    if (!a || !b || a === b) continue;
    const x1 = left + (start - window.from) * scale;
    const x2 = left + (end - window.from) * scale;
    const down = b.top > a.top;
    const y1 = down ? a.top + a.height : a.top;
    const y2 = down ? b.top : b.top + b.height;
    context.strokeStyle = kind === "wake" ? ink : faint;
    context.fillStyle = context.strokeStyle;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    const tip = down ? -4 : 4;
    context.beginPath();
    context.moveTo(x2, y2);
    context.lineTo(x2 - 3, y2 + tip);
    context.lineTo(x2 + 3, y2 + tip);
    context.fill();
  }
}
