// The marks a Python prompt wraps its text in (OSC 133;A and ;B), found in a stream of output.

const begin = "\x1b]133;A\x07";
const end = "\x1b]133;B\x07";

export interface OutputPiece {
  kind: "text" | "prompt";
  text: string;
}

/** Takes output as it comes, in pieces cut anywhere; gives back what of it is whole. */
export class PromptMarks {
  private held = "";

  feed(text: string): OutputPiece[] {
    const pieces: OutputPiece[] = [];
    let rest = this.held + text;
    for (;;) {
      const at = rest.indexOf(begin);
      const plain = at < 0 ? rest.slice(0, rest.length - beginning(rest)) : rest.slice(0, at);
      if (plain !== "") pieces.push({ kind: "text", text: plain });
      rest = rest.slice(plain.length);
      const close = at < 0 ? -1 : rest.indexOf(end);
      if (close < 0) break;
      pieces.push({ kind: "prompt", text: rest.slice(begin.length, close) });
      rest = rest.slice(close + end.length);
    }
    this.held = rest;
    return pieces;
  }

  /** What was held back when the output ended. */
  finish(): string {
    const text = this.held;
    this.held = "";
    return text;
  }
}

/** How many characters at the end of `text` may be the start of a mark. */
function beginning(text: string): number {
  for (let length = Math.min(begin.length - 1, text.length); length > 0; length--)
    if (text.endsWith(begin.slice(0, length))) return length;
  return 0;
}
