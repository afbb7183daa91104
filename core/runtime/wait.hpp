// The one door for blocking.
//
// A native function that must wait does not block: it fills Thread::wait and returns
// Var::blocked(). The eval loop then parks the thread here, in one place: the GIL is released, the
// trace event written, deadlock looked for, interrupt and kill answered. When the thread is woken
// (or the deadline passes) `resume` is called with the GIL held again; it returns the result of the
// call, an error, or blocked() again.
//
// Waking: whoever makes progress possible unparks the thread (sync::Parker of Thread). Spurious
// wake-ups are allowed: `resume` looks at the state anew and decides.
#pragma once

#include "runtime/object.hpp"

namespace gilbox::py {

struct Thread;

// What a thread waits for, as the trace and the deadlock report name it (wait_words).
enum class WaitKind : uint8_t {
  None,
  Sleep,
  Lock,
  RLock,
  Condition,
  Semaphore,
  Event,
  Barrier,
  Queue,     // an empty one
  QueuePut,  // a full one
  Tasks,     // a queue whose items are not all dealt with
  Start,     // of a thread that was told to begin
  Join,
  Import,
  Process,
  Pipe,
  PipeWrite,
  Input,
  Output,
  File,
  Network,
  Loop,
};

struct Wait {
  WaitKind kind = WaitKind::None;
  // Only a Python thread of this process can end it (besides the deadline): set by WaitList. What
  // anything outside may end is never part of a deadlock.
  bool inside = false;
  int64_t deadline = INT64_MAX;  // monotonic ns; INT64_MAX: for ever
  Var (*resume)(Thread& t, Wait& wait, bool timed_out) = nullptr;
  void (*cancel)(Thread& t, Wait& wait) =
      nullptr;  // an exception (KeyboardInterrupt) takes the place of the result
  // The number of the thread that holds what is waited for, 0: nobody does, or nobody knows.
  uint32_t (*holder)(const Wait& wait) = nullptr;
  Var object;    // what is waited for: named in the trace and the deadlock report
  Var state[3];  // for resume to use
  int64_t number[2] = {0, 0};
};

}  // namespace gilbox::py
