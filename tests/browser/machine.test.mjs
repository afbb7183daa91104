// The machine in real browsers: the same cases as in Node.
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { cases } from "../machine/cases.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const root = join(checkout, "build/test-machine");
copyFileSync(join(checkout, "tests/machine/cases.mjs"), join(root, "cases.mjs"));
writeFileSync(
  join(root, "index.html"),
  "<!doctype html><title>machine</title><link rel=icon href=data:,>",
);

for (const name of browserNames) {
  describe(name, () => {
    let server;
    let browser;
    let page;
    before(async () => {
      server = await servePage({ root });
      browser = await startBrowser(name);
      ({ page } = await browser.openPage(server.address));
      await page.evaluate(async () => {
        const { Machine } = await import("./index.js");
        globalThis.cases = (await import("./cases.mjs")).cases;
        globalThis.machine = await Machine.boot();
      });
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    for (const [part, expected] of [
      ["kernel", { rejected: "kernel-failed" }],
      ["program", { rejected: "program-not-loaded" }],
      ["process", { exit: -6, failure: "process 1: the host worker crashed" }],
    ]) {
      test(`a ${part} that cannot be loaded is reported, and nothing waits for ever`, async () => {
        const seen = await page.evaluate(async (part) => {
          const { Machine } = await import("./index.js");
          let machine;
          try {
            machine = await Machine.boot({ urls: { [part]: "./nowhere.js" } });
          } catch ({ code }) {
            return { rejected: code };
          }
          const process = await machine.spawn("echo");
          const exit = await process.exit;
          await machine.shutdown();
          return { exit, failure: process.failure.split(":", 2).join(":") };
        }, part);
        assert.deepEqual(seen, expected);
      });
    }

    for (const title of Object.keys(cases)) {
      test(title, () =>
        page.evaluate(
          (title) => globalThis.cases[title](globalThis.machine, { address: location.origin }),
          title,
        ),
      );
    }
  });

  test(`${name}: a page that is not isolated is told why`, async () => {
    const server = await servePage({ root, headers: false });
    const browser = await startBrowser(name);
    try {
      const { page } = await browser.openPage(server.address);
      const error = await page.evaluate(async () => {
        const { Machine } = await import("./index.js");
        return Machine.boot().catch(({ name, code, message, remedy }) => ({
          name,
          code,
          message,
          remedy,
        }));
      });
      assert.equal(error.code, "not-isolated");
      assert.match(error.message, /not cross-origin isolated/);
      assert.match(error.remedy, /Cross-Origin-Embedder-Policy/);

      const programs = await page.evaluate(async () => {
        const { loadTools } = await import("./tools.js");
        return (await loadTools()).programs().map(({ name }) => name);
      });
      assert.ok(programs.includes("python"), "the tools module needs no isolation");
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
