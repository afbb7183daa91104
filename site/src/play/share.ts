// What a link carries: workload, parameters, lanes and edited programs, as `#1.<deflated JSON in base64url>`.
// A link only fills in the page: nothing runs until the visitor presses Run.

import type { ParameterValues } from "gilbox";

export interface SharedState {
  workload: string;
  values: ParameterValues;
  lanes: string[];
  /** Lane -> program, for those that were changed. */
  edits: Record<string, string>;
}

const version = "1";
const mostBytes = 256 * 1024; // unpacked; a link that unpacks to more is not one of ours

async function through(bytes: Uint8Array, stream: TransformStream): Promise<Uint8Array> {
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) throw new RangeError("the link holds more than a page can show");
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

export async function toFragment(state: SharedState): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(state));
  const packed = await through(text, new CompressionStream("deflate-raw"));
  const letters = btoa(String.fromCharCode(...packed));
  return `#${version}.${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** undefined: no state in it. Throws when there is one that cannot be read. */
export async function fromFragment(fragment: string): Promise<SharedState | undefined> {
  const found = /^#(\d+)\.([\w-]+)$/.exec(fragment);
  if (!found) return undefined;
  if (found[1] !== version) throw new RangeError("the link is of a newer version of this page");
  const letters = (found[2] as string).replaceAll("-", "+").replaceAll("_", "/");
  const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const text = new TextDecoder().decode(
    await through(packed, new DecompressionStream("deflate-raw")),
  );
  return checked(JSON.parse(text));
}

function checked(value: unknown): SharedState {
  const state = value as Partial<SharedState> | null;
  const record = (x: unknown, type: string) =>
    typeof x === "object" && x !== null && Object.values(x).every((v) => typeof v === type);
  if (
    typeof state?.workload !== "string" ||
    !record(state.values, "number") ||
    !record(state.edits, "string") ||
    !Array.isArray(state.lanes) ||
    !state.lanes.every((lane) => typeof lane === "string")
  )
    throw new TypeError("the link does not hold what it should");
  return state as SharedState;
}
