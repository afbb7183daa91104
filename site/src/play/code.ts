// The code beside the stage: a tab a lane, the editor (loaded after the page is there), the output of a run.

import { checkProgram, problemInOutput, runProgram } from "gilbox";
import type { Editor } from "gilbox/editor";
import { element, fillTabs, find } from "./dom.ts";
import { laneLook } from "./lane-names.ts";
import { explanationOf, theMachine } from "./machine.ts";

export interface CodeEvents {
  onEdit: (lane: string, text: string | undefined) => void;
  onRun: () => void;
}

export interface CodeView {
  lanes: readonly string[];
  textOf: (lane: string) => string;
  isEdited: (lane: string) => boolean;
}

const mostShown = 200_000; // characters of output

export class Code {
  lane = "";
  private view: CodeView = { lanes: [], textOf: () => "", isEdited: () => false };
  private editor: Editor | undefined;
  private shown = 0;
  private readonly output = find("output");
  private readonly reset = find<HTMLButtonElement>("reset");

  /** True while something runs: the compiler then stays out of its way. */
  busy = false;

  constructor(private readonly events: CodeEvents) {
    this.reset.addEventListener("click", () => {
      events.onEdit(this.lane, undefined);
      this.draw();
    });
    find("run-code").addEventListener("click", () => events.onRun());
  }

  show(view: CodeView, lane = view.lanes[0] as string): void {
    this.view = view;
    this.lane = lane;
    this.clear();
    this.draw();
  }

  /** The program of the shown lane changed elsewhere (a parameter). */
  draw(): void {
    const { lanes, textOf, isEdited } = this.view;
    fillTabs(
      find("tabs"),
      lanes.map((name) => ({ name, ...laneLook(name), edited: isEdited(name) })),
      this.lane,
      (name) => {
        this.lane = name;
        this.draw();
      },
    );
    const text = textOf(this.lane);
    const first = lanes[0] as string;
    const differs = this.lane !== first && textOf(first) !== "";
    this.reset.disabled = !isEdited(this.lane);
    find("plain").textContent = text;
    this.editor?.show(text, differs ? textOf(first) : "");
    const mark = element("i");
    mark.setAttribute("aria-hidden", "true");
    const words = differs ? [mark, `differs from ${laneLook(first).label}`] : [];
    find("legend").replaceChildren(...words);
  }

  async loadEditor(): Promise<void> {
    const { Editor } = await import("gilbox/editor");
    const host = find("editor");
    find("plain").hidden = true;
    this.editor = new Editor(host, {
      onEdit: (text) => {
        const before = this.view.isEdited(this.lane);
        this.events.onEdit(this.lane, text);
        this.reset.disabled = false;
        if (!before) this.draw();
      },
      onRun: this.events.onRun,
      check: async (text) => (this.busy ? [] : checkProgram(await theMachine(), text)),
    });
    this.draw();
  }

  clear(): void {
    this.output.textContent = "";
    this.shown = 0;
  }

  /** Runs the shown program once, its output below it. */
  async run(signal: AbortSignal, prepare: (text: string) => string): Promise<void> {
    this.clear();
    const name = `${this.lane}.py`;
    try {
      const machine = await theMachine();
      const result = await runProgram(machine, prepare(this.view.textOf(this.lane)), {
        name,
        signal,
        onOutput: (text) => this.append(text),
      });
      const took = `${(result.wall / 1000).toFixed(2)} s`;
      const ended = result.exitCode === 0 ? "" : `, exit code ${result.exitCode}`;
      this.end(`${took}${ended}`);
      if (result.exitCode !== 0) this.editor?.mark(problemInOutput(result.output, name));
    } catch (error) {
      this.end(signal.aborted ? "stopped" : explanationOf(error));
    }
  }

  append(text: string): void {
    if (this.shown >= mostShown) return;
    const fits = text.slice(0, mostShown - this.shown);
    this.shown += fits.length;
    const cut = this.shown >= mostShown ? "\n[more was printed than is shown here]\n" : "";
    this.output.append(fits + cut);
    const lines = (this.output.textContent ?? "").split("\n").slice(0, 12);
    this.output.classList.toggle("picture", lines.filter((l) => l.length > 64).length > 8);
    this.output.scrollTop = this.output.scrollHeight;
  }

  private end(words: string): void {
    const gap = this.output.textContent?.endsWith("\n") === false ? "\n" : "";
    this.output.append(gap, element("span", { class: "end", text: `[${words}]` }));
  }
}
