// What the build puts into the page (web/tools/build/bundles.mjs).

declare module "site:data" {
  import type { Recorded, Workload } from "gilbox";

  export const workloads: Workload[];
  /** Of a run on another machine; undefined when none was recorded. */
  export const recorded: Recorded | undefined;
}
