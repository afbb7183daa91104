#include "sync/semaphore.hpp"

namespace gilbox::sync {

bool Semaphore::try_acquire() {
  std::uint32_t count = count_.load(std::memory_order_seq_cst);
  while (count != 0) {
    if (count_.compare_exchange_weak(count, count - 1, std::memory_order_seq_cst)) return true;
  }
  return false;
}

bool Semaphore::acquire_until(Nanoseconds deadline) {
  if (try_acquire()) return true;
  waiters_.fetch_add(1, std::memory_order_seq_cst);
  bool taken = try_acquire();
  while (!taken) {
    const WaitResult result = wait_on(count_, 0, deadline);
    taken = try_acquire();
    if (result == WaitResult::timed_out) break;
  }
  waiters_.fetch_sub(1, std::memory_order_relaxed);
  return taken;
}

void Semaphore::release(std::uint32_t permits) {
  count_.fetch_add(permits, std::memory_order_seq_cst);
  if (waiters_.load(std::memory_order_seq_cst) != 0) notify(count_, permits);
}

}  // namespace gilbox::sync
