// Semaphore: a count of permits. acquire takes one or waits for one, release gives some back.
//
// count_: permits free now (any thread writes). waiters_: threads about to sleep or asleep; release
// skips the system call at 0. Taking is acquire, giving is release; between the two words the order
// is sequentially consistent (the releaser adds then looks, the waiter counts itself then looks).
#pragma once

#include "sync/word.hpp"

namespace gilbox::sync {

class Semaphore {
 public:
  explicit constexpr Semaphore(std::uint32_t permits) : count_(permits) {}
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;

  [[nodiscard]] bool try_acquire();
  void acquire() { static_cast<void>(acquire_until(kForever)); }
  // False: the deadline came first, no permit was taken.
  [[nodiscard]] bool acquire_until(Nanoseconds deadline);
  void release(std::uint32_t permits = 1);
  // A look; the answer may be old when it arrives.
  std::uint32_t value() const { return count_.load(std::memory_order_relaxed); }

 private:
  Word count_;
  Word waiters_{0};
};

}  // namespace gilbox::sync
