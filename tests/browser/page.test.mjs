// The page as it is served: isolated, and without a single complaint.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

for (const name of browserNames) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      server = await servePage();
      browser = await startBrowser(name);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test("the page is cross-origin isolated and complains of nothing", async () => {
      const { page, errors } = await browser.openPage(server.address);
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      assert.equal(await page.evaluate(() => typeof SharedArrayBuffer), "function");
      assert.deepEqual(errors, []);
    });
  });
}
