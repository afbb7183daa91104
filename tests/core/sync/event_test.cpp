#include "sync/event.hpp"

#include "sync/clock.hpp"
#include "sync/semaphore.hpp"
#include "sync/threads.hpp"

using namespace gilbox::sync;

TEST_CASE("an event lets through whoever waits and whoever comes later") {
  Event event;
  Event started;
  int written = 0;
  int seen[2] = {0, 0};
  Threads threads;
  for (int& mine : seen) {
    threads.start([&] {
      started.set();
      event.wait();
      mine = written;
    });
  }
  started.wait();
  written = 42;
  event.set();
  threads.join();
  CHECK(seen[0] == 42);
  CHECK(seen[1] == 42);
  CHECK(event.wait_until(kNow) == WaitResult::woken);
}

TEST_CASE("an event that is not set ends a wait at its deadline") {
  Event event;
  const Nanoseconds deadline = monotonic_now() + 2 * kMillisecond;
  CHECK(event.wait_until(deadline) == WaitResult::timed_out);
  CHECK(monotonic_now() >= deadline);
  event.set();
  event.reset();
  CHECK_FALSE(event.is_set());
  CHECK(event.wait_until(kNow) == WaitResult::timed_out);
}

TEST_CASE("a semaphore lets in as many as it has permits") {
  Semaphore semaphore(2);
  CHECK(semaphore.try_acquire());
  CHECK(semaphore.try_acquire());
  CHECK_FALSE(semaphore.try_acquire());
  CHECK_FALSE(semaphore.acquire_until(monotonic_now() + kMillisecond));
  semaphore.release();
  CHECK(semaphore.acquire_until(kNow));
  semaphore.release(2);
  CHECK(semaphore.value() == 2);
}

TEST_CASE("permits given from many threads are taken exactly once") {
  constexpr int kThreads = 4;
  constexpr int kEach = 20'000;
  Semaphore semaphore(0);
  std::atomic<int> taken{0};
  Threads threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.start([&] {
      for (int n = 0; n < kEach; ++n) semaphore.release();
    });
    threads.start([&] {
      for (int n = 0; n < kEach; ++n) {
        semaphore.acquire();
        taken.fetch_add(1, std::memory_order_relaxed);
      }
    });
  }
  threads.join();
  CHECK(taken.load() == kThreads * kEach);
  CHECK(semaphore.value() == 0);
}
