// Story. A native that must wait has put itself on the list of the thing it waits for, filled
// t.wait and returned blocked(). Here it is said what the thread waits for (trace, statistics), a
// deadlock is looked for, the GIL is given up and the thread sleeps on its one Parker until
// somebody unparks it, the deadline passes or somebody wants its attention (the eval breaker is
// set, then it is unparked). With the GIL held again it looks: an interrupt takes the place of the
// result (`cancel` takes the thread off the list), otherwise `resume` decides with what it now
// sees.
#include "vm/park.hpp"

#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/turns.hpp"
#include "sync/clock.hpp"
#include "sync/parker.hpp"
#include "vm/deadlock.hpp"
#include "vm/safepoint.hpp"
#include "vm/wait_record.hpp"

namespace gilbox::py {

namespace {

constexpr uint32_t kUrgent = kSignals | kAsyncException | kKill;

bool is_urgent(const Thread& t) { return t.breaker.load(std::memory_order_relaxed) & kUrgent; }

// Without the GIL. Under a deterministic schedule permits that were left over do not count: only a
// waker, the deadline or the outside does.
bool sleep(Thread& t, const Wait& wait) {
  for (;;) {
    const bool timed_out = t.parker.park(wait.deadline) == sync::WaitResult::timed_out;
    if (!turns || timed_out) return timed_out;
    if (t.woken.load(std::memory_order_acquire) || is_urgent(t)) return false;
    if (wait.inside || wait.kind == WaitKind::Sleep) continue;
    t.woken.store(true, std::memory_order_release);
    return false;
  }
}

// From the moment the thread waits to the moment it has the GIL again. True: the time is over.
bool wait_once(Thread& t, const Wait& wait) {
  const bool for_ever = wait.inside && wait.deadline == INT64_MAX && !is_urgent(t);
  t.woken.store(false, std::memory_order_relaxed);
  t.waiting = &wait;
  if (for_ever) {
    t.stuck = true;
    if (++interpreter.stuck == interpreter.thread_count) look_for_deadlock(t);
  }
  ++t.times.waits;
  gil.leave(t, trace::DropReason::blocking);
  record_wait(t, wait);
  if (turns) {
    t.wait_due = turns->due(wait.deadline);
    turns->pass(t, false);
  }
  const int64_t began = sync::monotonic_now();
  gil.hand_over(t);
  const bool timed_out = sleep(t, wait);
  t.times.blocked += sync::monotonic_now() - began;
  record_wake(t, wait, timed_out);
  gil.take(t);
  if (t.stuck) {
    t.stuck = false;
    --interpreter.stuck;
  }
  t.waiting = nullptr;
  return timed_out;
}

}  // namespace

Var wait_in_place(Thread& t) {
  for (;;) {
    Wait wait = std::exchange(t.wait, Wait{});
    if (!wait.resume)
      return raise(t, exc::SystemError, "a native function blocked without saying how it resumes");
    const bool timed_out = wait_once(t, wait);
    if (is_urgent(t) && !safepoint(t)) {
      if (wait.cancel) wait.cancel(t, wait);
      return Var::error();
    }
    Var result = wait.resume(t, wait, timed_out);
    if (!result.is_blocked()) return result;
    // Blocked again: `resume` has changed `wait`, or filled t.wait anew.
    if (!t.wait.resume) t.wait = std::move(wait);
  }
}

}  // namespace gilbox::py
