#include "sync/mutex.hpp"

#include "sync/clock.hpp"
#include "sync/condition.hpp"
#include "sync/threads.hpp"

using namespace gilbox::sync;

TEST_CASE("a mutex lets one thread in at a time") {
  constexpr int kThreads = 6;
  constexpr int kRounds = 20'000;
  Mutex mutex;
  int count = 0;
  bool inside = false;
  bool overlapped = false;
  Threads threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.start([&] {
      for (int round = 0; round < kRounds; ++round) {
        MutexLock lock(mutex);
        overlapped = overlapped || inside;
        inside = true;
        ++count;
        inside = false;
      }
    });
  }
  threads.join();
  CHECK(count == kThreads * kRounds);
  CHECK_FALSE(overlapped);
}

TEST_CASE("a held mutex refuses a try and ends a wait at its deadline") {
  Mutex mutex;
  int got_in = 0;
  bool late = false;
  const auto try_both = [&] {
    if (mutex.try_lock()) {
      ++got_in;
      mutex.unlock();
    }
    const Nanoseconds deadline = monotonic_now() + 2 * kMillisecond;
    if (mutex.lock_until(deadline)) {
      ++got_in;
      mutex.unlock();
    } else {
      late = monotonic_now() >= deadline;
    }
  };
  {
    MutexLock lock(mutex);
    Threads threads;
    threads.start(try_both);
  }
  CHECK(got_in == 0);
  CHECK(late);
  CHECK_FALSE(mutex.is_locked());
  try_both();
  CHECK(got_in == 2);
}

TEST_CASE("a scope gives the mutex back and takes it again around a call") {
  Mutex mutex;
  MutexLock lock(mutex);
  {
    MutexUnlock unlock(mutex);
    CHECK_FALSE(mutex.is_locked());
  }
  CHECK(mutex.is_locked());
}

TEST_CASE("notify_one lets one waiter go on, notify_all the rest") {
  constexpr int kWaiters = 4;
  Mutex mutex;
  Condition condition;
  Condition arrived;
  int waiting = 0;
  int tickets = 0;
  int passed = 0;
  Threads threads;
  for (int t = 0; t < kWaiters; ++t) {
    threads.start([&] {
      MutexLock lock(mutex);
      ++waiting;
      arrived.notify_one();
      while (tickets == 0) condition.wait(mutex);
      --tickets;
      ++passed;
      arrived.notify_one();
    });
  }
  {
    MutexLock lock(mutex);
    while (waiting < kWaiters) arrived.wait(mutex);
    tickets = 1;
    condition.notify_one();
    while (passed < 1) arrived.wait(mutex);
    CHECK(tickets == 0);
    CHECK(passed == 1);
    tickets = kWaiters - 1;
    condition.notify_all();
  }
  threads.join();
  CHECK(passed == kWaiters);
}

TEST_CASE("a wait on a condition ends at its deadline with the mutex held") {
  Mutex mutex;
  Condition condition;
  MutexLock lock(mutex);
  const Nanoseconds deadline = monotonic_now() + 2 * kMillisecond;
  while (condition.wait_until(mutex, deadline) != WaitResult::timed_out) {
  }
  CHECK(monotonic_now() >= deadline);
  CHECK(mutex.is_locked());
}

TEST_CASE("a bounded buffer hands every item over once, in order") {
  constexpr int kItems = 50'000;
  constexpr int kRoom = 4;
  Mutex mutex;
  Condition not_full;
  Condition not_empty;
  int held[kRoom];
  int first = 0;
  int count = 0;
  Threads threads;
  threads.start([&] {
    for (int item = 0; item < kItems; ++item) {
      MutexLock lock(mutex);
      while (count == kRoom) not_full.wait(mutex);
      held[(first + count++) % kRoom] = item;
      not_empty.notify_one();
    }
  });
  bool ordered = true;
  for (int item = 0; item < kItems; ++item) {
    MutexLock lock(mutex);
    while (count == 0) not_empty.wait(mutex);
    ordered = ordered && held[first] == item;
    first = (first + 1) % kRoom;
    --count;
    not_full.notify_one();
  }
  CHECK(ordered);
}
