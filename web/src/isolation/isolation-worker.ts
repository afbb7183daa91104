// A service worker for hosts that cannot send headers (GitHub Pages and others): it adds to every answer the four that
// make a page cross-origin isolated. Copy it next to the page: a service worker serves its folder and what is below.
//
// It also answers the addresses of answers.ts, for programs that wait on a network. It cannot help in another site's frame, in Firefox's private windows, or before the first reload (isolate.ts).

import { answerFor } from "../answers/answers.ts";

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

const isolation: readonly (readonly [string, string])[] = [
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
  ["Document-Isolation-Policy", "isolate-and-require-corp"],
];

async function isolated(request: Request): Promise<Response> {
  const here = new URL(request.url).origin === scope.location.origin;
  const own =
    here && request.method === "GET" ? answerFor(new URL(request.url).pathname) : undefined;
  const response = await (own ?? fetch(request));
  if (response.type === "opaque" || response.type === "opaqueredirect") return response; // not ours to change
  const headers = new Headers(response.headers);
  for (const [name, value] of isolation) headers.set(name, value);
  const { status, statusText } = response;
  const bodiless = [101, 204, 205, 304].includes(status);
  return new Response(bodiless ? null : response.body, { status, statusText, headers });
}

scope.addEventListener("install", () => {
  scope.skipWaiting();
});
scope.addEventListener("activate", (event) => {
  event.waitUntil(scope.clients.claim());
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  // What developer tools ask of the cache alone cannot be fetched here.
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return;
  event.respondWith(isolated(request));
});
