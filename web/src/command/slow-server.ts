// A server on this computer for programs that download: /delay/MS answers a small JSON after so many milliseconds,
// /bytes/N answers N bytes.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const mostBytes = 64 << 20;

export async function startSlowServer(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const [, what, number] = /^\/(delay|bytes)\/(\d{1,8})$/.exec(request.url ?? "") ?? [];
    const amount = Number(number);
    if (what === "delay")
      setTimeout(() => {
        response.setHeader("Content-Type", "application/json");
        response.end(`${JSON.stringify({ delay: amount })}\n`);
      }, amount);
    else if (what === "bytes")
      response.end(Buffer.alloc(Math.min(amount, mostBytes)).map((_, i) => i % 251));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
