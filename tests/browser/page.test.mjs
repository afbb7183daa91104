// The page as a visitor meets it: the first minute, editing, stopping, killing, sharing, the terminal, the timeline;
// isolated, on a sub-path, and without a single complaint.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { browserNames, servePage, startBrowser } from "./harness.mjs";

const axe = readFileSync(join(checkout, "node_modules/axe-core/axe.min.js"), "utf8");
const wait = { timeout: 30_000 };

/** Waits until a function of the page gives something true. */
const until = (page, condition, ...args) => page.waitForFunction(condition, wait, ...args);
const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
/** Pressed by the page itself, wherever it is scrolled to. */
const press = (page, selector) => page.$eval(selector, (element) => element.click());

async function ready(page) {
  await until(page, () => !document.querySelector("#run").disabled);
  await page.waitForSelector(".cm-content", wait);
}

/** Replaces the program in the editor, key by key; the editor adds indentation of its own, which harms none of ours. */
async function write(page, program) {
  await page.focus(".cm-content");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(program.trimEnd());
  await until(
    page,
    (text) => document.querySelector(".cm-content").textContent.includes(text),
    program.split("\n")[0],
  );
}

// The button says Stop as soon as it was pressed.
const runOnly = (page) => press(page, "#run-code");
const ended = (page) => until(page, () => document.querySelector("#run").textContent !== "Stop");

