#include "runtime/gil.hpp"

#include "sync/clock.hpp"

namespace gilbox::py {

Gil gil;

void Gil::take(Thread& t) {
  {
    sync::MutexLock lock(mutex_);
    ++waiters_;
    while (locked_) {
      const uint64_t seen = switch_number_;
      const auto deadline = sync::deadline_after(sync::monotonic_now(), interval_);
      const auto result = condition_.wait_until(mutex_, deadline);
      if (result == sync::WaitResult::timed_out && locked_ && switch_number_ == seen)
        holder_->breaker.fetch_or(kDropRequest, std::memory_order_relaxed);
    }
    --waiters_;
    locked_ = true;
    if (holder_ != &t) {
      holder_ = &t;
      ++switch_number_;
    }
  }
  {
    sync::MutexLock lock(switch_mutex_);
    switched_.notify_all();
  }
  t.breaker.fetch_and(~uint32_t{kDropRequest}, std::memory_order_relaxed);
  current_thread = &t;
}

void Gil::drop(Thread& t) {
  current_thread = nullptr;
  {
    sync::MutexLock lock(mutex_);
    locked_ = false;
    condition_.notify_one();
  }
  if (!(t.breaker.load(std::memory_order_relaxed) & kDropRequest)) return;
  t.breaker.fetch_and(~uint32_t{kDropRequest}, std::memory_order_relaxed);
  sync::MutexLock lock(switch_mutex_);
  for (;;) {
    {
      sync::MutexLock inner(mutex_);
      if (holder_ != &t) return;
    }
    switched_.wait(switch_mutex_);
  }
}

void Gil::yield(Thread& t) {
  {
    sync::MutexLock lock(mutex_);
    if (waiters_ == 0) return;
  }
  t.breaker.fetch_or(kDropRequest, std::memory_order_relaxed);
  drop(t);
  take(t);
}

void Gil::forget(Thread& t) {
  sync::MutexLock lock(mutex_);
  if (holder_ == &t) holder_ = nullptr;
}

}  // namespace gilbox::py
