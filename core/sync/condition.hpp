// Condition: wait, with a mutex given back, until another thread says that something changed.
//
//   MutexLock lock(mutex);
//   while (!ready) if (condition.wait_until(mutex, deadline) == WaitResult::timed_out) break;
//
// Wake-ups may be spurious, so always loop over the predicate. Waiters need not be woken in the
// order they came. All waiters of one Condition use one mutex.
//
// sequence_: bumped by every notify; a waiter sleeps while it is what it saw under the mutex. (A
// waiter that is descheduled for exactly 2^32 notifies between the two would miss one; it is woken
// by the next.) waiters_: threads between "about to sleep" and "mutex held again"; notify skips the
// system call at 0. Both use sequentially consistent order: the notifier bumps then looks, the
// waiter counts itself then looks.
#pragma once

#include "sync/mutex.hpp"

namespace gilbox::sync {

class Condition {
 public:
  constexpr Condition() = default;
  Condition(const Condition&) = delete;
  Condition& operator=(const Condition&) = delete;

  void wait(Mutex& mutex) GILBOX_REQUIRES(mutex) { wait_until(mutex, kForever); }

  // The mutex is held again when this returns, whatever the result.
  WaitResult wait_until(Mutex& mutex, Nanoseconds deadline) GILBOX_REQUIRES(mutex);

  // May be called with or without the mutex held; change the predicate under it.
  void notify_one() { wake(1); }
  void notify_all() { wake(kEveryone); }

 private:
  void wake(std::uint32_t count);

  Word sequence_{0};
  Word waiters_{0};
};

}  // namespace gilbox::sync