for (const name of browserNames) {
  describe(name, () => {
    let server;
    let browser;
    let page;
    let errors;
    before(async () => {
      server = await servePage();
      browser = await startBrowser(name);
      ({ page, errors } = await browser.openPage(server.address));
      await page.evaluate(() => {
        globalThis.violations = [];
        document.addEventListener("securitypolicyviolation", (event) =>
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await ready(page);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test("the page is cross-origin isolated, with a strict policy", async () => {
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      const policy = await page.evaluate(async () =>
        (await fetch("./")).headers.get("content-security-policy"),
      );
      assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    });

    test("the first screen has a workload, its lanes and one large button", async () => {
      assert.equal(await textOf(page, "#title"), "Count primes");
      assert.equal(await page.$$eval("#lanes .lane", (lanes) => lanes.length), 4);
      const bottom = await page.$eval("#run", (button) => button.getBoundingClientRect().bottom);
      assert.ok(bottom < 700, `the button ends at ${bottom}`);
      assert.match(await textOf(page, "#chart-caption"), /Recorded on|press Run/);
    });

    test("running shows bars, figures and a verdict made of them", async () => {
      await page.$eval("#parameters input[type=number]", (field) => {
        field.value = "50000";
        field.dispatchEvent(new Event("input"));
      });
      await press(page, "#run");
      await until(page, () => document.querySelector("#progress").textContent !== "");
      await ended(page);
      assert.match(await textOf(page, "#verdict"), /Compared with sequential|No clear difference/);
      assert.match(await textOf(page, "#panel-figures table"), /95 % interval/);
      assert.match(await textOf(page, "#panel-figures table"), /waiting for the GIL/);
      assert.equal(await textOf(page, "#output"), "5133\n");
      assert.equal(
        await page.$$eval(
          "#lanes .value",
          (all) => all.filter((v) => /s/.test(v.textContent)).length,
        ),
        3,
      );
    });

    test("the timeline answers keys and the mouse with words", async () => {
      await press(page, "#dock-tabs [data-name=timeline]");
      const canvas = await page.waitForSelector(".timeline canvas", wait);
      await until(page, () => document.querySelector(".timeline canvas").width > 300);
      await canvas.focus();
      for (const key of ["ArrowDown", "n", "+", "ArrowRight", "0"]) await page.keyboard.press(key);
      await until(page, () =>
        / for .* from /.test(document.querySelector(".timeline-words").textContent),
      );
      assert.match(await textOf(page, ".timeline details table"), /MainThread/);
      const drawn = await page.$eval(".timeline canvas", (it) => {
        const { data } = it.getContext("2d").getImageData(0, 0, it.width, it.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
      assert.ok(drawn > 5, `${drawn} colours`);
    });

    test("an edited program is what runs, and what it prints is text", async () => {
      await write(page, "print('<b>bold</b>', 6 * 7)\n");
      await runOnly(page);
      await ended(page);
      assert.match(await textOf(page, "#output"), /^<b>bold<\/b> 42\n\[/);
      assert.equal(await page.$("#output b"), null);
      assert.equal(await page.$eval("#reset", (button) => button.disabled), false);
    });

    test("a syntax error is marked in place, before anything runs", async () => {
      await write(page, "x = = 1\n");
      await page.waitForSelector(".cm-lintRange-error", wait);
      await write(page, "y = 1\n");
      await until(page, () => !document.querySelector(".cm-lintRange-error"));
    });

    test("a program that never ends is stopped", async () => {
      await write(page, "print('on', flush=True)\nwhile True:\n    pass\n");
      await runOnly(page);
      await until(page, () => document.querySelector("#output").textContent.startsWith("on"));
      await press(page, "#run");
      await ended(page);
      assert.match(await textOf(page, "#output"), /\[stopped\]$/);
    });

    test("a program that prints for ever leaves the page usable, and is stopped", async () => {
      await write(page, "while True: print('<i>on and on</i>' * 400)\n");
      await runOnly(page);
      await until(page, () =>
        /more was printed than/.test(document.querySelector("#output").textContent),
      );
      await press(page, "#dock-tabs [data-name=machine]");
      await page.waitForSelector("#panel-machine button[aria-label^='kill process']", wait);
      await press(page, "#run");
      await ended(page);
      assert.match(await textOf(page, "#output"), /\[stopped\]$/);
      assert.equal(await page.$("#output i"), null);
    });

    test("a line of twenty megabytes is cut where it gets too long", async () => {
      await write(page, "import sys\nfor n in range(200): n = sys.stdout.write('x' * 100_000)\n");
      await runOnly(page);
      await ended(page);
      const printed = await textOf(page, "#output");
      assert.match(printed, /more was printed than is shown here\]\n\[[\d.]+ s\]$/);
      assert.ok(printed.length < 300_000, `${printed.length} characters`);
    });

    test("a process is killed from the table of the machine", async () => {
      await write(page, "print('on', flush=True)\nwhile True:\n    pass\n");
      await press(page, "#dock-tabs [data-name=machine]");
      await runOnly(page);
      const kill = "#panel-machine button[aria-label^='kill process']";
      await page.waitForSelector(kill, wait);
      await until(page, () => document.querySelector("#output").textContent.startsWith("on"));
      await press(page, kill);
      await ended(page);
      assert.match(await textOf(page, "#output"), /exit code -9\]$/);
      await press(page, "#reset");
    });

    test("a link carries programs and parameters, and runs nothing", async () => {
      await write(page, "print('shared')\n");
      await press(page, "#dock-tabs [data-name=share]");
      await press(page, "#panel-share button");
      await until(page, () => document.querySelector(".share-address")?.value.includes("#1."));
      const link = await page.$eval(".share-address", (field) => field.value);
      const other = await browser.openPage(link);
      await ready(other.page);
      await until(other.page, () =>
        /print\('shared'\)/.test(document.querySelector(".cm-content").textContent),
      );
      assert.equal(
        await other.page.$eval("#parameters input[type=number]", (field) => field.value),
        "50000",
      );
      assert.equal(await textOf(other.page, "#output"), "");
      assert.deepEqual(other.errors, []);
      await other.page.close();
      await press(page, "#reset");
    });

    test("the terminal is a shell on the same machine", async () => {
      await press(page, "#dock-tabs [data-name=terminal]");
      await page.waitForSelector(".screen .xterm-helper-textarea", wait);
      const screen = (text) =>
        until(
          page,
          (wanted) => document.querySelector(".screen").gilboxText().includes(wanted),
          text,
        );
      await screen("$");
      await page.focus(".xterm-helper-textarea");
      await page.keyboard.type("echo 'print(6 * 7)' > a.py; python a.py | wc\n");
      await screen("       1       1       3");
      await page.keyboard.type("ls\n");
      await screen("count-primes/");
    });

    test("every workload's programs run here", async () => {
      const problems = await page.evaluate(async () => {
        const { Machine, runPython, withParameters, withServer } = await import(
          "./gilbox/index.js"
        );
        const short = { LIMIT: 2000, WORKERS: 2, WIDTH: 40, HEIGHT: 16, ROUNDS: 20, NAPS: 3 };
        const more = { SECONDS: 0.01, COUNTS: 500, ITEMS: 20, KILOBYTES: 4, MEGABYTES: 1 };
        const rest = { BLOCKS: 2, TASKS: 3, DOWNLOADS: 3, MILLISECONDS: 5, PAGES: 2 };
        const machine = await Machine.boot();
        const found = [];
        for (const w of await (await fetch("./gilbox/workloads.json")).json()) {
          const outputs = new Set();
          for (const lane of w.lanes) {
            const text = withParameters(w.programs[lane], { ...short, ...more, ...rest });
            const program = withServer(text, location.origin);
            const run = await runPython(program, { machine, name: `${lane}.py` });
            const expected = w.hangs?.includes(lane) ? 35 : 0;
            if (run.exitCode !== expected) found.push(`${w.name} ${lane}: ${run.output}`);
            else if (expected === 0) outputs.add(run.output);
          }
          if (w.answers !== "differ" && outputs.size > 1) found.push(`${w.name}: ${[...outputs]}`);
        }
        await machine.shutdown();
        return found;
      });
      assert.deepEqual(problems, []);
    });

    test("axe finds nothing serious", async () => {
      await page.evaluate(axe);
      for (const panel of ["figures", "timeline", "machine", "share"]) {
        await press(page, `#dock-tabs [data-name=${panel}]`);
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, {
            resultTypes: ["violations"],
          });
          return violations
            .filter(({ impact }) => impact === "serious" || impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
        });
        assert.deepEqual(found, [], panel);
      }
    });

    test("nothing was complained of, no rule of the policy broken", async () => {
      assert.deepEqual(errors, []);
      assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    });

    test("the page works on a sub-path", async () => {
      const below = await servePage({ root: join(checkout, "site"), page: true });
      try {
        const other = await browser.openPage(`${below.address}/dist/`);
        await ready(other.page);
        await write(other.page, "print('below')\n");
        await runOnly(other.page);
        await ended(other.page);
        assert.match(await textOf(other.page, "#output"), /^below\n/);
        assert.deepEqual(other.errors, []);
        await other.page.close();
      } finally {
        await below.close();
      }
    });
  });
}
