// What can be recorded. Made from core/trace/events.def by web/tools/generate-events.mjs: change it there.

export type ArgumentType =
  | "number"
  | "bytes"
  | "duration"
  | "time"
  | "text"
  | "object"
  | "thread"
  | "task"
  | "process"
  | "message";

/** Row n is the event with number n in a record. A track is in `state` after it. */
// biome-ignore format: one row an event
export const events = [
  { name: "thread_start", group: "threads", track: "thread", state: "starting", kinds: undefined, first: "name", firstType: "text", second: "parent", secondType: "thread" },
  { name: "thread_name", group: "threads", track: undefined, state: "unchanged", kinds: undefined, first: "name", firstType: "text", second: "renamed", secondType: "thread" },
  { name: "thread_exit", group: "threads", track: "thread", state: "ended", kinds: undefined, first: undefined, firstType: undefined, second: undefined, secondType: undefined },
  { name: "gil_wait", group: "threads", track: "thread", state: "gil_wait", kinds: undefined, first: "holder", firstType: "thread", second: undefined, secondType: undefined },
  { name: "gil_taken", group: "threads", track: "thread", state: "running", kinds: undefined, first: "waited", firstType: "duration", second: "switches", secondType: "number" },
  { name: "gil_request", group: "threads", track: "thread", state: "unchanged", kinds: undefined, first: "holder", firstType: "thread", second: undefined, secondType: undefined },
  { name: "gil_dropped", group: "threads", track: "thread", state: "native", kinds: "DropReason", first: "held", firstType: "duration", second: undefined, secondType: undefined },
  { name: "native_begin", group: "threads", track: "thread", state: "native", kinds: undefined, first: "name", firstType: "text", second: "bytes", secondType: "bytes" },
  { name: "native_end", group: "threads", track: "thread", state: "unchanged", kinds: undefined, first: undefined, firstType: undefined, second: undefined, secondType: undefined },
  { name: "blocked", group: "threads", track: "thread", state: "blocked", kinds: "BlockKind", first: "object", firstType: "object", second: "holder", secondType: "thread" },
  { name: "blocked_name", group: "threads", track: "thread", state: "unchanged", kinds: undefined, first: "name", firstType: "text", second: "object", secondType: "object" },
  { name: "sleeping", group: "threads", track: "thread", state: "sleeping", kinds: undefined, first: "until", firstType: "time", second: undefined, secondType: undefined },
  { name: "unblocked", group: "threads", track: "thread", state: "native", kinds: "WaitOutcome", first: "object", firstType: "object", second: undefined, secondType: undefined },
  { name: "wake", group: "threads", track: "thread", state: "unchanged", kinds: "BlockKind", first: "target", firstType: "thread", second: "object", secondType: "object" },
  { name: "collect_begin", group: "threads", track: "thread", state: "collecting", kinds: undefined, first: "generation", firstType: "number", second: undefined, secondType: undefined },
  { name: "collect_end", group: "threads", track: "thread", state: "running", kinds: undefined, first: "freed", firstType: "number", second: undefined, secondType: undefined },
  { name: "deadlock", group: "threads", track: "thread", state: "unchanged", kinds: undefined, first: "threads", firstType: "number", second: undefined, secondType: undefined },
  { name: "process_spawn", group: "processes", track: "process", state: "starting", kinds: undefined, first: "process", firstType: "process", second: "program", secondType: "text" },
  { name: "process_phase", group: "processes", track: "process", state: "unchanged", kinds: "SpawnPhase", first: "process", firstType: "process", second: "took", secondType: "duration" },
  { name: "process_running", group: "processes", track: "process", state: "running", kinds: undefined, first: "process", firstType: "process", second: undefined, secondType: undefined },
  { name: "process_exit", group: "processes", track: "process", state: "ended", kinds: undefined, first: "process", firstType: "process", second: "code", secondType: "number" },
  { name: "process_kill", group: "processes", track: "process", state: "unchanged", kinds: undefined, first: "process", firstType: "process", second: "signal", secondType: "number" },
  { name: "task_created", group: "tasks", track: "task", state: "ready", kinds: undefined, first: "task", firstType: "task", second: "name", secondType: "text" },
  { name: "task_step", group: "tasks", track: "task", state: "running", kinds: undefined, first: "task", firstType: "task", second: undefined, secondType: undefined },
  { name: "task_await", group: "tasks", track: "task", state: "awaiting", kinds: "AwaitKind", first: "task", firstType: "task", second: "object", secondType: "object" },
  { name: "task_wake", group: "tasks", track: "task", state: "ready", kinds: undefined, first: "task", firstType: "task", second: "by", secondType: "task" },
  { name: "task_cancel", group: "tasks", track: "task", state: "unchanged", kinds: undefined, first: "task", firstType: "task", second: "by", secondType: "task" },
  { name: "task_done", group: "tasks", track: "task", state: "ended", kinds: "TaskOutcome", first: "task", firstType: "task", second: undefined, secondType: undefined },
  { name: "callback_begin", group: "tasks", track: "loop", state: "running", kinds: undefined, first: "name", firstType: "text", second: undefined, secondType: undefined },
  { name: "callback_end", group: "tasks", track: "loop", state: "ready", kinds: undefined, first: undefined, firstType: undefined, second: undefined, secondType: undefined },
  { name: "loop_idle", group: "tasks", track: "loop", state: "idle", kinds: undefined, first: "until", firstType: "time", second: undefined, secondType: undefined },
  { name: "loop_busy", group: "tasks", track: "loop", state: "ready", kinds: undefined, first: "ready", firstType: "number", second: undefined, secondType: undefined },
  { name: "loop_stalled", group: "tasks", track: "loop", state: "unchanged", kinds: undefined, first: "held", firstType: "duration", second: "name", secondType: "text" },
  { name: "message_send", group: "messages", track: "thread", state: "unchanged", kinds: undefined, first: "message", firstType: "message", second: "bytes", secondType: "bytes" },
  { name: "message_receive", group: "messages", track: "thread", state: "unchanged", kinds: undefined, first: "message", firstType: "message", second: "bytes", secondType: "bytes" },
  { name: "request", group: "requests", track: undefined, state: "unchanged", kinds: "RequestPhase", first: "request", firstType: "object", second: "bytes", secondType: "bytes" },
  { name: "request_name", group: "requests", track: undefined, state: "unchanged", kinds: undefined, first: "request", firstType: "object", second: "name", secondType: "text" },
  { name: "mark", group: "marks", track: "thread", state: "unchanged", kinds: undefined, first: "name", firstType: "text", second: "value", secondType: "number" },
  { name: "line", group: "lines", track: "thread", state: "unchanged", kinds: undefined, first: "code", firstType: "text", second: "line", secondType: "number" },
  { name: "source", group: "threads", track: "thread", state: "unchanged", kinds: undefined, first: "code", firstType: "text", second: "line", secondType: "number" },
] as const;

