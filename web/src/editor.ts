// `gilbox/editor`: a code editor for Python programs. Loaded when needed: most of it is CodeMirror.

export { Editor, type EditorEvents, type Problem } from "./editor/editor.ts";
