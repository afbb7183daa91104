// The page inside another page (site/src/elements.ts): fewer parts, and messages to the page around it.

/** What a frame tells the page around it. Nothing of the visitor's is in it but figures of this run. */
export type FrameMessage =
  | { gilbox: "size"; height: number }
  | {
      gilbox: "result";
      workload: string;
      verdict: string;
      lanes: { lane: string; milliseconds: number | undefined; timesFaster: number | undefined }[];
    };

const mode = new URLSearchParams(location.search).get("embed");

/** "playground": all but the list of workloads; "lane": one program and its output. undefined: not embedded. */
export const embedded = mode === "lane" || mode === "playground" ? mode : undefined;

export function tellParent(message: FrameMessage): void {
  if (embedded) window.parent.postMessage(message, "*");
}

/** Leaves out what an embed does not show, and keeps the frame as high as its content. */
export function fitIntoFrame(): void {
  if (!embedded) return;
  document.documentElement.classList.add("embed", `embed-${embedded}`);
  const link = document.querySelector<HTMLAnchorElement>(".name a");
  if (link) link.target = "_blank";
  const observer = new ResizeObserver(() =>
    tellParent({ gilbox: "size", height: Math.ceil(document.body.getBoundingClientRect().height) }),
  );
  observer.observe(document.body);
}

/** Why nothing can run in this frame, when it is one. */
export const framedWhy =
  "This frame is not cross-origin isolated: the page around it is not, and this browser isolates no frame alone. Open it in a tab of its own (the name above is the link) and it runs.";
