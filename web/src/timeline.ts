// `gilbox/timeline`: what every process, thread and task did, on one axis. Loaded when it is opened.

export { Timeline, type TimelineEvents } from "./timeline/timeline.ts";
export { TraceModel } from "./trace/model.ts";
