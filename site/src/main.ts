// The playground: pick a workload, press Run, compare.

import {
  compare,
  type LaneResult,
  Machine,
  MachineError,
  runProgram,
  verdict,
  type Workload,
  withParameters,
} from "gilbox";
import { Bars } from "./play/bars.ts";
import { Editor } from "./play/editor.ts";
import { figuresTable } from "./play/figures.ts";
import { laneLook } from "./play/lane-names.ts";
import { Parameters } from "./play/parameters.ts";
import { ProcessTable } from "./play/processes.ts";

function find<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element #${id}`);
  return found as T;
}

const ui = {
  badge: find("badge"),
  workloads: find("workloads"),
  title: find("title"),
  question: find("question"),
  look: find("look"),
  verdict: find("verdict"),
  run: find<HTMLButtonElement>("run"),
  runCode: find<HTMLButtonElement>("run-code"),
  reset: find<HTMLButtonElement>("reset"),
  progress: find("progress"),
  notice: find("notice"),
  figures: find("figures"),
  tabs: find("tabs"),
  output: find("output"),
};

let machine: Promise<Machine> | undefined;
let running: AbortController | undefined;
let workload: Workload;
let lane = "";
/** What the visitor changed: workload/lane -> text. */
const edits = new Map<string, string>();

const bars = new Bars(find("lanes"), () => {});
const parameters = new Parameters(find("parameters"), () => showCode());
const processes = new ProcessTable(find("processes"));
const editor = new Editor(find("editor"), {
  onEdit: (text) => {
    edits.set(`${workload.name}/${lane}`, text);
    ui.reset.disabled = false;
  },
  onRun: () => void runOne(),
});

function programOf(name: string): string {
  const edited = edits.get(`${workload.name}/${name}`);
  return edited ?? withParameters(workload.programs[name] as string, parameters.values);
}

function showCode(): void {
  const first = workload.lanes[0] as string;
  editor.show(programOf(lane), lane === first ? "" : programOf(first));
  ui.reset.disabled = !edits.has(`${workload.name}/${lane}`);
}

function showTabs(): void {
  ui.tabs.replaceChildren(
    ...workload.lanes.map((name) => {
      const look = laneLook(name);
      const tab = document.createElement("button");
      tab.type = "button";
      tab.role = "tab";
      tab.style.setProperty("--lane", `var(${look.color})`);
      tab.setAttribute("aria-selected", String(name === lane));
      tab.textContent = look.label;
      tab.addEventListener("click", () => {
        lane = name;
        showTabs();
        showCode();
      });
      return tab;
    }),
  );
}

function choose(next: Workload): void {
  running?.abort();
  workload = next;
  lane = workload.lanes[0] as string;
  ui.title.textContent = workload.title;
  ui.question.textContent = workload.question;
  ui.look.textContent = workload.look;
  ui.verdict.textContent = "";
  ui.output.textContent = "";
  ui.figures.replaceChildren();
  bars.show(workload.lanes, workload.default);
  parameters.show(workload);
  showTabs();
  showCode();
  for (const button of ui.workloads.querySelectorAll("button"))
    button.setAttribute("aria-current", String(button.dataset["name"] === workload.name));
}

/** The machine, started when first needed and kept. */
function theMachine(): Promise<Machine> {
  machine ??= Machine.boot().then((booted) => {
    processes.watch(booted);
    return booted;
  });
  machine.catch(() => {
    machine = undefined;
  });
  return machine;
}

function setRunning(controller: AbortController | undefined): void {
  running = controller;
  ui.run.textContent = controller ? "Stop" : "Run on this machine";
  ui.run.classList.toggle("stop", controller !== undefined);
  ui.runCode.disabled = controller !== undefined;
}

function explain(error: unknown): void {
  ui.notice.hidden = false;
  ui.notice.textContent =
    error instanceof MachineError
      ? error.message
      : `Something went wrong in gilbox itself: ${error}`;
}

async function runAll(): Promise<void> {
  if (running) return running.abort();
  const lanes = bars.chosen;
  if (lanes.length === 0) {
    ui.verdict.textContent = "Choose at least one lane.";
    return;
  }
  const controller = new AbortController();
  setRunning(controller);
  ui.notice.hidden = true;
  ui.verdict.textContent = "";
  const measured = workload;
  try {
    ui.progress.textContent = "starting the machine…";
    const booted = await theMachine();
    const result = await compare(
      (name, signal) => runProgram(booted, programOf(name), { name: `${name}.py`, signal }),
      {
        lanes,
        signal: controller.signal,
        onProgress: ({ lane: now, phase, left, lanes: results }) => {
          ui.progress.textContent = now
            ? `${phase === "warm-up" ? "warming up" : "measuring"} ${laneLook(now).label}, about ${Math.ceil(left / 1000)} s left`
            : "";
          showResults(results, now);
        },
      },
    );
    if (measured !== workload) return;
    showResults(result.lanes);
    const stopped = result.cancelled ? "Stopped early. " : "";
    ui.verdict.textContent = stopped + verdict(workload, result);
  } catch (error) {
    explain(error);
  } finally {
    ui.progress.textContent = "";
    setRunning(undefined);
  }
}

function showResults(results: readonly LaneResult[], now?: string): void {
  bars.update(results, now);
  if (results.some((r) => r.wall || r.error)) ui.figures.replaceChildren(figuresTable(results));
}

async function runOne(): Promise<void> {
  if (running) return;
  const controller = new AbortController();
  setRunning(controller);
  ui.notice.hidden = true;
  ui.output.textContent = "";
  try {
    const booted = await theMachine();
    const result = await runProgram(booted, editor.text, {
      name: `${lane}.py`,
      signal: controller.signal,
      onOutput: (text) => ui.output.append(text),
    });
    if (result.exitCode !== 0) ui.output.append(`\n[exit code ${result.exitCode}]\n`);
  } catch (error) {
    if (!controller.signal.aborted) explain(error);
    else ui.output.append("\n[stopped]\n");
  } finally {
    setRunning(undefined);
  }
}

async function start(): Promise<void> {
  ui.badge.classList.add(crossOriginIsolated ? "good" : "bad");
  ui.badge.textContent = crossOriginIsolated
    ? `truly parallel: ${navigator.hardwareConcurrency} cores`
    : "not isolated: no shared memory";
  const answer = await fetch(new URL("./gilbox/workloads.json", import.meta.url));
  const all = (await answer.json()) as Workload[];
  ui.workloads.replaceChildren(
    ...all.map((item) => {
      const entry = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset["name"] = item.name;
      button.textContent = item.title;
      button.addEventListener("click", () => choose(item));
      entry.append(button);
      return entry;
    }),
  );
  choose(all.find((w) => w.name === "count-primes") ?? (all[0] as Workload));
  ui.run.disabled = false;
  ui.run.addEventListener("click", () => void runAll());
  ui.runCode.addEventListener("click", () => void runOne());
  ui.reset.addEventListener("click", () => {
    edits.delete(`${workload.name}/${lane}`);
    showCode();
  });
  void theMachine().catch(explain); // starts while the visitor reads
}

start().catch(explain);
