#include "sync/mutex.hpp"

namespace gilbox::sync {

bool Mutex::lock_slow(Nanoseconds deadline) {
  // A holder that runs on another core is usually out within this many looks; a sleep and a wake-up
  // cost ten times as much. Stop at once when others sleep already: they have proven it is long.
  constexpr int kLooks = 60;
  for (int look = 0; look < kLooks; ++look) {
    const std::uint32_t state = state_.load(std::memory_order_relaxed);
    if (state == kContended) break;
    if (state == kFree && take_free()) return true;
    spin_pause();
  }
  while (state_.exchange(kContended, std::memory_order_acquire) != kFree) {
    if (wait_on(state_, kContended, deadline) == WaitResult::timed_out) {
      // The state may stay at 2 with nobody asleep: one needless notify later, never a lost one.
      return state_.exchange(kContended, std::memory_order_acquire) == kFree;
    }
  }
  return true;
}

}  // namespace gilbox::sync
