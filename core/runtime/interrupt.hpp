// What natives that compute for long look at, so that Ctrl-C and kill stop them within 100 ms.
//
//   for (…) { if (interrupted(t)) return Var::error(); … }
//
// Look every few milliseconds of work, not every round. With the GIL held.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::py {

// True when the work must end now: an exception is set (what a signal handler raised, or what
// stands for the kill, which the eval loop answers as soon as the native returns).
bool interrupted_slowly(Thread& t);
inline bool interrupted(Thread& t) {
  constexpr uint32_t kUrgent = kSignals | kAsyncException | kKill;
  return (t.breaker.load(std::memory_order_relaxed) & kUrgent) != 0 && interrupted_slowly(t);
}

}  // namespace gilbox::py
