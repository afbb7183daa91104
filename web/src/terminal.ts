// `gilbox/terminal`: a shell on the machine in xterm.js. Loaded when it is opened.

export { benchWorkloads } from "./terminal/machine-commands.ts";
export { Session } from "./terminal/session.ts";
export { Shell } from "./terminal/shell.ts";
export { TerminalView } from "./terminal/terminal-view.ts";
