// Turns: under a deterministic schedule, which thread has the GIL next.
//
// Story. The operating system decides which of several waiting threads runs first, and how long a
// sleep takes; a schedule that shall replay exactly may depend on neither. So the thread that gives
// the GIL up names its successor: the policy chooses among the threads that can run, in the order
// of their start. A thread can run when it waits for nothing (also when the operating system has
// not started it yet: then everyone waits for it) or when another one has woken it. Time is counted
// in safepoints, kTick each: a sleep or a timeout is over when that time has come, or, when nobody
// can run, the earliest one is next and time jumps. Real time passes as well: the chosen sleeper
// still sleeps out its real time before it goes on. What comes from outside (input, pipes) joins
// those that can run when it comes: that alone is not repeated.
//
// turn_ (under mutex_): whose turn it is; null: of whoever comes first. Threads: pass, tick and due
// by the thread that holds the GIL; await by the one that wants it.
#pragma once

#include "runtime/switch_policy.hpp"
#include "runtime/thread.hpp"
#include "sync/condition.hpp"

namespace gilbox::py {

class Turns {
 public:
  explicit Turns(SwitchPolicy& policy) : policy_(policy) {}

  // Names the next thread; `stays`: the caller could go on. False: it goes on, nobody else can.
  bool pass(Thread& from, bool stays);
  // Blocks until it is this thread's turn.
  void await(Thread& t);

  void tick() { now_ += kTick; }
  // A deadline of the real clock in the time of the schedule.
  int64_t due(int64_t deadline) const;

 private:
  static constexpr int64_t kTick = 100;  // ns

  bool can_run(const Thread& t) const;
  Thread* choose(Thread& from);
  Thread* earliest() const;

  SwitchPolicy& policy_;
  int64_t now_ = 0;  // by the holder of the GIL
  sync::Mutex mutex_;
  sync::Condition changed_;
  Thread* turn_ GILBOX_GUARDED_BY(mutex_) = nullptr;
  bool asleep_ GILBOX_GUARDED_BY(mutex_) = false;  // turn_ still sleeps: others may come first
};

extern Turns* turns;  // null: the operating system decides. Set before threads start.

}  // namespace gilbox::py
