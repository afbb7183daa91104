// The terminal as the page shows it: xterm.js around a session. Its style sheet (xterm.css) is the page's to load.

import { FitAddon } from "@xterm/addon-fit";
import { type ITheme, Terminal } from "@xterm/xterm";
import type { Machine } from "../machine/page/machine.ts";
import { Session } from "./session.ts";

const light: ITheme = {
  background: "#fffefb",
  foreground: "#1b1d20",
  cursor: "#1b1d20",
  selectionBackground: "#0b5cad40",
  blue: "#0b5cad",
};
const dark: ITheme = {
  background: "#101214",
  foreground: "#e9e8e4",
  cursor: "#e9e8e4",
  selectionBackground: "#7ab8f550",
  blue: "#7ab8f5",
};

export class TerminalView {
  readonly session: Session;
  private readonly terminal: Terminal;

  constructor(host: HTMLElement, machine: Machine, fontFamily: string) {
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => (scheme.matches ? dark : light);
    this.terminal = new Terminal({
      fontFamily,
      fontSize: 14,
      cursorBlink: true,
      screenReaderMode: false,
      scrollback: 5000,
      theme: theme(),
    });
    scheme.addEventListener("change", () => {
      this.terminal.options.theme = theme();
    });
    const fit = new FitAddon();
    this.terminal.loadAddon(fit);
    this.terminal.open(host);
    new ResizeObserver(() => {
      if (host.clientWidth > 0) fit.fit();
    }).observe(host);
    fit.fit();
    this.session = new Session(machine, (text) => this.terminal.write(text));
    this.terminal.onData((data) => this.session.input(data));
    this.session.start();
  }

  focus(): void {
    this.terminal.focus();
  }

  /** The screen as text; for tests. */
  text(): string {
    const { active } = this.terminal.buffer;
    const lines: string[] = [];
    for (let i = 0; i < active.length; i++)
      lines.push(active.getLine(i)?.translateToString(true) ?? "");
    return lines.join("\n").trimEnd();
  }
}
