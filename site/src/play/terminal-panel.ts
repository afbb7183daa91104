// The terminal panel: a shell whose home holds every workload's programs.

import { type Machine, type Workload, withServer } from "gilbox";
import { element } from "./dom.ts";
import { theMachine } from "./machine.ts";

async function writePrograms(machine: Machine, workloads: readonly Workload[]): Promise<void> {
  await machine.files.makeDirectory("/home").catch(() => {}); // it is there already
  for (const { name, programs } of workloads) {
    await machine.files.makeDirectory(`/home/${name}`).catch(() => {}); // the same
    for (const [lane, text] of Object.entries(programs))
      await machine.files.write(`/home/${name}/${lane}.py`, withServer(text, location.origin));
  }
}

export async function fillTerminal(
  host: HTMLElement,
  workloads: readonly Workload[],
): Promise<void> {
  const waiting = element("p", { class: "empty", text: "Starting the terminal…" });
  host.append(waiting);
  const [{ TerminalView, benchWorkloads }, machine] = await Promise.all([
    import("gilbox/terminal"),
    theMachine(),
  ]);
  benchWorkloads.list = workloads;
  await writePrograms(machine, workloads);
  const screen = element("div", { class: "screen" });
  host.replaceChildren(
    screen,
    element("p", {
      class: "hint",
      text: "Tab completes, ↑ recalls, Ctrl-C interrupts. Every python is a process of its own: watch them under Machine.",
    }),
  );
  const mono = getComputedStyle(document.documentElement).getPropertyValue("--mono");
  const view = new TerminalView(screen, machine, mono);
  Object.assign(screen, { gilboxText: () => view.text() }); // for tests: the screen is a picture
  view.focus();
}
