// The WebAssembly program of the package: build/wasm/product, copied to web/dist.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../setup/paths.mjs";
import { buildPreset, presetFolder } from "./cpp.mjs";

export const productFolder = join(presetFolder("wasm"), "product");

export async function buildProduct(emscripten) {
  if (!existsSync(join(checkout, "wasm/CMakeLists.txt"))) return;
  await buildPreset("wasm", "product", { GILBOX_EMSCRIPTEN: emscripten.bin });
  mkdirSync(join(checkout, "web/dist"), { recursive: true });
  cpSync(productFolder, join(checkout, "web/dist"), { recursive: true, preserveTimestamps: true });
}
