// How many bytes the page is, brotli: what the first screen loads, and everything with editor, terminal and timeline.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const parts = [
  ["page: HTML, style, script with workloads", /^(index\.html|main\.js|chunk-.*\.js|[^/]*\.css)$/],
  ["runtime: WebAssembly", /^gilbox\/gilbox\.wasm$/],
  ["library: common modules (threading, collections, json …)", /^gilbox\/library-core\.wasm$/],
  ["library: asyncio", /^gilbox\/library-asyncio\.wasm$/],
  ["library: multiprocessing, concurrent.futures", /^gilbox\/library-processes\.wasm$/],
  ["runtime: machine and workers", /^gilbox\/(index|kernel-worker|process-worker)\.js$/],
  ["editor", /^gilbox\/editor\.js$/],
  ["terminal", /^gilbox\/terminal\.js$/],
  ["timeline", /^gilbox\/timeline\.js$/],
  ["shared pieces of these", /^gilbox\/chunk-.*\.js$/],
];

function brotli(file) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

/** The pieces a script imports, and theirs: an old build's pieces may lie beside them. */
function reachable(root, names) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.endsWith(".js")) return;
    const text = readFileSync(join(root, name), "utf8");
    for (const [, chunk] of text.matchAll(/["']\.\/(chunk-[\w-]+\.js)["']/g))
      visit(join(dirname(name), chunk));
  };
  for (const name of names) visit(name);
  return [...found];
}

export async function pageSize(context) {
  const root = await context.page();
  const all = readdirSync(root, { recursive: true }).filter((name) => !name.endsWith(".map"));
  const wanted = all.filter((name) => parts.some(([, pattern]) => pattern.test(name)));
  const used = reachable(
    root,
    wanted.filter((name) => !/chunk-/.test(name)),
  );
  let sum = 0;
  const rows = parts.map(([figure, pattern]) => {
    const bytes = used
      .filter((name) => pattern.test(name))
      .reduce((size, name) => size + brotli(join(root, name)), 0);
    sum += bytes;
    return { figure, value: bytes / 1000, unit: "KB" };
  });
  return [...rows, { figure: "the whole page (at most 750)", value: sum / 1000, unit: "KB" }];
}
