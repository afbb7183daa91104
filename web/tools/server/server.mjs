// The development server: the files of one folder, cross-origin isolated, and the test answers. It listens
// on this machine only unless told otherwise.
import { createServer } from "node:http";
import { serveFiles } from "./files.mjs";
import { isolationHeaders, pageHeaders, sharingHeaders } from "./isolation.mjs";
import { answerTest } from "./test-answers.mjs";

const portsTried = 100;

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}

async function listenOnFree(server, first, host) {
  for (let port = first; ; ++port) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port === first + portsTried) throw error;
    }
  }
}

/**
 * Serves `root` on the first free port from `port` on (0: any).
 * `headers: false` leaves the isolation headers away, as a static host without settings does.
 * `page: true` sends the headers of the page (a strict Content-Security-Policy) with its HTML.
 * Resolves to `{ address, port, close() }`.
 */
export async function startServer(options) {
  const { root, port = 0, host = "127.0.0.1", headers = true, page = false } = options;
  const handlers = [answerTest, serveFiles(root)];

  async function answer(request, response) {
    for (const [name, value] of Object.entries(
      headers ? { ...isolationHeaders, ...sharingHeaders } : {},
    )) {
      response.setHeader(name, value);
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return response.writeHead(405, { Allow: "GET, HEAD" }).end();
    }
    if (headers && page && /(\/|\.html)(\?|$)/.test(request.url)) {
      for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    }
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    for (const handle of handlers) {
      if (await handle(request, response, path)) return;
    }
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(`Nothing is at ${path}\n`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(error instanceof URIError ? 400 : 500);
      response.end();
    });
  });
  const bound = await listenOnFree(server, port, host);
  const shown = host === "127.0.0.1" || host === "::1" ? "localhost" : host;
  return {
    port: bound,
    address: `http://${shown.includes(":") ? `[${shown}]` : shown}:${bound}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
