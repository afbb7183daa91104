// The playground: pick a workload, press Run, compare.

import { recorded, workloads } from "site:data";
import {
  type LaneFigures,
  type Recorded,
  verdict,
  type Workload,
  withParameters,
  withSwitchInterval,
} from "gilbox";
import { isolate } from "gilbox/isolation";
import { Bars } from "./play/bars.ts";
import { Code } from "./play/code.ts";
import { Details } from "./play/details.ts";
import { button, element, find } from "./play/dom.ts";
import { embedded, fitIntoFrame, framedWhy, tellParent } from "./play/embedded.ts";
import { laneLook } from "./play/lane-names.ts";
import { explanationOf, parallelism, theMachine } from "./play/machine.ts";
import { measure, prepared } from "./play/measuring.ts";
import { ownProgram } from "./play/own-program.ts";
import { controlsOf, Parameters, switchInterval } from "./play/parameters.ts";
import { fromFragment, type SharedState } from "./play/share.ts";

const ui = {
  run: find<HTMLButtonElement>("run"),
  runCode: find<HTMLButtonElement>("run-code"),
  verdict: find("verdict"),
  caption: find("chart-caption"),
  progress: find("progress"),
  progressBar: find<HTMLProgressElement>("progress-bar"),
  notice: find("notice"),
  warnings: find("warnings"),
};

const label = (lane: string) => laneLook(lane).label;
const offered = [...workloads, ownProgram];
let workload: Workload = offered[0] as Workload;
let running: AbortController | undefined;
/** What the visitor changed: workload -> lane -> text. */
const edits = new Map<string, Map<string, string>>();

const bars = new Bars(find("lanes"), () => {});
const parameters = new Parameters(find("parameters"), () => code.draw());
const code = new Code({
  onEdit: (lane, text) => {
    const own = editsOf();
    if (text === undefined) own.delete(lane);
    else own.set(lane, text);
  },
  onRun: () => void runOne(),
});
const details = new Details({ state: sharedState, workloads });

function editsOf(name = workload.name): Map<string, string> {
  let own = edits.get(name);
  if (!own) {
    own = new Map();
    edits.set(name, own);
  }
  return own;
}

function textOf(lane: string): string {
  const edited = editsOf().get(lane);
  if (edited !== undefined) return edited;
  const { [switchInterval.name]: interval = switchInterval.default, ...values } = parameters.values;
  return withSwitchInterval(withParameters(workload.programs[lane] ?? "", values), interval);
}

function sharedState(): SharedState {
  return {
    workload: workload.name,
    values: parameters.values,
    lanes: bars.chosen,
    edits: Object.fromEntries(editsOf()),
  };
}

function choose(next: Workload, shared?: SharedState): void {
  running?.abort();
  workload = next;
  find("title").textContent = workload.title;
  find("question").textContent = workload.question;
  find("look").textContent = workload.look;
  bars.show(workload.lanes, shared?.lanes.length ? shared.lanes : workload.default);
  const known = controlsOf(workload).map((p) => p.name);
  const values = Object.entries(shared?.values ?? {}).filter(([name]) => known.includes(name));
  parameters.show(workload, Object.fromEntries(values));
  const shown = workload.lanes.find((lane) => lane === shared?.lanes[0]);
  code.show({ lanes: workload.lanes, textOf, isEdited: (lane) => editsOf().has(lane) }, shown);
  say();
  details.forget();
  showRecorded(recorded);
  for (const entry of find("workloads").querySelectorAll("button"))
    entry.setAttribute("aria-current", String(entry.dataset["name"] === workload.name));
}

/** Figures from elsewhere, clearly labelled: what the first screen shows before anything ran here. */
function showRecorded(all: Recorded | undefined): void {
  const found = all?.measured.find((m) => m.workload === workload.name);
  if (!all || !found) {
    ui.caption.textContent =
      workload.name === "own" ? "" : "Nothing was recorded for this one yet: press Run.";
    return;
  }
  bars.update(found.lanes, undefined, true);
  const day = new Date(all.date).toLocaleDateString("en-GB", { dateStyle: "long" });
  ui.caption.textContent = `Recorded on ${day}: ${all.machine.words}. Shorter is better. Yours will differ.`;
  ui.verdict.textContent = found.verdict;
  ui.verdict.classList.add("recorded");
  details.showFigures(found.lanes, `Recorded elsewhere: ${all.machine.words}`);
}

