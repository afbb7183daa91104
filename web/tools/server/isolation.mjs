// The headers that make a page cross-origin isolated, which shared memory needs. The first three are for
// every browser; Document-Isolation-Policy gives the same inside a foreign page where it is known.
export const isolationHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Document-Isolation-Policy": "isolate-and-require-corp",
};
