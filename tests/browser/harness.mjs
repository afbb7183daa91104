// Real browsers for tests: `await browsers()` lists the ones to run in, `openPage` opens an address in one
// and collects what the page complained about. Both are driven by puppeteer-core: Chromium over its own
// protocol, Firefox over WebDriver BiDi.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { startServer } from "../../web/tools/server/server.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { which } from "../../web/tools/setup/run.mjs";

// Nothing here may talk to the network by itself, and no two runs may share a profile.
const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const known = {
  chromium: { commands: ["chromium", "chromium-browser", "google-chrome"], args: chromiumFlags },
  firefox: { commands: ["firefox-esr", "firefox"], args: [] },
};

/** The names of the browsers: tests run in each of them; GILBOX_BROWSER narrows it to one. */
export const browserNames = process.env.GILBOX_BROWSER
  ? [process.env.GILBOX_BROWSER]
  : Object.keys(known);

/**
 * Starts a browser: `{ name, openPage(address), close() }`. `networkEnabled: false` is for who measures memory: the
 * browser then keeps no copy of what each worker loads for somebody who may ask for it.
 */
export async function startBrowser(name, { networkEnabled = true } = {}) {
  const { commands, args } = known[name];
  const executablePath = commands.map((command) => which(command)).find(Boolean);
  if (!executablePath) throw new Error(`${name} is not installed`);
  const userDataDir = mkdtempSync(join(tmpdir(), `gilbox-${name}-`));
  const browser = await puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath,
    userDataDir,
    args,
    networkEnabled,
    headless: true,
  });
  return {
    name,
    browser,
    openPage: (address) => openPage(browser, address),
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens an address; `errors` grows with console errors, uncaught errors and failed requests. */
async function openPage(browser, address) {
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A process that ends takes its requests with it; where the body was on its way already,
    // Firefox calls that a closed stream.
    if (!/ABORTED|NS_BASE_STREAM_CLOSED/.test(why)) errors.push(`${request.url()} failed: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`);
  });
  await page.goto(address, { waitUntil: "load" });
  return { page, errors };
}

/** Serves the built page (or another folder) for a test: `{ address, close() }`. */
export function servePage(options = {}) {
  const root = options.root ?? join(checkout, "site/dist");
  if (!existsSync(root)) throw new Error(`${root} is missing: npm run build`);
  return startServer({ root, page: !options.root, ...options });
}
