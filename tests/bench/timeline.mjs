// The timeline with a million events: building the model, the first picture, and frames while panning and zooming.
import { servePage, startBrowser } from "../browser/harness.mjs";

/** Runs in the page. */
async function measure(count) {
  const { Records, TraceModel, events } = await import("./gilbox/index.js");
  const { Timeline } = await import("./gilbox/timeline.js");
  const row = (name) => events.findIndex((event) => event.name === name);
  const [waits, takes, drops, blocks] = ["gil_wait", "gil_taken", "gil_dropped", "blocked"].map(
    row,
  );
  const threads = 8;
  const processes = 4;
  const perProcess = count / processes;
  const origin = BigInt(Date.now()) * 1_000_000n;
  const pieces = Array.from({ length: processes }, (_, p) => {
    const view = new DataView(new ArrayBuffer(perProcess * 32));
    for (let i = 0; i < perProcess; i++) {
      const at = i * 32;
      const kind = [waits, takes, drops, blocks][Math.floor(i / threads) % 4];
      view.setBigInt64(at, origin + BigInt(i * 20_000 + ((i * 7919) % 10_000)), true);
      view.setUint32(at + 8, 1 + (i % threads), true);
      view.setUint16(at + 12, kind, true);
    }
    const records = new Records(new Uint8Array(view.buffer));
    const about = {
      pid: p + 1,
      parent: 0,
      command: "python",
      names: [],
      missed: 0,
      ended: undefined,
    };
    return { ...about, started: Number(origin / 1_000_000n), records };
  });
  const began = performance.now();
  const model = new TraceModel();
  model.add(pieces);
  const built = performance.now() - began;
  const host = document.createElement("div");
  document.body.prepend(host);
  const timeline = new Timeline(host);
  timeline.show(model);
  const first = timeline.drawNow();
  const frames = [];
  for (const zoom of [1, 0.3, 0.1, 0.01]) {
    timeline.showAll();
    timeline.zoom(zoom);
    timeline.drawNow();
    for (let frame = 0; frame < 60; frame++) {
      timeline.window.pan(timeline.window.span * (frame < 30 ? 0.02 : -0.02));
      frames.push(timeline.drawNow());
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
  frames.sort((a, b) => a - b);
  const at = (part) => frames[Math.floor(frames.length * part)];
  return { built, first, median: at(0.5), late: at(0.95), tracks: model.tracks.length };
}

export function timelineFigures(name) {
  return async (context) => {
    await context.page();
    const server = await servePage();
    const browser = await startBrowser(name);
    try {
      const { page } = await browser.openPage(server.address);
      const { built, first, median, late } = await page.evaluate(measure, 1_000_000);
      return [
        { figure: "1,000,000 events to tracks", value: built, unit: "ms" },
        { figure: "the first picture", value: first, unit: "ms" },
        { figure: "a frame while panning, median", value: median, unit: "ms" },
        { figure: "a frame while panning, 95th percentile", value: late, unit: "ms" },
      ];
    } finally {
      await browser.close();
      await server.close();
    }
  };
}
