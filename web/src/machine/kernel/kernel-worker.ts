// The script of the kernel worker: compiles the program once, makes the kernel, hands it the page's messages.

import { compileModule } from "../../environment/environment.ts";
import { onParentMessage, postToParent } from "../../environment/workers.ts";
import type { FromKernel, ToKernel } from "../../protocol/messages.ts";
import { Segment } from "../segment/layout.ts";
import { Kernel } from "./kernel.ts";

const post = (message: FromKernel, transfer?: Transferable[]): void =>
  postToParent(message, transfer);

let kernel: Promise<Kernel> | undefined;

async function boot(message: Extract<ToKernel, { kind: "boot" }>): Promise<Kernel> {
  const module = compileModule(new URL(message.urls.program));
  const made = new Kernel(new Segment(message.segment), module, message, post);
  await module;
  return made;
}

onParentMessage((data) => {
  const message = data as ToKernel;
  if (message.kind === "boot") {
    kernel = boot(message);
    kernel.then(
      () => post({ kind: "booted" }),
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        post({ kind: "boot-failed", failure: { code: "program-not-loaded", message: text } });
      },
    );
  } else {
    kernel?.then((running) => running.receive(message));
  }
});
