// gilbox in another page: one script, then elements.
//
//   <script type="module" src="https://…/elements.js"></script>
//   <gilbox-playground workload="convoy"></gilbox-playground>
//   <gilbox-lane>print("any program")</gilbox-lane>
//
// Attributes: `workload` (a name of `gilbox workloads`), `lanes` ("threads,tasks"; the first of a lane element is the one it
// shows), `set` ("LIMIT=50000 WORKERS=2"), `label` (for screen readers). The text between the tags, if any, is the program.
// Part: `frame`. Custom properties: --gilbox-height (until the frame says its own), --gilbox-border, --gilbox-radius.
// Event: `gilbox-result` with `detail: { workload, verdict, lanes }` when a comparison has ended; it bubbles.
// The frame is a page of gilbox's own host: it can read nothing of the page around it, and that page nothing of it.

import type { FrameMessage } from "./play/embedded.ts";
import { toFragment } from "./play/share.ts";

const home = new URL("./", import.meta.url);

const style = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe {
    display: block; box-sizing: border-box; width: 100%; height: var(--gilbox-height, 30rem);
    border: var(--gilbox-border, 1px solid #8886); border-radius: var(--gilbox-radius, 8px);
  }`;

/** "LIMIT=50000 WORKERS=2" as numbers by name; what is no number is left out. */
function valuesOf(text: string): Record<string, number> {
  const pairs = [...text.matchAll(/([A-Z][A-Z0-9_]*)=(-?[\d.]+)/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, Number(value)]));
}

/** The text without the indentation all of its lines share. */
function withoutIndent(text: string): string {
  const lines = text
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const shared = indents.length ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(shared)).join("\n");
}

class Embed extends HTMLElement {
  static readonly observedAttributes = ["workload", "lanes", "set", "label"];
  protected readonly mode: "playground" | "lane" = "playground";
  private readonly frame = document.createElement("iframe");
  private drawing = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    this.frame.setAttribute("part", "frame");
    this.frame.allow = "cross-origin-isolated; clipboard-write";
    this.frame.loading = "lazy";
    root.append(this.frame);
  }

  connectedCallback(): void {
    window.addEventListener("message", this.hear);
    void this.draw();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.hear);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.draw();
  }

  private async draw(): Promise<void> {
    const turn = ++this.drawing;
    const program = withoutIndent(this.textContent ?? "");
    const lanes = (this.getAttribute("lanes") ?? "").split(",").filter(Boolean);
    const workload = this.getAttribute("workload") ?? (program ? "own" : "count-primes");
    const lane = lanes[0] ?? (workload === "own" ? "program" : "sequential");
    const fragment = await toFragment({
      workload,
      values: valuesOf(this.getAttribute("set") ?? ""),
      lanes,
      edits: program ? { [lane]: `${program}\n` } : {},
    });
    if (turn !== this.drawing) return; // an attribute changed meanwhile
    this.frame.title = this.getAttribute("label") ?? `gilbox: ${workload}`;
    this.frame.src = new URL(`./?embed=${this.mode}${fragment}`, home).href;
  }

  private readonly hear = ({ source, data }: MessageEvent<FrameMessage>): void => {
    if (source !== this.frame.contentWindow) return;
    if (data.gilbox === "size") this.frame.style.height = `${Math.max(120, data.height) + 2}px`;
    else if (data.gilbox === "result") {
      const { gilbox: _, ...detail } = data;
      this.dispatchEvent(new CustomEvent("gilbox-result", { detail, bubbles: true }));
    }
  };
}

customElements.define("gilbox-playground", class extends Embed {});
customElements.define(
  "gilbox-lane",
  class extends Embed {
    protected override readonly mode = "lane";
  },
);
