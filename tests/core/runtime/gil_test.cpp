// The GIL alone: native threads with a py::Thread each, no interpreter.
#include "runtime/gil.hpp"

#include <array>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "runtime/interpreter.hpp"
#include "runtime/schedule.hpp"
#include "runtime/switch_policy.hpp"
#include "runtime/turns.hpp"
#include "sync/thread.hpp"

using namespace gilbox;
using namespace gilbox::py;

namespace {

// As the eval loop: looks at the breaker between two steps.
void look(Thread& t) {
  if (turns) turns->tick();
  const bool asked = t.breaker.load() & kDropRequest;
  if (switch_policy->switch_now(asked)) gil.yield(t);
}

// Runs body(t, n) in `count` threads that all begin in the list of the interpreter.
template <class Body>
void in_threads(int count, Body body) {
  std::vector<std::unique_ptr<Thread>> states;
  std::vector<sync::Thread> threads;
  for (int n = 0; n < count; ++n) {
    states.push_back(std::make_unique<Thread>());
    states.back()->number = sync::reserve_thread_number();
    link_thread(*states.back());
  }
  for (int n = 0; n < count; ++n) {
    Thread& t = *states[static_cast<size_t>(n)];
    threads.push_back(*sync::Thread::start({.name = "test"}, [&t, n, body] {
      gil.take(t);
      body(t, n);
      unlink_thread(t);
      if (turns) turns->pass(t, false);
      gil.drop(t, trace::DropReason::finished);
      gil.forget(t);
    }));
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("one thread at a time has the GIL") {
  std::atomic<int> inside{0};
  int together = 0, plain = 0;
  in_threads(4, [&](Thread& t, int) {
    for (int i = 0; i < 2000; ++i) {
      if (inside.fetch_add(1) != 0) ++together;
      ++plain;
      inside.fetch_sub(1);
      gil.drop(t);
      gil.take(t);
    }
  });
  CHECK(together == 0);
  CHECK(plain == 8000);
}

TEST_CASE(
    "a thread that computes gives the GIL up when it is asked, and not before another had it") {
  gil.set_interval(1000);
  std::array<int, 3> turns_of{};
  std::atomic<bool> over{false};
  in_threads(3, [&](Thread& t, int n) {
    while (!over.load()) {
      look(t);
      if (++turns_of[static_cast<size_t>(n)] >= 1000 && turns_of[0] >= 1000 &&
          turns_of[1] >= 1000 && turns_of[2] >= 1000)
        over = true;
    }
  });
  gil.set_interval(5 * sync::kMillisecond);
  for (const int count : turns_of) CHECK(count >= 1000);
}

TEST_CASE("the times of a thread add up") {
  in_threads(2, [&](Thread& t, int) {
    for (int i = 0; i < 50; ++i) {
      gil.drop(t);
      gil.take(t);
    }
    CHECK(t.times.held > 0);
    CHECK(t.times.switches <= 51);
    CHECK(t.times.forced == 0);
  });
}

TEST_CASE("a seed gives the same order of threads every time") {
  const auto order_of = [](const char* schedule) {
    REQUIRE(set_schedule(schedule));
    std::string order;
    in_threads(4, [&](Thread& t, int n) {
      for (int i = 0; i < 30; ++i) {
        order += static_cast<char>('a' + n);
        look(t);
      }
    });
    set_schedule("timed");
    // Who is first of all is the operating system's choice: nobody had the GIL before.
    return order;
  };
  std::vector<std::string> orders;
  for (int i = 0; i < 8; ++i) orders.push_back(order_of("seed:5/2"));
  // Orders that begin alike are alike.
  for (const auto& a : orders)
    for (const auto& b : orders)
      if (a[0] == b[0]) CHECK(a == b);
  CHECK(orders[0].size() == 120);
}

TEST_CASE("round robin lets everyone have a turn") {
  REQUIRE(set_schedule("every:1"));
  std::string order;
  in_threads(3, [&](Thread& t, int n) {
    for (int i = 0; i < 5; ++i) {
      order += static_cast<char>('a' + n);
      look(t);
    }
  });
  set_schedule("timed");
  REQUIRE(order.size() == 15);
  for (size_t i = 3; i < order.size(); ++i) CHECK(order[i] == order[i - 3]);
}
