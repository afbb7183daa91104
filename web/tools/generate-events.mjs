// Makes web/src/trace/events.ts from core/trace/events.def: `node web/tools/generate-events.mjs`.
// The result is checked in; a test fails when it is not what this would write.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const table = join(checkout, "core/trace/events.def");
export const generatedFile = join(checkout, "web/src/trace/events.ts");

/** The arguments of every row `macro(…)`, strings without their quotes. */
function rowsOf(text, macro) {
  const rows = [];
  for (const [, list] of text.matchAll(new RegExp(`^${macro}\\((.*)\\)$`, "gm"))) {
    const cells = list.match(/"[^"]*"|[^,\s]+/g) ?? [];
    rows.push(cells.map((cell) => cell.replace(/^"(.*)"$/, "$1")));
  }
  return rows;
}

const lines = (rows) => rows.map((row) => `  ${row},`).join("\n");

export function generate() {
  const text = readFileSync(table, "utf8");
  const events = rowsOf(text, "GILBOX_EVENT");
  const groups = rowsOf(text, "GILBOX_EVENT_GROUP");
  const states = rowsOf(text, "GILBOX_EVENT_STATE");
  const sets = rowsOf(text, "GILBOX_EVENT_KIND_SET");
  const kinds = rowsOf(text, "GILBOX_EVENT_KIND");
  const quoted = (value) => (value === "none" ? "undefined" : JSON.stringify(value));

  const eventRows = events.map(
    ([name, group, track, state, kind, first, firstType, second, secondType]) =>
      `{ name: "${name}", group: "${group}", track: ${quoted(track)}, state: "${state}", ` +
      `kinds: ${quoted(kind)}, first: ${quoted(first)}, firstType: ${quoted(firstType)}, ` +
      `second: ${quoted(second)}, secondType: ${quoted(secondType)} }`,
  );
  const kindRows = sets.map(([set]) => {
    const values = kinds.filter(([of]) => of === set);
    const list = values.map(([, name, words]) => `{ name: "${name}", words: "${words}" }`);
    return `${set}: [${list.join(", ")}]`;
  });
  return `// What can be recorded. Made from core/trace/events.def by web/tools/generate-events.mjs: change it there.

export type ArgumentType =
  | "number"
  | "bytes"
  | "duration"
  | "time"
  | "text"
  | "object"
  | "thread"
  | "task"
  | "process"
  | "message";

/** Row n is the event with number n in a record. A track is in \`state\` after it. */
// biome-ignore format: one row an event
export const events = [
${lines(eventRows)}
] as const;

export type EventRow = (typeof events)[number];
export type EventName = EventRow["name"];

/** The bits of the observer's switches, from the lowest. */
// biome-ignore format: made by a program
export const groups = [${groups.map(([name]) => `"${name}"`).join(", ")}] as const;

/** The states of tracks, in words. */
// biome-ignore format: made by a program
export const states = {
${lines(states.map(([name, words]) => `${name}: "${words}"`))}
} as const;

export type StateName = keyof typeof states;

/** The values of a record's \`kind\`, by the set its event names. */
// biome-ignore format: made by a program
export const kinds = {
${lines(kindRows)}
} as const;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(generatedFile, generate());
