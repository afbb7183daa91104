// The code of the chosen lane: CodeMirror 6, lines that differ from the sequential program marked.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  defaultHighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";

const setReference = StateEffect.define<ReadonlySet<string>>();
const changedLine = Decoration.line({ class: "changed" });

/** The lines of the program that the reference does not have. */
const differences = StateField.define<{ reference: ReadonlySet<string>; marks: DecorationSet }>({
  create: () => ({ reference: new Set(), marks: Decoration.none }),
  update(value, transaction) {
    let { reference } = value;
    for (const effect of transaction.effects) if (effect.is(setReference)) reference = effect.value;
    if (reference === value.reference && !transaction.docChanged) return value;
    const builder = new RangeSetBuilder<Decoration>();
    if (reference.size > 0)
      for (let n = 1; n <= transaction.state.doc.lines; n++) {
        const line = transaction.state.doc.line(n);
        if (line.text.trim() !== "" && !reference.has(line.text))
          builder.add(line.from, line.from, changedLine);
      }
    return { reference, marks: builder.finish() };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

export interface EditorEvents {
  onEdit: (text: string) => void;
  onRun: () => void;
}

export class Editor {
  private readonly view: EditorView;
  private quiet = false;

  constructor(host: HTMLElement, events: EditorEvents) {
    const run = () => {
      events.onRun();
      return true;
    };
    this.view = new EditorView({
      parent: host,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          bracketMatching(),
          indentUnit.of("    "),
          python(),
          syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          differences,
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
}
