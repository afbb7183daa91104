// Pictures of the page in its states, to be looked at: `node tests/browser/screenshots.mjs FOLDER [NAME…]`.
// Each view is opened anew in Chromium, at a size and in a colour scheme, and brought into its state by a visitor's own steps.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { servePage, startBrowser } from "./harness.mjs";

const [folder = "build/screenshots", ...chosen] = process.argv.slice(2);
const patience = { timeout: 120_000 };

const press = (page, selector) => page.$eval(selector, (element) => element.click());
const until = (page, condition) => page.waitForFunction(condition, patience);
const pick = (name) => (page) => press(page, `#workloads [data-name="${name}"]`);

async function run(page) {
  await press(page, "#run");
  await until(page, () => document.querySelector("#run").textContent !== "Stop");
}
async function open(page, panel) {
  await press(page, `#dock-tabs [data-name=${panel}]`);
  await page.$eval("#dock-tabs", (tabs) => tabs.scrollIntoView());
}
async function ran(page) {
  await page.$$eval("#parameters input[type=number]", (fields) => {
    fields[0].value = "200000";
    fields[0].dispatchEvent(new Event("input"));
  });
  await run(page);
}

const views = {
  before: async () => {},
  during: async (page) => {
    await press(page, "#run");
    await until(page, () => document.querySelectorAll(".lane .whisker:not([hidden])").length > 1);
  },
  after: run,
  timeline: async (page) => {
    await ran(page);
    await open(page, "timeline");
    await page.waitForSelector(".timeline canvas", patience);
  },
  zoomed: async (page) => {
    await views.timeline(page);
    const canvas = await page.$(".timeline canvas");
    await canvas.focus();
    for (const key of ["ArrowDown", "ArrowDown", "+", "+", "+", "n"])
      await page.keyboard.press(key);
  },
  terminal: async (page) => {
    await open(page, "terminal");
    await page.waitForSelector(".screen .xterm-helper-textarea", patience);
    await page.focus(".xterm-helper-textarea");
    await page.keyboard.type(
      "ls\npython sleeps/tasks.py &\nps\ntime python deadlock/deadlock.py\n",
    );
    await until(page, () => /real/.test(document.querySelector(".screen").gilboxText()));
  },
  machine: async (page) => {
    await open(page, "machine");
    await press(page, '#tabs [data-name="processes"]');
    await press(page, "#run-code");
    await until(page, () => document.querySelectorAll("#panel-machine tbody tr").length > 3);
  },
  error: async (page) => {
    await page.focus(".cm-content");
    await page.keyboard.type("def broken(:\n");
    await page.waitForSelector(".cm-lintRange-error", patience);
    await press(page, "#run-code");
    await until(page, () => /exit code/.test(document.querySelector("#output").textContent));
  },
  share: (page) => open(page, "share"),
  race: async (page) => {
    await pick("shared-counter")(page);
    await run(page);
  },
  mandelbrot: async (page) => {
    await pick("mandelbrot")(page);
    await run(page);
  },
  deadlock: async (page) => {
    await pick("deadlock")(page);
    await run(page);
  },
  convoy: async (page) => {
    await pick("convoy")(page);
    await run(page);
    await open(page, "timeline");
  },
};
const sizes = { wide: [1440, 900], narrow: [390, 844], huge: [2560, 1300] };

mkdirSync(folder, { recursive: true });
const server = await servePage();
const browser = await startBrowser("chromium");
try {
  const wanted = chosen.length ? chosen : ["before", "during", "after", "timeline", "error"];
  for (const name of wanted) {
    const [view, size = "wide", scheme = "light"] = name.split("-");
    const { page } = await browser.openPage("about:blank");
    const [width, height] = sizes[size];
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(server.address, { waitUntil: "load" });
    await until(page, () => !document.querySelector("#run").disabled);
    await page.waitForSelector(".cm-content", patience);
    try {
      await views[view](page);
      // Bars grow for a moment; what is drawn then is nobody's state.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    } catch (error) {
      console.log(`${name}: ${error.message}`);
    }
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, fullPage: size === "narrow" });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
