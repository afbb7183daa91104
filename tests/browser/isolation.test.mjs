// gilbox/isolation on a host that sends no headers: the service worker makes the page isolated, and the machine runs.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const built = join(checkout, "build/test-machine");
const root = join(checkout, "build/static-host");

const script = `
  import { isolate } from "./gilbox/isolation.js";
  import { Machine } from "./gilbox/index.js";
  if (await isolate("./isolation-worker.js")) {
    const machine = await Machine.boot();
    const process = await machine.spawn("echo", ["isolated"]);
    const { value } = await process.output.getReader().read();
    await machine.shutdown();
    document.title = new TextDecoder().decode(value).trim();
  } else {
    document.title = "not isolated";
  }`;

function makeHost() {
  mkdirSync(root, { recursive: true });
  cpSync(built, join(root, "gilbox"), { recursive: true });
  cpSync(join(built, "isolation-worker.js"), join(root, "isolation-worker.js"));
  writeFileSync(
    join(root, "index.html"),
    `<!doctype html><title>static</title><link rel=icon href=data:,><body><script type=module>${script}</script>`,
  );
}

for (const name of browserNames) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      makeHost();
      server = await servePage({ root, headers: false });
      browser = await startBrowser(name);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test("a page on a host without headers becomes isolated after one reload, and stays so", async () => {
      const { page } = await browser.openPage(server.address);
      // The page reloads itself: what is evaluated meanwhile may be cut off.
      const said = async () => {
        for (;;) {
          try {
            await page.waitForFunction(() => document.title !== "static");
            return await page.title();
          } catch (error) {
            if (!/navigat|destroyed|detached|context|realm|frame/i.test(error.message)) throw error;
          }
        }
      };
      assert.equal(await said(), "isolated");
      await page.goto(server.address, { waitUntil: "load" });
      assert.equal(await said(), "isolated");
      const policy = await page.evaluate(async () => {
        const response = await fetch(location.href);
        return response.headers.get("Document-Isolation-Policy");
      });
      assert.equal(policy, "isolate-and-require-corp");
      await page.close();
    });
  });
}
