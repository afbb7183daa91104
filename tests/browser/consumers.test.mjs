// The package as others use it: in a page as it is, and through the bundlers people have, none of them configured.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { isolationHeaders } from "../../web/tools/server/isolation.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { run } from "../../web/tools/setup/run.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const project = join(checkout, "build/consumers");
const installed = join(project, "node_modules/gilbox");

/** A project beside nothing of ours, with the package installed as npm would. */
function makeProject() {
  rmSync(project, { recursive: true, force: true });
  cpSync(join(checkout, "tests/consumers/page"), project, { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }');
  for (const part of ["package.json", "dist", "types"])
    cpSync(join(checkout, "web", part), join(installed, part), { recursive: true });
}

for (const name of browserNames) {
  describe(`in ${name}`, { skip: name !== "chromium" && "one engine is enough" }, () => {
    let browser;
    before(async () => {
      makeProject();
      browser = await startBrowser(name);
    });
    after(() => browser?.close());

    /** What the page says in the end. */
    async function said(address) {
      const { page, errors } = await browser.openPage(address);
      try {
        await page.waitForFunction(() => document.body.textContent.trim() !== "");
        return await page.evaluate(() => document.body.textContent);
      } catch (error) {
        throw new Error(`${error.message}: ${errors.join("; ")}`);
      } finally {
        await page.close();
      }
    }

    async function saidFrom(folder) {
      const server = await servePage({ root: folder });
      try {
        return await said(server.address);
      } finally {
        await server.close();
      }
    }

    test("a script of a page imports it by its address", async () => {
      const folder = join(project, "raw");
      mkdirSync(folder, { recursive: true });
      cpSync(join(project, "index.html"), join(folder, "index.html"));
      cpSync(join(installed, "dist"), join(folder, "gilbox"), { recursive: true });
      const map =
        '<script type="importmap">{ "imports": { "gilbox": "./gilbox/index.js" } }</script>';
      const main = join(project, "main.js");
      cpSync(main, join(folder, "main.js"));
      writeFileSync(
        join(folder, "index.html"),
        `<!doctype html><title>raw</title><link rel=icon href=data:,>${map}<body><script type=module src=main.js></script>`,
      );
      assert.equal(await saidFrom(folder), "42\n");
    });

    test("Vite builds it", async () => {
      const vite = join(checkout, "node_modules/vite/bin/vite.js");
      await run(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: project });
      assert.equal(await saidFrom(join(project, "dist")), "42\n");
    });

    test("Vite's own server serves it", async () => {
      const { createServer } = await import("vite");
      const headers = isolationHeaders;
      const server = await createServer({
        root: project,
        configFile: false,
        logLevel: "error",
        server: { host: "127.0.0.1", port: 0, headers },
      });
      await server.listen();
      try {
        const { port } = server.httpServer.address();
        assert.equal(await said(`http://127.0.0.1:${port}/`), "42\n");
      } finally {
        await server.close();
      }
    });

    test("esbuild bundles it; its workers and program are copied beside the bundle", async () => {
      const out = join(project, "esbuild");
      const esbuild = join(checkout, "node_modules/esbuild/bin/esbuild");
      await run(
        esbuild,
        ["main.js", "--bundle", "--format=esm", `--outdir=${out}`, "--log-level=error"],
        {
          cwd: project,
        },
      );
      for (const file of readdirSync(join(installed, "dist")))
        if (/-worker\.js$|\.wasm$/.test(file))
          cpSync(join(installed, "dist", file), join(out, file));
      cpSync(join(project, "index.html"), join(out, "index.html"));
      assert.equal(await saidFrom(out), "42\n");
    });
  });
}
