// One Python program to read and to change: CodeMirror 6, our own compiler's complaints in place.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { differences, setReference } from "./differences.ts";
import { look } from "./look.ts";

/** A complaint about the program. Lines and columns count from 1, the end is not part of it. */
export interface Problem {
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface EditorEvents {
  onEdit: (text: string) => void;
  onRun: () => void;
  /** Looks the program over, some time after the last change. */
  check?: (text: string) => Promise<Problem[]>;
}

const pauseBeforeCheck = 350; // ms without a key

export class Editor {
  private readonly view: EditorView;
  private quiet = false;

  constructor(host: HTMLElement, events: EditorEvents) {
    const run = () => {
      events.onRun();
      return true;
    };
    const { check } = events;
    const checking = check
      ? [
          linter(
            async (view) => {
              const { doc } = view.state;
              return (await check(doc.toString())).map((problem) => diagnosticOf(doc, problem));
            },
            { delay: pauseBeforeCheck },
          ),
        ]
      : [];
    this.view = new EditorView({
      parent: host,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          bracketMatching(),
          indentUnit.of("    "),
          python(),
          look,
          differences,
          checking,
          keymap.of([{ key: "Mod-Enter", run }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({
            "aria-label": "Python program. Escape, then Tab leaves it.",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.quiet) events.onEdit(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Shows a program; `reference` is the one its lines are compared with (empty: none). */
  show(text: string, reference: string): void {
    this.quiet = true;
    const changes =
      text === this.text ? [] : [{ from: 0, to: this.view.state.doc.length, insert: text }];
    this.view.dispatch({
      changes,
      effects: setReference.of(new Set(reference ? reference.split("\n") : [])),
    });
    this.quiet = false;
  }

  /** Marks what a run complained of; the next change takes the marks away. */
  mark(problems: readonly Problem[]): void {
    const { doc } = this.view.state;
    const diagnostics = problems.map((problem) => diagnosticOf(doc, problem));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
    const [first] = diagnostics;
    if (first) this.view.dispatch({ effects: EditorView.scrollIntoView(first.from) });
  }

  focus(): void {
    this.view.focus();
  }
}

function diagnosticOf(doc: Text, problem: Problem): Diagnostic {
  const place = (line: number, column: number) => {
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(found.from + Math.max(column - 1, 0), found.to);
  };
  const from = place(problem.line, problem.column);
  const to = Math.max(place(problem.endLine, problem.endColumn), Math.min(from + 1, doc.length));
  return { from: Math.min(from, to), to, severity: "error", message: problem.message };
}
