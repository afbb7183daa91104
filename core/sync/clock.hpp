// Time: the monotonic clock as a function, and as an object that tests can replace.
//
// Code that reads the time for a deadline calls monotonic_now(). Code whose waiting must be
// testable without waiting takes a Clock&: SystemClock is the real one, VirtualClock stands still
// until advance() moves it. A Clock also does the waiting, because only it knows when its deadline
// has come.
//
// Threads: every function may be called from any thread. In WASM all workers of one page share the
// origin of monotonic_now(), so times of different processes can be compared.
#pragma once

#include "sync/mutex.hpp"
#include "sync/word.hpp"

namespace gilbox::sync {

// Nanoseconds since an arbitrary point; never goes back. Resolution: about 1 ns natively, 5 µs to
// 1 ms in a browser (the page's isolation decides).
Nanoseconds monotonic_now();

// Nanoseconds since 1970-01-01 UTC; may jump.
Nanoseconds wall_clock_now();

// Processor time this thread (or this process) has used, ns; WASM cannot tell and answers -1.
Nanoseconds thread_cpu_time();
Nanoseconds process_cpu_time();

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  virtual Nanoseconds now() const = 0;
  // As sync::wait_on, with the deadline on this clock.
  virtual WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) = 0;
};

class SystemClock final : public Clock {
 public:
  Nanoseconds now() const override { return monotonic_now(); }
  WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) override {
    return sync::wait_on(word, seen, deadline);
  }
};

// The process's one SystemClock.
Clock& system_clock();

// A clock for tests. Starts at `start` (not 0, so that kNow is always past); time passes only in
// advance(), which wakes every waiter whose deadline has come. At most kMostWaiters wait at once.
class VirtualClock final : public Clock {
 public:
  static constexpr int kMostWaiters = 64;

  explicit VirtualClock(Nanoseconds start = kSecond) : now_(start) {}

  Nanoseconds now() const override { return now_.load(std::memory_order_acquire); }
  WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) override;

  void advance(Nanoseconds by);
  // Threads inside wait_on now: what a test waits for before it advances.
  int waiting() const { return waiting_.load(std::memory_order_acquire); }
  // Blocks (in real time) until at least `count` threads wait on this clock.
  void await_waiters(int count);

 private:
  struct Waiter {
    Word* word = nullptr;
    Nanoseconds deadline = kForever;
  };
  std::atomic<Nanoseconds> now_;  // written by advance()
  std::atomic<int> waiting_{0};   // written under mutex_
  Word changes_{0};               // bumped when waiting_ grows; await_waiters sleeps on it
  mutable Mutex mutex_;
  Waiter waiters_[kMostWaiters] GILBOX_GUARDED_BY(mutex_);
};

}  // namespace gilbox::sync
