#include "sync/thread.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "sync/clock.hpp"

using namespace gilbox::sync;

TEST_CASE("a thread runs its body once and what it wrote is seen after the join") {
  auto owned = std::make_unique<int>(6);
  int result = 0;
  auto thread =
      Thread::start({.name = "a name longer than the system keeps", .stack_size = 100'000},
                    [&result, owned = std::move(owned)] { result = *owned * 7; });
  REQUIRE(thread);
  CHECK(thread->joinable());
  thread->join();
  CHECK_FALSE(thread->joinable());
  CHECK(result == 42);
}

TEST_CASE("threads have numbers of their own") {
  const std::uint32_t mine = thread_number();
  std::uint32_t theirs = 0;
  auto thread = Thread::start({}, [&] { theirs = thread_number(); });
  REQUIRE(thread);
  thread->join();
  CHECK(theirs != 0);
  CHECK(theirs != mine);
  CHECK(thread_number() == mine);
}

TEST_CASE("a detached thread runs on by itself") {
  static Word done{0};
  done.store(0);
  auto thread = Thread::start({}, [] {
    done.store(1);
    notify(done);
  });
  REQUIRE(thread);
  thread->detach();
  while (done.load() == 0) wait_on(done, 0);
  CHECK(done.load() == 1);
}

TEST_CASE("a sleep is never too short") {
  const Nanoseconds deadline = monotonic_now() + 3 * kMillisecond;
  sleep_until(deadline);
  CHECK(monotonic_now() >= deadline);
}

TEST_CASE("deadlines from durations stop at for ever instead of overflowing") {
  static_assert(deadline_after(kForever - 5, 10) == kForever);
  static_assert(deadline_after(100, -7) == 100);
  static_assert(deadline_after_seconds(100, 1e300) == kForever);
  static_assert(deadline_after_seconds(100, 2e-9) == 102);
  static_assert(deadline_after_seconds(100, 1.5e-9) == 102);
  static_assert(deadline_after_seconds(100, -1.0) == 100);
  CHECK(deadline_after_seconds(0, __builtin_nan("")) == kForever);
}

TEST_CASE("at least one thread can run at once") { CHECK(hardware_threads() >= 1); }
