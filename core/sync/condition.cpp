#include "sync/condition.hpp"

namespace gilbox::sync {

WaitResult Condition::wait_until(Mutex& mutex, Nanoseconds deadline) {
  waiters_.fetch_add(1, std::memory_order_seq_cst);
  const std::uint32_t seen = sequence_.load(std::memory_order_seq_cst);
  mutex.unlock();
  const WaitResult result = wait_on(sequence_, seen, deadline);
  mutex.lock();
  waiters_.fetch_sub(1, std::memory_order_relaxed);
  return result;
}

void Condition::wake(std::uint32_t count) {
  sequence_.fetch_add(1, std::memory_order_seq_cst);
  if (waiters_.load(std::memory_order_seq_cst) != 0) notify(sequence_, count);
}

}  // namespace gilbox::sync
