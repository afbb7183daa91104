// What suites share: set-up and builds that happen once, when the first suite asks for them.

import { join } from "node:path";
import { buildAll } from "../../web/tools/build/all.mjs";
import { bundlePackage } from "../../web/tools/build/bundles.mjs";
import { buildPreset } from "../../web/tools/build/cpp.mjs";
import { testProductFolder } from "../../web/tools/build/product.mjs";
import { setUpEmscripten } from "../../web/tools/setup/emscripten.mjs";
import { setUpLibraries } from "../../web/tools/setup/libraries.mjs";
import { setUpNodePackages } from "../../web/tools/setup/node-packages.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { step } from "../../web/tools/setup/progress.mjs";
import { setUpSystemPackages } from "../../web/tools/setup/system-packages.mjs";

function once(work) {
  let result;
  return () => {
    result ??= work();
    return result;
  };
}

export function makeContext() {
  const libraries = once(async () => {
    await setUpSystemPackages(["build"]);
    await setUpLibraries();
  });
  const emscripten = once(async () => {
    await libraries();
    return setUpEmscripten();
  });
  const nodePackages = once(setUpNodePackages);

  async function build(preset, target) {
    await libraries();
    const settings = preset === "wasm" ? { GILBOX_EMSCRIPTEN: (await emscripten()).bin } : {};
    await step(`compile ${target} (${preset})`, () => buildPreset(preset, target, settings));
  }

  return {
    checkout,
    nodePackages,
    emscripten,

    /** Builds a target of a preset of CMakePresets.json. */
    build,

    /** Builds the package around the test programs (tests/programs) into build/test-machine. */
    testMachine: once(async () => {
      await nodePackages();
      await build("wasm", "test_product");
      await bundlePackage(testProductFolder, join(checkout, "build/test-machine"));
    }),

    /** Builds the page and the package; resolves to the folder to serve. */
    page: once(async () => {
      await nodePackages();
      return buildAll(await emscripten());
    }),
  };
}
