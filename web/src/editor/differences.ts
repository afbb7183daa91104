// The lines of the program that the reference does not have, marked.

import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export const setReference = StateEffect.define<ReadonlySet<string>>();
const changedLine = Decoration.line({ class: "changed" });

export const differences = StateField.define<{
  reference: ReadonlySet<string>;
  marks: DecorationSet;
}>({
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
