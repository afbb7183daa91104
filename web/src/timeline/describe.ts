// Tracks and segments in words, and the table under the timeline.

import { states } from "../trace/events.ts";
import type { TraceModel } from "../trace/model.ts";
import { stateNames, stateNumber, type Track } from "../trace/track.ts";
import { timeText } from "./window.ts";

export function trackLabel(track: Track): string {
  switch (track.kind) {
    case "process":
      return `process ${track.pid}${track.name ? ` · ${shortCommand(track.name)}` : ""}`;
    case "thread":
      return track.name || `thread ${track.id}`;
    case "loop":
      return "event loop";
    case "task":
      return track.name || `task ${track.id}`;
  }
}

function shortCommand(command: string): string {
  return command.replace(/\/\S*\//g, "");
}

/** One sentence: who, what, how long, and what is known about why. */
export function describeSegment(model: TraceModel, track: Track, segment: number): string {
  const who = `${trackLabel(track)}${track.kind === "process" ? "" : ` of process ${track.pid}`}`;
  if (segment < 0) return `${who}: nothing yet`;
  const state = stateNames[track.states.at(segment)] ?? "unchanged";
  const from = track.starts.at(segment);
  const to = track.endOf(segment);
  if (state === "ended") return `${who}: ended at ${timeText(from)}`;
  const known = model.describe(track.rows.at(segment));
  const details = known?.details.map(([name, words]) => detail(name, words)) ?? [];
  return [
    `${who}: ${states[state]} for ${timeText(to - from)}, from ${timeText(from)}`,
    ...details,
  ].join(" · ");
}

function detail(name: string, words: string): string {
  switch (name) {
    case "kind":
      return words;
    case "holder":
      return `held by ${words}`;
    case "waited":
      return `after waiting ${words}`;
    case "object":
      return words;
    default:
      return `${name} ${words}`;
  }
}

const shown = ["running", "gil_wait", "native", "blocked", "sleeping", "awaiting"] as const;

export function summaryTable(model: TraceModel): HTMLElement {
  const host = document.createElement("div");
  host.className = "scroll";
  const table = document.createElement("table");
  table.createCaption().textContent = `What each did in ${timeText(model.duration)}, ${model.records.toLocaleString("en")} events`;
  const head = table.createTHead().insertRow();
  for (const name of ["", ...shown.map((state) => states[state])]) {
    const cell = document.createElement(name ? "th" : "td");
    cell.textContent = name;
    if (name) cell.setAttribute("scope", "col");
    head.append(cell);
  }
  const body = table.createTBody();
  for (const track of model.tracks.slice(0, 200)) {
    const row = body.insertRow();
    row.insertCell().textContent = trackLabel(track);
    const sums = track.durations();
    for (const state of shown) {
      const time = sums[stateNumber[state]] as number;
      row.insertCell().textContent = time > 0 ? timeText(time) : "";
    }
  }
  host.append(table);
  return host;
}
