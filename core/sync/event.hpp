// Event: a flag that threads wait for. Set wakes everyone; it stays set until reset.
//
// A waiter that set() has woken but that has not run yet when reset() follows may sleep on: use an
// Event that is set once, or reset only when nobody waits.
//
// state_ (any thread writes):  0 unset · 1 set · 2 unset and someone may sleep.
// set() is release, a wait that returns `woken` is acquire: what was written before set() is seen.
#pragma once

#include "sync/word.hpp"

namespace gilbox::sync {

class Event {
 public:
  explicit constexpr Event(bool set = false) : state_(set ? kSet : kUnset) {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  bool is_set() const { return state_.load(std::memory_order_acquire) == kSet; }

  void set() {
    if (state_.exchange(kSet, std::memory_order_acq_rel) == kAwaited) notify(state_);
  }

  void reset() {
    std::uint32_t expected = kSet;
    state_.compare_exchange_strong(expected, kUnset, std::memory_order_relaxed);
  }

  void wait() { static_cast<void>(wait_until(kForever)); }

  // `woken` means that the event was seen set.
  [[nodiscard]] WaitResult wait_until(Nanoseconds deadline) {
    for (;;) {
      std::uint32_t state = state_.load(std::memory_order_acquire);
      if (state == kSet) return WaitResult::woken;
      if (state == kUnset &&
          !state_.compare_exchange_weak(state, kAwaited, std::memory_order_relaxed)) {
        continue;
      }
      if (wait_on(state_, kAwaited, deadline) == WaitResult::timed_out) {
        return is_set() ? WaitResult::woken : WaitResult::timed_out;
      }
    }
  }

 private:
  static constexpr std::uint32_t kUnset = 0;
  static constexpr std::uint32_t kSet = 1;
  static constexpr std::uint32_t kAwaited = 2;

  Word state_;
};

}  // namespace gilbox::sync
