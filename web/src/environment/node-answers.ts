// In Node there is no page to ask: a server of our own on the loopback interface, started when a program first asks
// for a relative address.

import { answerFor } from "../answers/answers.ts";

const node = globalThis.process;

async function start(): Promise<string> {
  const { createServer } = node.getBuiltinModule("node:http");
  const server = createServer(async (request, response) => {
    const answer = await answerFor(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    if (!answer) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("not found\n");
      return;
    }
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    const reader = answer.body?.getReader();
    while (reader && !response.destroyed) {
      const { value, done } = await reader.read();
      if (done) break;
      if (response.write(value)) continue;
      await new Promise<void>((resolve) => {
        response.once("drain", resolve);
        response.once("close", resolve);
      });
    }
    response.end();
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${place.port}`;
}

let started: Promise<string> | undefined;

/** The origin of that server. */
export function nodeAnswers(): Promise<string> {
  started ??= start();
  return started;
}
