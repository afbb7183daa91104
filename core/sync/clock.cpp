#include "sync/clock.hpp"

#include <time.h>

#include "sync/check.hpp"

#if defined(__EMSCRIPTEN__)
#include <emscripten/emscripten.h>
#endif

namespace gilbox::sync {

namespace {

Nanoseconds read_clock(clockid_t which) {
  timespec at{};
  if (clock_gettime(which, &at) != 0) return -1;
  return static_cast<Nanoseconds>(at.tv_sec) * kSecond + at.tv_nsec;
}

}  // namespace

#if defined(__EMSCRIPTEN__)
// clock_gettime() would ask JavaScript twice.
Nanoseconds monotonic_now() { return static_cast<Nanoseconds>(emscripten_get_now() * 1e6); }
#else
Nanoseconds monotonic_now() { return read_clock(CLOCK_MONOTONIC); }
#endif
Nanoseconds wall_clock_now() { return read_clock(CLOCK_REALTIME); }

#if defined(__wasm__)
Nanoseconds thread_cpu_time() { return -1; }
Nanoseconds process_cpu_time() { return -1; }
#else
Nanoseconds thread_cpu_time() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }
Nanoseconds process_cpu_time() { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }
#endif

Clock& system_clock() {
  static SystemClock clock;
  return clock;
}

// Each waiter sleeps on its caller's own word without a real deadline; advance() notifies that
// word. A notify that comes between our registration and the sleep would be lost (the word has not
// changed), so the sleep itself is cut into short real slices: the only place where virtual time
// costs real time.
WaitResult VirtualClock::wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) {
  if (now() >= deadline) {
    return word.load(std::memory_order_acquire) == seen ? WaitResult::timed_out : WaitResult::woken;
  }
  Waiter* slot = nullptr;
  {
    MutexLock lock(mutex_);
    for (Waiter& waiter : waiters_) {
      if (waiter.word == nullptr) {
        slot = &waiter;
        break;
      }
    }
    GILBOX_SYNC_CHECK(slot != nullptr, "more threads wait on a VirtualClock than it has slots");
    *slot = Waiter{&word, deadline};
    waiting_.fetch_add(1, std::memory_order_release);
  }
  changes_.fetch_add(1, std::memory_order_release);
  notify(changes_);

  constexpr Nanoseconds kSlice = 20 * kMillisecond;
  while (word.load(std::memory_order_acquire) == seen && now() < deadline) {
    sync::wait_on(word, seen, monotonic_now() + kSlice);
  }
  const bool changed = word.load(std::memory_order_acquire) != seen;

  MutexLock lock(mutex_);
  *slot = Waiter{};
  waiting_.fetch_sub(1, std::memory_order_release);
  return changed ? WaitResult::woken : WaitResult::timed_out;
}

void VirtualClock::advance(Nanoseconds by) {
  const Nanoseconds now = now_.fetch_add(by, std::memory_order_acq_rel) + by;
  MutexLock lock(mutex_);
  for (const Waiter& waiter : waiters_) {
    if (waiter.word != nullptr && waiter.deadline <= now) notify(*waiter.word);
  }
}

void VirtualClock::await_waiters(int count) {
  for (;;) {
    const std::uint32_t seen = changes_.load(std::memory_order_acquire);
    if (waiting() >= count) return;
    sync::wait_on(changes_, seen);
  }
}

}  // namespace gilbox::sync
