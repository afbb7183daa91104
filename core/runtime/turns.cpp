#include "runtime/turns.hpp"

#include "base/small_vector.hpp"
#include "runtime/interpreter.hpp"
#include "sync/clock.hpp"

namespace gilbox::py {

Turns* turns = nullptr;

// Rounded to a millisecond: the time between the call and here is not the program's.
int64_t Turns::due(int64_t deadline) const {
  if (deadline == INT64_MAX) return INT64_MAX;
  const int64_t left = deadline - sync::monotonic_now();
  if (left < sync::kMillisecond / 2) return now_ + (left > 0 ? left : 0);
  return now_ + (left + sync::kMillisecond / 2) / sync::kMillisecond * sync::kMillisecond;
}

bool Turns::can_run(const Thread& t) const {
  return t.waiting == nullptr || t.woken.load(std::memory_order_acquire) || t.wait_due <= now_;
}

// The list of threads is in the order of their start, newest first; the policy sees them beginning
// with the one after `from`.
Thread* Turns::choose(Thread& from) {
  base::SmallVector<Thread*, 16> before, after;
  bool passed = false;
  for (Thread* t = interpreter.threads; t; t = t->next) {
    if (t == &from) {
      passed = true;
    } else if (can_run(*t)) {
      (passed ? after : before).push_back(t);
    }
  }
  const auto count = static_cast<uint32_t>(before.size() + after.size());
  if (count == 0) return nullptr;
  const uint32_t chosen = policy_.choose(count);
  return chosen < after.size() ? after[chosen] : before[chosen - after.size()];
}

Thread* Turns::earliest() const {
  Thread* first = nullptr;
  for (Thread* t = interpreter.threads; t; t = t->next)
    if (t->waiting && t->wait_due != INT64_MAX && (!first || t->wait_due <= first->wait_due))
      first = t;
  return first;
}

bool Turns::pass(Thread& from, bool stays) {
  Thread* next = choose(from);
  if (!next && stays) return false;
  if (!next && from.waiting && can_run(from)) next = &from;
  bool asleep = false;
  if (!next) {
    next = earliest();
    if (next) now_ = next->wait_due;
    asleep = next != nullptr;
  }
  sync::MutexLock lock(mutex_);
  turn_ = next;
  asleep_ = asleep;
  changed_.notify_all();
  return true;
}

void Turns::await(Thread& t) {
  sync::MutexLock lock(mutex_);
  // A thread woken from outside while everyone sleeps need not wait for the first sleeper.
  while (turn_ != nullptr && turn_ != &t && !(asleep_ && t.woken.load(std::memory_order_acquire)))
    changed_.wait(mutex_);
  turn_ = &t;
  asleep_ = false;
}

}  // namespace gilbox::py
