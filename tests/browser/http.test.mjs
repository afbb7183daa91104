// urllib.request, requests and aiohttp in real browsers: relative addresses go to the page's own server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { programs, runText } from "../machine/http-cases.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const folder = join(checkout, "tests/machine/http");

for (const name of browserNames) {
  describe(name, () => {
    let server;
    let browser;
    let page;
    before(async () => {
      server = await servePage();
      browser = await startBrowser(name);
      ({ page } = await browser.openPage(server.address));
      await page.evaluate(async () => {
        const { Machine } = await import("/gilbox/index.js");
        globalThis.machine = await Machine.boot();
      });
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    for (const program of programs) {
      test(`${program} prints what it should`, async () => {
        const source = readFileSync(join(folder, `${program}_program.py`), "utf8");
        const expected = readFileSync(join(folder, `${program}_program.out`), "utf8");
        const output = await page.evaluate(
          new Function(
            "machine",
            `return (${runText})(globalThis.machine, machine.name, machine.source)`,
          ),
          { name: `${program}_program`, source },
        );
        assert.equal(output, expected);
      });
    }
  });
}
