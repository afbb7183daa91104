// How code looks: colours are custom properties of the page, so light and dark come by themselves.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colors = {
  keyword: "light-dark(#6a3fa0, #c4a5f0)",
  text: "light-dark(#20704a, #8fd0a5)",
  number: "light-dark(#9a4d00, #f0b775)",
  name: "light-dark(#0b5cad, #8cc4f8)",
};

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: colors.keyword },
  { tag: [tags.string, tags.special(tags.string)], color: colors.text },
  { tag: [tags.number, tags.bool, tags.null], color: colors.number },
  {
    tag: [tags.definition(tags.function(tags.variableName)), tags.definition(tags.className)],
    color: colors.name,
    fontWeight: "600",
  },
  { tag: [tags.comment], color: "var(--faint)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": { fontSize: "0.86rem", maxHeight: "33rem", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.4" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.2rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "light-dark(#0000000a, #ffffff0d)" },
  "&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter": {
    backgroundColor: "transparent",
  },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": {
    backgroundColor: "light-dark(#0b5cad2b, #7ab8f53d) !important",
  },
  ".changed": { backgroundColor: "light-dark(#fbeccb, #3d3420)" },
  ".cm-tooltip": {
    backgroundColor: "var(--card)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    maxWidth: "30rem",
  },
});

export const look = [theme, syntaxHighlighting(highlight)];
