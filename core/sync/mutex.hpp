// Mutex: four bytes, one atomic exchange when nobody else wants it.
//
//   Mutex mutex;  int count GILBOX_GUARDED_BY(mutex);
//   { MutexLock lock(mutex); ++count; }
//
// Not recursive, not fair: who unlocks and locks again may win against a sleeper (the GIL does its
// own hand-over on top). A contended lock spins for about a microsecond, then sleeps on the word.
//
// state_ (written by any thread):  0 free · 1 held, nobody sleeps · 2 held, someone may sleep.
// Invariants: 1. who sleeps has set the state to 2 first; 2. who unlocks from 2 notifies one; 3. a
// woken thread takes the lock with 2, because it cannot know whether others still sleep. Memory
// order: taking is acquire, releasing is release. A killed thread leaves it held, as a real one
// does.
#pragma once

#include "sync/annotations.hpp"
#include "sync/word.hpp"

namespace gilbox::sync {

class GILBOX_CAPABILITY("mutex") Mutex {
 public:
  constexpr Mutex() = default;
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

  void lock() GILBOX_ACQUIRE() {
    if (!take_free()) [[unlikely]]
      lock_slow(kForever);
  }

  [[nodiscard]] bool try_lock() GILBOX_TRY_ACQUIRE(true) { return take_free(); }

  // False: the deadline came first and the mutex is not held.
  [[nodiscard]] bool lock_until(Nanoseconds deadline) GILBOX_TRY_ACQUIRE(true) {
    return take_free() || lock_slow(deadline);
  }

  void unlock() GILBOX_RELEASE() {
    if (state_.exchange(kFree, std::memory_order_release) == kContended) [[unlikely]] {
      notify(state_, 1);
    }
  }

  // A look for reports and assertions; the answer may be old when it arrives.
  bool is_locked() const { return state_.load(std::memory_order_relaxed) != kFree; }

 private:
  static constexpr std::uint32_t kFree = 0;
  static constexpr std::uint32_t kHeld = 1;
  static constexpr std::uint32_t kContended = 2;

  bool take_free() {
    std::uint32_t expected = kFree;
    return state_.compare_exchange_strong(expected, kHeld, std::memory_order_acquire,
                                          std::memory_order_relaxed);
  }
  bool lock_slow(Nanoseconds deadline);

  Word state_{kFree};
};

// Holds a mutex for a scope.
class GILBOX_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) GILBOX_ACQUIRE(mutex) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() GILBOX_RELEASE() { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

// Gives a held mutex back for a scope: around a call that may block or take other locks.
class GILBOX_SCOPED_CAPABILITY MutexUnlock {
 public:
  explicit MutexUnlock(Mutex& mutex) GILBOX_RELEASE(mutex) : mutex_(mutex) { mutex_.unlock(); }
  // "Release" ends this scope's claim, which for the analysis is that the mutex is not held.
  ~MutexUnlock() GILBOX_RELEASE() GILBOX_NO_THREAD_ANALYSIS { mutex_.lock(); }
  MutexUnlock(const MutexUnlock&) = delete;
  MutexUnlock& operator=(const MutexUnlock&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace gilbox::sync
