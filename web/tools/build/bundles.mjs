// The JavaScript side: the package (web/dist) and the page (site/dist).
//
// web/src/*.ts and every *-worker.ts below it are entries of the package and land flat in web/dist, beside
// the WebAssembly program: their `new URL("…", import.meta.url)` hold as they are written. A worker is one file
// that imports nothing: other bundlers copy it under another name. The program's glue is part of it.
// site/public is copied; site/src/*.ts are entries of the page; the package is served from site/dist/gilbox.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checkout } from "../setup/paths.mjs";
import { writeHostingFiles } from "./hosting.mjs";
import { libraryFolder, productFolder } from "./product.mjs";
import { filesAt, unlessUnchanged } from "./unchanged.mjs";

const settings = {
  absWorkingDir: checkout,
  bundle: true,
  format: "esm",
  target: ["es2022"],
  sourcemap: true,
  splitting: true,
  entryNames: "[name]",
  chunkNames: "chunk-[hash]",
  logLevel: "warning",
  external: ["node:*", "module", "worker_threads"],
};

function packageEntries() {
  const source = join(checkout, "web/src");
  const files = filesAt(source).filter((file) => /\.ts$/.test(file) && !file.endsWith(".d.ts"));
  const workers = files.filter((file) => file.endsWith("-worker.ts"));
  const pages = files.filter((file) => !workers.includes(file) && join(file, "..") === source);
  return { workers, pages };
}

// Files that are there only after the build: the program itself, and for the page the whole package.
const leaveProgram = {
  name: "leave-program",
  setup(build) {
    const program = new Set(
      [...filesAt(productFolder), ...filesAt(libraryFolder)].map(
        (file) => `./${file.split("/").at(-1)}`,
      ),
    );
    build.onResolve({ filter: /^\.\.?\// }, ({ path }) => {
      const name = `./${path.split("/").at(-1)}`;
      return program.has(name) ? { path: name, external: true } : undefined;
    });
  },
};

// `site:data`: the workloads and the recorded figures, so that the first screen needs no second request.
const siteData = {
  name: "site-data",
  setup(build) {
    build.onResolve({ filter: /^site:data$/ }, () => ({ path: "data", namespace: "site" }));
    build.onLoad({ filter: /.*/, namespace: "site" }, () => {
      const file = join(checkout, "site/recorded/results.json");
      const recorded = existsSync(file) ? readFileSync(file, "utf8") : "undefined";
      const workloads = JSON.stringify(readWorkloads());
      const contents = `export const workloads = ${workloads};\nexport const recorded = ${recorded};\n`;
      return { contents, loader: "js" };
    });
  },
};

const packageByAddress = {
  name: "package-by-address",
  setup(build) {
    build.onResolve({ filter: /^gilbox(\/|$)/ }, ({ path }) => {
      const name = path === "gilbox" ? "index.js" : path.slice("gilbox/".length);
      return { path: `./gilbox/${name.endsWith(".js") ? name : `${name}.js`}`, external: true };
    });
  },
};

// The glue starts its pthreads from a file of its own; ours come from process-worker.ts, which replaces that function.
// What is left of it must not be seen: bundlers of users look for workers and would want to bundle it.
const gluesOwnWorker = /new Worker\(new URL\("gilbox\.mjs",\s*import\.meta\.url\),\s*\w+\)/g;
const forgetGluesWorker = {
  name: "forget-glues-worker",
  setup(build) {
    build.onLoad({ filter: /\/gilbox\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(gluesOwnWorker, "null"),
      loader: "js",
    }));
  },
};

/** Bundles the package around the program in `program` (a folder with gilbox.mjs and gilbox.wasm) into `outdir`. */
export async function bundlePackage(program, outdir) {
  const { build } = await import("esbuild");
  const { workers, pages } = packageEntries();
  const alias = {
    "gilbox-program": join(program, "gilbox.mjs"),
    "gilbox-tools": join(productFolder, "gilbox-tools.mjs"),
  };
  await build({
    ...settings,
    minify: true,
    entryPoints: pages,
    outdir,
    alias,
    plugins: [leaveProgram],
  });
  await build({
    ...settings,
    minify: true,
    entryPoints: workers,
    outdir,
    alias,
    plugins: [forgetGluesWorker],
    splitting: false,
  });
  const packs = filesAt(libraryFolder).filter((file) => file.endsWith(".wasm"));
  for (const file of [
    join(program, "gilbox.wasm"),
    join(productFolder, "gilbox-tools.wasm"),
    ...packs,
  ])
    cpSync(file, join(outdir, basename(file)), { preserveTimestamps: true });
}

/** Every workload of site/workloads that can run, with its programs, as the package ships them. */
export function readWorkloads(folder = join(checkout, "site/workloads")) {
  return JSON.parse(readFileSync(join(folder, "order.json"), "utf8"))
    .map((name) => {
      const manifest = JSON.parse(readFileSync(join(folder, name, "manifest.json"), "utf8"));
      const program = (lane) => [lane, readFileSync(join(folder, name, `${lane}.py`), "utf8")];
      return { name, ...manifest, programs: Object.fromEntries(manifest.lanes.map(program)) };
    })
    .filter(({ pending }) => !pending);
}

const inCheckout = (...names) => names.map((name) => join(checkout, name));

// What all of JavaScript is made with: the tools, and the packages that are installed.
const tools = inCheckout("web/tools", "package-lock.json");
const stampOf = (step) => join(checkout, "build", `${step}.done`);
const packageFolder = join(checkout, "web/dist");
const siteFolder = join(checkout, "site/dist");

export function buildPackage() {
  const sources = inCheckout("web/src", "web/package.json", "web/tsconfig.json", "site/workloads");
  const parts = {
    reads: [...tools, ...sources, productFolder, libraryFolder],
    writes: [packageFolder],
  };
  return unlessUnchanged(stampOf("package"), parts, async () => {
    rmSync(packageFolder, { recursive: true, force: true }); // pieces of earlier builds have other names
    await bundlePackage(productFolder, packageFolder);
    writeFileSync(join(packageFolder, "workloads.json"), JSON.stringify(readWorkloads()));
  });
}

/** Resolves to the folder to serve. */
export async function buildSite() {
  const sources = inCheckout(
    ...["src", "public", "recorded", "workloads", "package.json"].map((name) => `site/${name}`),
  );
  const parts = { reads: [...tools, ...sources, packageFolder], writes: [siteFolder] };
  await unlessUnchanged(stampOf("page"), parts, () => bundleSite(siteFolder));
  return siteFolder;
}

async function bundleSite(out) {
  const { build } = await import("esbuild");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const source = join(checkout, "site/src");
  const entryPoints = filesAt(source).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && join(file, "..") === source,
  );
  await build({
    ...settings,
    minify: true,
    entryPoints,
    outdir: out,
    plugins: [packageByAddress, siteData],
  });
  const copies = [
    ["site/public", out],
    ["node_modules/@xterm/xterm/css/xterm.css", join(out, "xterm.css")],
    ["web/dist", join(out, "gilbox")],
    // A service worker sees only what lies below it.
    ["web/dist/isolation-worker.js", join(out, "isolation-worker.js")],
  ];
  for (const [from, to] of copies) {
    if (existsSync(join(checkout, from))) {
      cpSync(join(checkout, from), to, { recursive: true, preserveTimestamps: true });
    }
  }
  writeHostingFiles(out);
}
