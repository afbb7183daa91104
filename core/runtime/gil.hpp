// The global interpreter lock, by CPython's protocol (Python/ceval_gil.c).
//
// Story. One thread at a time runs Python code: the one that holds the GIL. A thread that wants it
// looks for a moment whether it comes free (a holder that is about to block is out within
// microseconds), then waits for one switch interval; if nobody switched in that time it sets
// kDropRequest in the holder's eval breaker, and the holder gives the GIL up at its next safepoint.
// A holder that was asked does not take the GIL again before another thread had it (forced
// switching); one that gave it up to wait for something else may come back at once, and then queues
// like everyone (the convoy effect, as in CPython).
//
// Under a deterministic schedule (turns.hpp) the GIL is handed to a chosen thread instead, nobody
// asks for it, and GilReleased keeps it.
//
// Invariants. 1. state_ goes from free to held by one compare-exchange; who does that is the
// holder. 2. holder_ is the last thread that took it, also while it is free. 3. switch_number_
// grows whenever the holder changes, so a waiter that slept an interval can tell whether anybody
// had a turn. 4. Who wants the GIL counts itself in waiters_ before it looks at state_ and sleeps;
// who drops it frees state_ before it looks at waiters_ (both sequentially consistent): no wake-up
// is lost. 5. A thread's breaker is written through holder_ only under request_mutex_, and forget()
// takes it too: nobody writes to a thread that is gone.
#pragma once

#include "runtime/thread.hpp"
#include "sync/mutex.hpp"
#include "trace/events.hpp"

namespace gilbox::py {

class Gil {
 public:
  void take(Thread& t);
  // With a pending kDropRequest: returns only when another thread had it.
  void drop(Thread& t, trace::DropReason reason = trace::DropReason::native) {
    leave(t, reason);
    hand_over(t);
  }
  // Its two halves, for who has more to record in between, still with the GIL: what it waits for.
  void leave(Thread& t, trace::DropReason reason);
  void hand_over(Thread& t);
  void yield(Thread& t);  // hands the GIL to whoever waits for it, if anyone does

  bool held_by(const Thread& t) const {
    return state_.load(std::memory_order_relaxed) == kHeld && holder_.load() == &t;
  }
  // Nanoseconds, at least one microsecond.
  void set_interval(sync::Nanoseconds interval) { interval_ = interval < 1000 ? 1000 : interval; }
  sync::Nanoseconds interval() const { return interval_.load(std::memory_order_relaxed); }
  uint64_t switches() const { return switch_number_.load(std::memory_order_relaxed); }
  // A thread is gone: nobody may write to its breaker any more. Called with the GIL dropped.
  void forget(Thread& t);

  // From now on any other thread that takes the GIL stops there for ever: the program has ended,
  // what daemon threads would run on is being torn down. Opened again by the next interpreter.
  void close(Thread& last) { last_ = &last; }
  void open() { last_ = nullptr; }

 private:
  static constexpr uint32_t kFree = 0, kHeld = 1;

  bool try_take();
  sync::Nanoseconds wait_for_it();  // returns when it began
  void ask_holder(uint32_t seen);
  [[noreturn]] void hang();

  sync::Word state_{kFree};                 // by who takes and drops it
  sync::Word waiters_{0};                   // threads that may sleep on state_
  sync::Word switch_number_{0};             // by the holder; who was asked sleeps on it
  sync::Word forced_{0};                    // threads that may sleep on switch_number_
  std::atomic<Thread*> holder_{nullptr};    // by the holder, and by forget
  std::atomic<uint32_t> holder_number_{0};  // its thread number, for the trace
  std::atomic<Thread*> last_{nullptr};      // see close()
  std::atomic<sync::Nanoseconds> interval_{5 * sync::kMillisecond};
  sync::Mutex request_mutex_;
};
extern Gil gil;

// Gives the GIL away for a scope: around system calls and long work on data no other thread can
// see.
class GilReleased {
 public:
  explicit GilReleased(Thread& t);
  ~GilReleased();
  GilReleased(const GilReleased&) = delete;
  GilReleased& operator=(const GilReleased&) = delete;

 private:
  Thread& t_;
  bool released_;
};

}  // namespace gilbox::py
