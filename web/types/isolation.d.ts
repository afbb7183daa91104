// gilbox/isolation: shared memory on hosts that cannot send headers.

/**
 * True when the page is cross-origin isolated; false when it cannot be made so. Registers the service worker (a copy
 * of gilbox/isolation-worker.js beside the page) and reloads the page once when that helps.
 */
export declare function isolate(worker: string | URL): Promise<boolean>;
