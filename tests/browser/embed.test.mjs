// gilbox in a page of another origin, which sends no headers at all.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const root = join(checkout, "build/foreign-page");
const wait = { timeout: 30_000 };

const tutorial = (home) => `<!doctype html><title>a tutorial</title><link rel=icon href=data:,>
  <style>gilbox-lane::part(frame) { border-color: rgb(1, 2, 3); }</style>
  <script type="module" src="${home}/elements.js"></script>
  <gilbox-lane label="a first program">
    for n in range(3):
        print(n * n)
  </gilbox-lane>
  <gilbox-playground workload="count-primes" lanes="threads,processes" set="LIMIT=60000"></gilbox-playground>`;

/**
 * Waits in a frame that may still be exchanging its first, empty document for its page: a wait that began in the
 * empty one ends with it and is begun again in the page.
 */
async function settled(waiting) {
  const deadline = Date.now() + wait.timeout;
  for (;;) {
    try {
      return await waiting();
    } catch (error) {
      const documentGone = /no such handle|context was destroyed/i.test(error.message);
      if (!documentGone || Date.now() > deadline) throw error;
    }
  }
}

for (const name of browserNames) {
  describe(name, () => {
    let home;
    let foreign;
    let browser;
    let page;
    before(async () => {
      home = await servePage();
      mkdirSync(root, { recursive: true });
      writeFileSync(join(root, "index.html"), tutorial(home.address));
      foreign = await servePage({ root, headers: false });
      browser = await startBrowser(name);
      ({ page } = await browser.openPage(foreign.address));
    });
    after(async () => {
      await browser?.close();
      await home?.close();
      await foreign?.close();
    });

    /** The frame inside the element, once its page is there. */
    async function frameOf(kind) {
      const frame = await page.waitForFrame((it) => it.url().includes(`embed=${kind}`), wait);
      await settled(() => frame.waitForSelector("#tabs button", wait));
      return frame;
    }
    const shown = (frame, selector) =>
      frame.$eval(selector, (element) => getComputedStyle(element).display !== "none");

    test("the text of a lane element is the program of its frame", async () => {
      const frame = await frameOf("lane");
      await frame.waitForFunction(
        () => /print\(n \* n\)/.test(document.querySelector("#editor").textContent),
        wait,
      );
      assert.equal(await shown(frame, ".workloads"), false);
      assert.equal(await shown(frame, ".dock"), false);
    });

    test("the page around it can style the frame and learns how high it is", async () => {
      await frameOf("lane");
      await page.waitForFunction(
        () => document.querySelector("gilbox-lane").shadowRoot.querySelector("iframe").style.height,
        wait,
      );
      const color = await page.$eval(
        "gilbox-lane",
        (element) => getComputedStyle(element.shadowRoot.querySelector("iframe")).borderTopColor,
      );
      assert.equal(color, "rgb(1, 2, 3)");
    });

    test("it runs where the browser isolates a frame alone, and says what to do where it does not", async () => {
      const frame = await frameOf("lane");
      const isolated = await frame.evaluate(() => crossOriginIsolated);
      if (!isolated) {
        await frame.waitForFunction(
          () => /in a tab of its own/.test(document.querySelector("#notice").textContent),
          wait,
        );
        return;
      }
      await frame.waitForFunction(() => !document.querySelector("#run").disabled, wait);
      await frame.$eval("#run-code", (button) => button.click());
      await frame.waitForFunction(
        () => /^0\n1\n4\n\[/.test(document.querySelector("#output").textContent),
        wait,
      );
    });

    test("a comparison in a frame is told to the page around it", async () => {
      const frame = await frameOf("playground");
      if (!(await frame.evaluate(() => crossOriginIsolated))) return;
      await page.evaluate(() => {
        document.addEventListener("gilbox-result", ({ detail }) => {
          globalThis.told = detail;
        });
      });
      await frame.waitForFunction(() => !document.querySelector("#run").disabled, wait);
      await frame.$eval("#run", (button) => button.click());
      await page.waitForFunction(() => globalThis.told, { timeout: 60_000 });
      const told = await page.evaluate(() => globalThis.told);
      assert.equal(told.workload, "count-primes");
      assert.deepEqual(
        told.lanes.map(({ lane }) => lane),
        ["threads", "processes"],
      );
      assert.ok(told.lanes.every(({ milliseconds }) => milliseconds > 0));
    });
  });
}
