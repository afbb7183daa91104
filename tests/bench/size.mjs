// What a visitor loads before a program can run, as a server with brotli sends it, and the packs of the Python library,
// of which a program loads those it imports something from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const parts = ["gilbox.wasm", "kernel-worker.js", "process-worker.js", "index.js"];
const settings = { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } };

/** A row's `run`: the parts and their sum; then the packs, and everything there is. */
export async function sizeFigures({ checkout, page }) {
  await page();
  const folder = join(checkout, "web/dist");
  const figureOf = (name) => {
    const bytes = readFileSync(join(folder, name));
    const value = brotliCompressSync(bytes, settings).length / 1024;
    return { figure: `${name} (${Math.round(bytes.length / 1024)} KB plain)`, value, unit: "KB" };
  };
  const sum = (figure, rows) => ({
    figure,
    value: rows.reduce((total, { value }) => total + value, 0),
    unit: "KB",
  });
  const needed = parts.map(figureOf);
  const packs = readdirSync(folder)
    .filter((name) => /^library-.*\.wasm$/.test(name))
    .map(figureOf);
  return [
    ...needed,
    sum("together: before a program without imports runs", needed),
    ...packs,
    sum("with every pack of the library", [...needed, ...packs]),
  ];
}
