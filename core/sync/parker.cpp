#include "sync/parker.hpp"

namespace gilbox::sync {

bool Parker::take_permit() {
  if (state_.load(std::memory_order_relaxed) == kPermit) {
    state_.exchange(kEmpty, std::memory_order_acquire);
    return true;
  }
  return bell_ != nullptr && heard_a_ring();
}

bool Parker::heard_a_ring() {
  const std::uint32_t rings = bell_->rings();
  if (rings == heard_) return false;
  heard_ = rings;
  return true;
}

// False: a permit came first and has been taken.
bool Parker::enter_parked() {
  std::uint32_t expected = kEmpty;
  if (state_.compare_exchange_strong(expected, kParked, std::memory_order_acq_rel)) return true;
  state_.exchange(kEmpty, std::memory_order_acquire);
  return false;
}

WaitResult Parker::park(Nanoseconds deadline) {
  if (take_permit()) return WaitResult::woken;
  if (spin_.until([&] { return state_.load(std::memory_order_relaxed) == kPermit; })) {
    state_.exchange(kEmpty, std::memory_order_acquire);
    return WaitResult::woken;
  }
  if (bell_ != nullptr) return park_at_bell(deadline);
  if (!enter_parked()) return WaitResult::woken;
  for (;;) {
    const WaitResult result = clock_->wait_on(state_, kParked, deadline);
    if (result == WaitResult::timed_out) {
      const std::uint32_t last = state_.exchange(kEmpty, std::memory_order_acquire);
      return last == kPermit ? WaitResult::woken : WaitResult::timed_out;
    }
    if (state_.load(std::memory_order_relaxed) == kPermit) {
      state_.exchange(kEmpty, std::memory_order_acquire);
      return WaitResult::woken;
    }
  }
}

WaitResult Parker::park_at_bell(Nanoseconds deadline) {
  // take_permit() has just compared heard_ with the bell: any ring since then ends the wait below.
  const std::uint32_t seen = heard_;
  if (!enter_parked()) return WaitResult::woken;
  const WaitResult result = bell_->wait(seen, deadline);
  const bool permit = state_.exchange(kEmpty, std::memory_order_acquire) == kPermit;
  const bool rung = heard_a_ring();
  return permit || rung || result == WaitResult::woken ? WaitResult::woken : WaitResult::timed_out;
}

}  // namespace gilbox::sync