export type EventRow = (typeof events)[number];
export type EventName = EventRow["name"];

/** The bits of the observer's switches, from the lowest. */
// biome-ignore format: made by a program
export const groups = ["threads", "processes", "tasks", "messages", "requests", "marks", "lines"] as const;

/** The states of tracks, in words. */
// biome-ignore format: made by a program
export const states = {
  unchanged: "",
  starting: "starting",
  running: "running",
  gil_wait: "waiting for the GIL",
  native: "native code without the GIL",
  blocked: "blocked",
  sleeping: "sleeping",
  ready: "ready",
  awaiting: "awaiting",
  idle: "idle",
  collecting: "collecting garbage",
  ended: "ended",
} as const;

export type StateName = keyof typeof states;

/** The values of a record's `kind`, by the set its event names. */
// biome-ignore format: made by a program
export const kinds = {
  DropReason: [{ name: "requested", words: "another thread asked" }, { name: "blocking", words: "about to block" }, { name: "native", words: "native work" }, { name: "finished", words: "thread done" }],
  BlockKind: [{ name: "other", words: "something" }, { name: "lock", words: "a lock" }, { name: "rlock", words: "a reentrant lock" }, { name: "condition", words: "a condition" }, { name: "semaphore", words: "a semaphore" }, { name: "event", words: "an event" }, { name: "barrier", words: "a barrier" }, { name: "queue_get", words: "an empty queue" }, { name: "queue_put", words: "a full queue" }, { name: "start", words: "a thread's start" }, { name: "join", words: "a thread's end" }, { name: "child", words: "a process's end" }, { name: "pipe_read", words: "an empty pipe" }, { name: "pipe_write", words: "a full pipe" }, { name: "input", words: "input" }, { name: "output", words: "a slow reader of its output" }, { name: "file", words: "a file" }, { name: "network", words: "the network" }, { name: "loop", words: "the event loop's next event" }, { name: "import_lock", words: "another thread's import" }],
  WaitOutcome: [{ name: "woken", words: "woken" }, { name: "timed_out", words: "timed out" }, { name: "interrupted", words: "interrupted" }, { name: "deadlocked", words: "deadlocked" }],
  SpawnPhase: [{ name: "worker", words: "start a worker" }, { name: "instantiate", words: "instantiate the module" }, { name: "interpreter", words: "start the interpreter" }, { name: "main_module", words: "import the main module" }],
  AwaitKind: [{ name: "other", words: "something" }, { name: "task", words: "a task" }, { name: "future", words: "a future" }, { name: "sleep", words: "a timer" }, { name: "yield", words: "its next turn" }, { name: "lock", words: "a lock" }, { name: "queue", words: "a queue" }, { name: "thread", words: "a thread" }, { name: "stream", words: "a stream" }, { name: "network", words: "the network" }],
  TaskOutcome: [{ name: "returned", words: "returned" }, { name: "raised", words: "raised" }, { name: "cancelled", words: "cancelled" }],
  RequestPhase: [{ name: "started", words: "started" }, { name: "headers", words: "headers arrived" }, { name: "body", words: "body arrives" }, { name: "done", words: "done" }, { name: "failed", words: "failed" }, { name: "aborted", words: "aborted" }],
} as const;
