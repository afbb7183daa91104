// The page's entry.

const line = document.querySelector("#isolation");
if (line) {
  line.textContent = crossOriginIsolated
    ? "This page is cross-origin isolated: shared memory is available."
    : "This page is not cross-origin isolated: shared memory is not available.";
}
