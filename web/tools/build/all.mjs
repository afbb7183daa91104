// From a fresh checkout to a page that can be served: set-up and build, each step only when needed.
import { findEmscripten, setUpEmscripten } from "../setup/emscripten.mjs";
import { setUpLibraries } from "../setup/libraries.mjs";
import { setUpNodePackages } from "../setup/node-packages.mjs";
import { step } from "../setup/progress.mjs";
import { setUpSystemPackages } from "../setup/system-packages.mjs";
import { buildPackage, buildSite } from "./bundles.mjs";
import { buildProduct } from "./product.mjs";

/** Sets up what building needs; resolves to where Emscripten is. */
export async function setUp() {
  // Asked for together, so that whoever has to install them is told once.
  await setUpSystemPackages(["build", ...((await findEmscripten()) ? [] : ["privateEmscripten"])]);
  const emscripten = await setUpEmscripten();
  await setUpLibraries();
  await setUpNodePackages();
  return emscripten;
}

/** Builds the WebAssembly program, the package and the page; resolves to the folder to serve. */
export async function buildAll(emscripten) {
  await step("compile the C++ core to WebAssembly", () => buildProduct(emscripten));
  await step("bundle the package", buildPackage);
  return step("build the page", buildSite);
}
