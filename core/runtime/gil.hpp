// The global interpreter lock, by CPython's protocol (Python/ceval_gil.c).
//
// Story. One thread at a time runs Python code: the one that holds the GIL. A thread that wants it
// waits for one switch interval; if nobody switched in that time it sets kDropRequest in the
// holder's eval breaker, and the holder gives the GIL up at its next safepoint. A holder that was
// asked does not take the GIL again before another thread had it (forced switching); one that gave
// it up to wait for something else may come back at once, and then queues like everyone (the convoy
// effect, as in CPython).
//
// Invariants. 1. locked_ changes only under mutex_. 2. holder_ is the last thread that took it,
// also while it is free. 3. switch_number_ grows whenever the holder changes, so a waiter that
// slept an interval can tell whether anybody had a turn. 4. Who waits for the forced switch holds
// neither the GIL nor mutex_.
#pragma once

#include "runtime/thread.hpp"
#include "sync/condition.hpp"

namespace gilbox::py {

class Gil {
 public:
  void take(Thread& t);
  void drop(Thread& t);  // with a pending kDropRequest: returns only when another thread had it

  void yield(Thread& t);  // hands the GIL to whoever waits for it, if anyone does

  bool held_by(const Thread& t) const GILBOX_NO_THREAD_ANALYSIS { return locked_ && holder_ == &t; }
  void set_interval(sync::Nanoseconds interval) { interval_ = interval < 1000 ? 1000 : interval; }
  sync::Nanoseconds interval() const { return interval_; }
  uint64_t switches() const GILBOX_NO_THREAD_ANALYSIS { return switch_number_; }
  // A thread is gone: nobody may write to its breaker any more. Called with the GIL dropped.
  void forget(Thread& t);

 private:
  sync::Mutex mutex_;
  sync::Condition condition_;
  uint32_t waiters_ GILBOX_GUARDED_BY(mutex_) = 0;
  bool locked_ GILBOX_GUARDED_BY(mutex_) = false;
  Thread* holder_ GILBOX_GUARDED_BY(mutex_) = nullptr;
  uint64_t switch_number_ GILBOX_GUARDED_BY(mutex_) = 0;
  sync::Nanoseconds interval_ = 5 * sync::kMillisecond;
  sync::Mutex switch_mutex_;
  sync::Condition switched_;
};
extern Gil gil;

// Gives the GIL away for a scope: around system calls and long work on data no other thread can
// see.
class GilReleased {
 public:
  explicit GilReleased(Thread& t) : t_(t) { gil.drop(t_); }
  ~GilReleased() { gil.take(t_); }
  GilReleased(const GilReleased&) = delete;
  GilReleased& operator=(const GilReleased&) = delete;

 private:
  Thread& t_;
};

}  // namespace gilbox::py
