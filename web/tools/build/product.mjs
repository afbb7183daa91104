// The WebAssembly program: the package's in build/wasm/product, and the one with the test programs.
import { join } from "node:path";
import { buildPreset, presetFolder } from "./cpp.mjs";

export const productFolder = join(presetFolder("wasm"), "product");

/** The library, compiled: library-*.wasm. */
export const libraryFolder = join(presetFolder("wasm"), "library");

export const testProductFolder = join(presetFolder("wasm"), "test-product");

export function buildProduct(emscripten) {
  return buildPreset("wasm", "product", { GILBOX_EMSCRIPTEN: emscripten.bin });
}