function say(text = "", warnings: readonly string[] = []): void {
  ui.notice.hidden = true;
  ui.verdict.textContent = text;
  ui.verdict.classList.remove("recorded");
  ui.warnings.replaceChildren(...warnings.map((warning) => element("li", { text: warning })));
  ui.warnings.hidden = warnings.length === 0;
}

function complain(error: unknown): void {
  ui.notice.textContent = explanationOf(error);
  ui.notice.hidden = false;
}

function setRunning(controller: AbortController | undefined): void {
  running = controller;
  code.busy = controller !== undefined;
  ui.run.textContent = controller ? "Stop" : "Run on this machine";
  ui.run.classList.toggle("stop", controller !== undefined);
  ui.runCode.disabled = controller !== undefined;
  if (!controller) progress("", undefined);
}

function progress(words: string, done: number | undefined): void {
  ui.progress.textContent = words;
  ui.progressBar.hidden = done === undefined;
  ui.progressBar.value = done ?? 0;
}

async function runAll(): Promise<void> {
  if (running) return running.abort();
  const lanes = bars.chosen;
  if (lanes.length === 0) return say("Choose at least one lane.");
  const controller = new AbortController();
  setRunning(controller);
  say();
  ui.caption.textContent = "Measured now, on this machine. Shorter is better.";
  bars.update([]);
  const measured = workload;
  const show = (results: readonly LaneFigures[], now?: string) => {
    if (measured === workload) bars.update(results, now);
  };
  const options = { signal: controller.signal, workers: parameters.values["WORKERS"] };
  try {
    const result = await measure(measured, lanes, textOf, options, {
      progress,
      lanes: show,
    });
    if (measured !== workload) return;
    show(result.lanes);
    const any = result.lanes.some((l) => l.wall || l.error);
    const words = any ? verdict(measured, result, { label }) : "";
    say(result.cancelled ? `Stopped early. ${words}`.trim() : words, result.warnings);
    if (any) details.showResult(measured, result, words, parameters.values);
    tellParent({
      gilbox: "result",
      workload: measured.name,
      verdict: words,
      lanes: result.lanes.map(({ lane, wall, speedUp }) => ({
        lane,
        milliseconds: wall?.median,
        timesFaster: speedUp?.median,
      })),
    });
    const [first] = result.lanes.flatMap((l) => l.runs.at(-1)?.output ?? []);
    code.clear();
    if (first) code.append(first);
  } catch (error) {
    if (!controller.signal.aborted) complain(error);
    bars.update([]);
    if (controller.signal.aborted) say("Stopped before anything was measured.");
  } finally {
    setRunning(undefined);
  }
}

async function runOne(): Promise<void> {
  if (running) return;
  const controller = new AbortController();
  setRunning(controller);
  progress(`running ${label(code.lane)}…`, undefined);
  await code.run(controller.signal, (text) => prepared(workload, text));
  setRunning(undefined);
}

async function openLink(): Promise<void> {
  try {
    const shared = await fromFragment(location.hash);
    const found = shared && offered.find((w) => w.name === shared.workload);
    if (!shared || !found) return;
    const own = editsOf(found.name);
    own.clear();
    for (const [lane, text] of Object.entries(shared.edits))
      if (found.lanes.includes(lane)) own.set(lane, text);
    choose(found, shared);
  } catch (error) {
    ui.notice.textContent = `The link could not be read: ${error instanceof Error ? error.message : error}.`;
    ui.notice.hidden = false;
  }
}

function showBadge(): void {
  const { good, words, why } = parallelism();
  const badge = find("badge");
  badge.classList.add(good ? "good" : "bad");
  badge.textContent = words;
  find("badge-why").textContent = why;
  badge.addEventListener("click", () => {
    const hidden = find("badge-why").toggleAttribute("hidden");
    badge.setAttribute("aria-expanded", String(!hidden));
  });
}

async function start(): Promise<void> {
  fitIntoFrame();
  showBadge();
  find("workloads").replaceChildren(
    ...offered.map((item) => {
      const entry = button(item.title, () => choose(item), "");
      entry.dataset["name"] = item.name;
      return element("li", {}, entry);
    }),
  );
  choose(workload);
  void openLink();
  window.addEventListener("hashchange", () => void openLink());
  ui.run.addEventListener("click", () => void runAll());
  code.loadEditor().catch(complain);
  if (!(await isolate("./isolation-worker.js"))) {
    ui.notice.textContent = embedded ? framedWhy : parallelism().why;
    ui.notice.hidden = false;
    ui.runCode.disabled = true;
    return;
  }
  ui.run.disabled = false;
  theMachine().catch(complain); // starts while the visitor reads
}

start().catch(complain);
