// The table under the bars: the same figures in words and numbers.

import { duration, type LaneResult, times } from "gilbox";
import { laneLook } from "./lane-names.ts";

const columns = ["lane", "median", "95 % interval", "start-up", "against the first", "runs"];

export function figuresTable(results: readonly LaneResult[]): HTMLTableElement {
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.className = "hint";
  caption.textContent = "Wall time of a whole run, from the request to the exit of the process.";
  const head = table.createTHead().insertRow();
  for (const name of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const result of results) {
    const row = body.insertRow();
    const { wall, startUp, speedUp } = result;
    const cells = [
      laneLook(result.lane).label,
      wall ? duration(wall.median) : (result.error ?? "–"),
      wall ? `${duration(wall.low)} … ${duration(wall.high)}` : "",
      startUp ? duration(startUp.median) : "",
      speedUp ? `${times(speedUp.median)} × (${times(speedUp.low)} … ${times(speedUp.high)})` : "",
      String(result.runs.length),
    ];
    for (const text of cells) row.insertCell().textContent = text;
  }
  return table;
}
