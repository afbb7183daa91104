// Addresses for programs that wait on a network, when there may be none: `/delay/250` answers a small JSON after
// 250 ms, `/bytes/1000` answers 1,000 bytes. The development server answers them too (web/tools/server); this is for
// hosts that run no code (the service worker) and for Node (environment/node-answers.ts).

const mostMilliseconds = 60_000;
const mostBytes = 256 * 1024 * 1024;
const chunkBytes = 64 * 1024;

async function delay(amount: number): Promise<Response> {
  const milliseconds = Math.min(amount, mostMilliseconds);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return new Response(`${JSON.stringify({ delay: milliseconds })}\n`, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function bytes(amount: number): Response {
  const count = Math.min(amount, mostBytes);
  const chunk = Uint8Array.from({ length: chunkBytes }, (_, index) => index % 251);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = Math.min(chunkBytes, count - sent);
      if (next > 0) controller.enqueue(chunk.slice(0, next));
      sent += next;
      if (sent >= count) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(count),
      "Cache-Control": "no-store",
    },
  });
}

/** The answer, when `path` ends as one of these addresses does. */
export function answerFor(path: string): Promise<Response> | undefined {
  const found = /\/(delay|bytes)\/(\d{1,9})$/.exec(path);
  if (!found) return undefined;
  const amount = Number(found[2]);
  return found[1] === "delay" ? delay(amount) : Promise.resolve(bytes(amount));
}
