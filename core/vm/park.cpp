// Story. A native that must wait has put itself on the list of the thing it waits for, filled
// t.wait and returned blocked(). Here the GIL is given up and the thread sleeps on its one Parker
// until somebody unparks it, the deadline passes or somebody wants its attention (the eval breaker
// is set, then it is unparked). With the GIL held again it looks: an interrupt takes the place of
// the result (`cancel` takes the thread off the list), otherwise `resume` decides with what it now
// sees.
#include "vm/park.hpp"

#include "runtime/gil.hpp"
#include "runtime/interrupt.hpp"
#include "sync/clock.hpp"
#include "sync/parker.hpp"
#include "vm/safepoint.hpp"

namespace gilbox::py {

Var wait_in_place(Thread& t) {
  for (;;) {
    Wait wait = std::exchange(t.wait, Wait{});
    if (!wait.resume)
      return raise(t, exc::SystemError, "a native function blocked without saying how it resumes");
    bool timed_out = false;
    const Wait* outer = std::exchange(t.waiting, &wait);
    gil.drop(t);
    timed_out = t.parker.park(wait.deadline) == sync::WaitResult::timed_out;
    gil.take(t);
    t.waiting = outer;
    constexpr uint32_t kUrgent = kSignals | kAsyncException | kKill;
    if (t.breaker.load(std::memory_order_relaxed) & kUrgent && !safepoint(t)) {
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
