// What a visitor loads before a program can run, as a server with brotli sends it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const parts = ["gilbox.wasm", "kernel-worker.js", "process-worker.js", "index.js"];
const settings = { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } };

/** A row's `run`: the parts and their sum. The Python library is in gilbox.wasm. */
export async function sizeFigures({ checkout, page }) {
  await page();
  let sum = 0;
  const figures = parts.map((name) => {
    const bytes = readFileSync(join(checkout, "web/dist", name));
    const value = brotliCompressSync(bytes, settings).length / 1024;
    sum += value;
    return { figure: `${name} (${Math.round(bytes.length / 1024)} KB plain)`, value, unit: "KB" };
  });
  return [...figures, { figure: "together", value: sum, unit: "KB" }];
}
