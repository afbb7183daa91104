// The WebAssembly compiler. An `emcc` on the PATH that is new enough is used as it is; otherwise Debian's
// fixed version is unpacked privately into the cache, with wrappers in its `bin` that can be called by path.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { cached } from "./cache.mjs";
import { unpackPackages } from "./debian-suite.mjs";
import { step } from "./progress.mjs";
import { attempt, which } from "./run.mjs";
import { setUpSystemPackages } from "./system-packages.mjs";

export const oldestVersion = [3, 1, 69];
const packages = ["emscripten", "binaryen", "node-acorn", "libc6", "libstdc++6", "libgcc-s1"];
const llvm = "19";

/** `[3, 1, 69]` out of what `emcc --version` prints, or undefined. */
export function parseVersion(text) {
  const found = /emcc .*?(\d+)\.(\d+)\.(\d+)/.exec(text);
  return found ? found.slice(1).map(Number) : undefined;
}

export function isNewEnough(version) {
  for (const [index, least] of oldestVersion.entries()) {
    if (version[index] !== least) return version[index] > least;
  }
  return true;
}

function executable(file, text) {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

// binaryen comes from a suite with a newer C library than the host may have: start its tools through the
// loader that was unpacked beside them.
function wrapBinaryen(folder, home) {
  const tools = readdirSync(join(folder, "usr/bin")).filter((name) => name.startsWith("wasm-"));
  const library = readdirSync(join(folder, "usr/lib")).find((name) => name.endsWith("-linux-gnu"));
  const libraries = readdirSync(join(folder, "usr/lib", library));
  const loader = libraries.find((name) => /^ld-linux.*\.so\.\d$/.test(name));
  mkdirSync(join(folder, "binaryen/bin"), { recursive: true });
  for (const tool of tools) {
    executable(
      join(folder, "binaryen/bin", tool),
      `#!/bin/sh
exec "${home}/usr/lib/${library}/${loader}" --library-path "${home}/usr/lib/${library}" "${home}/usr/bin/${tool}" "$@"
`,
    );
  }
}

function writeConfig(folder, home) {
  const lines = {
    LLVM_ROOT: dirname(which(`clang-${llvm}`) ?? `/usr/bin/clang-${llvm}`),
    LLVM_ADD_VERSION: llvm,
    CLANG_ADD_VERSION: llvm,
    BINARYEN_ROOT: `${home}/binaryen`,
    NODE_JS: process.execPath,
    CACHE: `${home}/usr/share/emscripten/cache`,
  };
  const text = Object.entries(lines).map(([key, value]) => `${key} = '${value}'\n`);
  // In Emscripten's own folder, where its tools find it however they are called.
  const file = join(folder, "usr/share/emscripten/.emscripten");
  writeFileSync(file, `${text.join("")}FROZEN_CACHE = True\n`);
}

function wrapTools(folder, home) {
  mkdirSync(join(folder, "bin"));
  for (const tool of ["emcc", "em++", "emar", "emranlib", "emcmake", "emnm", "em-config"]) {
    const script = `${home}/usr/share/emscripten/${tool}.py`;
    const text = `#!/bin/sh\nunset EM_CONFIG\nexec python3 -E "${script}" "$@"\n`;
    executable(join(folder, "bin", tool), text);
  }
}

async function unpack(folder, home) {
  await unpackPackages(packages, folder);
  // Emscripten's JavaScript optimiser is an ES module, which finds acorn only in a node_modules above it.
  const modules = join(folder, "usr/share/emscripten/node_modules");
  mkdirSync(modules, { recursive: true });
  symlinkSync("../../nodejs/acorn", join(modules, "acorn"));
  wrapBinaryen(folder, home);
  writeConfig(folder, home);
  wrapTools(folder, home);
}

let found;

/** The user's own Emscripten, `{ bin, version }`, when it is on the PATH and new enough. Asked once: it takes a second. */
export function findEmscripten() {
  found ??= findOnPath();
  return found;
}

async function findOnPath() {
  const own = which("emcc");
  if (!own) return undefined;
  const { output } = await attempt(own, ["--version"]);
  const version = parseVersion(output);
  if (version && isNewEnough(version)) return { bin: dirname(own), version: version.join(".") };
  console.log(`  ${own} is older than ${oldestVersion.join(".")}; using a private one`);
  return undefined;
}

/** Finds or unpacks Emscripten: `{ bin, version }`, where `bin` holds emcc, em++, emcmake. */
export async function setUpEmscripten() {
  const own = await findEmscripten();
  if (own) return own;
  await setUpSystemPackages(["privateEmscripten"]);
  const home = await cached("emscripten-3.1.69-2", (folder, target) =>
    step(`download Emscripten 3.1.69 from Debian (250 MB) into ${target}`, () =>
      unpack(folder, target),
    ),
  );
  return { bin: join(home, "bin"), version: readVersion(home) };
}

function readVersion(home) {
  const text = readFileSync(join(home, "usr/share/emscripten/emscripten-version.txt"), "utf8");
  return text.trim().replaceAll('"', "");
}
