// `gilbox/isolation`: makes a page on a host without headers cross-origin isolated, with one reload at the first visit.
//
//   import { isolate } from "gilbox/isolation";
//   if (!(await isolate("/isolation-worker.js"))) showWhy();   // dist/isolation-worker.js, copied beside the page

const triedKey = "gilbox isolation tried";

/** True when the page is isolated; false when it cannot be made so. Reloads the page when that helps. */
export async function isolate(worker: string | URL): Promise<boolean> {
  if (globalThis.crossOriginIsolated) {
    sessionStorage.removeItem(triedKey);
    return true;
  }
  if (!("serviceWorker" in navigator) || sessionStorage.getItem(triedKey)) return false;
  try {
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
  } catch {
    return false; // a private window, a frame of another site, no https
  }
  sessionStorage.setItem(triedKey, "yes"); // never a loop of reloads
  location.reload();
  return new Promise(() => {}); // the page goes away
}
