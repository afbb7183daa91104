// The functions of imports.hpp, for Emscripten: each hands over to the ThreadSide of its worker
// (web/src/machine/process/thread-side.ts). No logic here.

addToLibrary({
  $gilboxSide: { it: null },
  $gilbox__deps: ["$gilboxSide"],
  $gilbox: () => (gilboxSide.it ??= globalThis.gilboxMachine.thread(wasmMemory)),
  // Not linked away, and a name the crash report can use.
  $gilboxText__deps: ["$UTF8ToString"],
  $gilboxText: (at) => UTF8ToString(at),

  gilbox_pid__deps: ["$gilbox"],
  gilbox_pid: () => gilbox().pid,
  gilbox_parent__deps: ["$gilbox"],
  gilbox_parent: () => gilbox().parent,
  gilbox_standard_pipe__deps: ["$gilbox"],
  gilbox_standard_pipe: (descriptor) => gilbox().standardPipe(descriptor),
  gilbox_exit__deps: ["$gilbox"],
  gilbox_exit: (code) => gilbox().exit(code),
  gilbox_die__deps: ["$gilbox"],
  gilbox_die: () => gilbox().die(),
  gilbox_thread_name__deps: ["$gilbox", "$gilboxText"],
  gilbox_thread_name: (name) => {
    gilbox().threadName = gilboxText(name);
  },

  gilbox_thread_slot__deps: ["$gilbox"],
  gilbox_thread_slot: () => gilbox().slot,
  gilbox_park_word__deps: ["$gilbox"],
  gilbox_park_word: () => gilbox().parkWord(),
  gilbox_park__deps: ["$gilbox"],
  gilbox_park: (seen, milliseconds) => (gilbox().park(seen, milliseconds) ? 1 : 0),
  gilbox_ring__deps: ["$gilbox"],
  gilbox_ring: (slot) => gilbox().ring(slot),
  gilbox_watch__deps: ["$gilbox"],
  gilbox_watch: (kind, id) => gilbox().watch(kind, id),
  gilbox_unwatch__deps: ["$gilbox"],
  gilbox_unwatch: (kind, id) => gilbox().unwatch(kind, id),

  gilbox_pipe_read__deps: ["$gilbox"],
  gilbox_pipe_read: (pipe, to, length, milliseconds, interruptible) =>
    gilbox().read(pipe, to, length, milliseconds, interruptible !== 0),
  gilbox_pipe_write__deps: ["$gilbox"],
  gilbox_pipe_write: (pipe, from, length, milliseconds, interruptible) =>
    gilbox().write(pipe, from, length, milliseconds, interruptible !== 0),
  gilbox_pipe_poll__deps: ["$gilbox"],
  gilbox_pipe_poll: (pipe) => gilbox().poll(pipe),

  gilbox_semaphore_acquire__deps: ["$gilbox"],
  gilbox_semaphore_acquire: (semaphore, milliseconds, interruptible) =>
    gilbox().acquire(semaphore, milliseconds, interruptible !== 0),
  gilbox_semaphore_release__deps: ["$gilbox"],
  gilbox_semaphore_release: (semaphore, count) => gilbox().release(semaphore, count),
  gilbox_semaphore_value__deps: ["$gilbox"],
  gilbox_semaphore_value: (semaphore) => gilbox().semaphoreValue(semaphore),

  gilbox_event_moves__deps: ["$gilbox"],
  gilbox_event_moves: (event) => gilbox().eventMoves(event),

  gilbox_semaphore_holder__deps: ["$gilbox"],
  gilbox_semaphore_holder: (semaphore) => gilbox().semaphoreHolder(semaphore),

  gilbox_process_next__deps: ["$gilbox"],
  gilbox_process_next: (record, to) => gilbox().nextProcess(record, to),
  gilbox_process_state__deps: ["$gilbox"],
  gilbox_process_state: (pid, exitCode) => gilbox().processState(pid, exitCode),
  gilbox_process_wait__deps: ["$gilbox"],
  gilbox_process_wait: (pid, exitCode, milliseconds, interruptible) =>
    gilbox().waitForExit(pid, exitCode, milliseconds, interruptible !== 0),

  gilbox_shared_read__deps: ["$gilbox"],
  gilbox_shared_read: (offset, to, length) => gilbox().sharedRead(offset, to, length),
  gilbox_shared_write__deps: ["$gilbox"],
  gilbox_shared_write: (offset, from, length) => gilbox().sharedWrite(offset, from, length),

  gilbox_fill_random__deps: ["$gilbox"],
  gilbox_fill_random: (to, length) => gilbox().fillRandom(to, length),

  gilbox_system_call__deps: ["$gilbox"],
  gilbox_system_call: (number, a, b, c, d, e, f) => gilbox().systemCall(number, a, b, c, d, e, f),

  // C's own output goes to the standard pipes as well. Each thread does these for itself: the empty `__proxy` takes
  // back what Emscripten's own versions say ('none' would still proxy).
  fd_write__proxy: "",
  fd_write__deps: ["$gilbox"],
  fd_write: (descriptor, vectors, count, written) => {
    const wasiBadDescriptor = 8;
    const wasiBrokenPipe = 64;
    if (descriptor !== 1 && descriptor !== 2) return wasiBadDescriptor;
    const words = new Uint32Array(wasmMemory.buffer);
    let total = 0;
    for (let index = 0; index < count; index++) {
      const pointer = words[(vectors >>> 2) + index * 2];
      const length = words[(vectors >>> 2) + index * 2 + 1];
      if (length === 0) continue;
      const result = gilbox().write(
        gilbox().standardPipe(descriptor),
        pointer,
        length,
        Infinity,
        false,
      );
      if (result < 0) return wasiBrokenPipe;
      total += result;
    }
    words[written >>> 2] = total;
    return 0;
  },
  proc_exit__proxy: "",
  proc_exit__deps: ["$gilbox"],
  proc_exit: (code) => gilbox().exit(code),
  exit__proxy: "",
  exit__deps: ["$gilbox"],
  exit: (code) => gilbox().exit(code),
  _abort_js: () => {
    throw new WebAssembly.RuntimeError("the program called abort()");
  },
});
