// The headers that make a page cross-origin isolated, which shared memory needs. The first three are for
// every browser; Document-Isolation-Policy gives the same inside a foreign page where it is known.
export const isolationHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Document-Isolation-Policy": "isolate-and-require-corp",
};

// A script of another site may import ours: elements.js, the package. There is nothing here that only some may read.
export const sharingHeaders = { "Access-Control-Allow-Origin": "*" };

// What the page itself may do: scripts and workers from its own host only, WebAssembly, nothing evaluated. Styles may be
// inline, because the editor and the terminal make their own; programs may ask any server that lets them.
export const pageHeaders = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src *",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
