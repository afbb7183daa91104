#include "sync/lock_graph.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gilbox::sync;

namespace {

Wait held_only(std::uint64_t resource) { return {.resource = resource, .waker = Waker::holder}; }
Wait by_anyone(std::uint64_t resource) { return {.resource = resource, .waker = Waker::anyone}; }
using Ids = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("two threads that each hold what the other waits for are stuck, and the cycle is named") {
  LockGraph graph;
  graph.add_wait(1, held_only(20));
  graph.add_wait(2, held_only(10));
  graph.add_hold(10, 1);
  graph.add_hold(20, 2);
  graph.add_thread(3);
  CHECK(graph.stuck() == Ids{1, 2});
  CHECK_FALSE(graph.all_stuck());
  const auto cycle = graph.cycle_from(1);
  REQUIRE(cycle.size() == 2);
  CHECK(cycle[0].thread == 1);
  CHECK(cycle[0].resource == 20);
  CHECK(cycle[0].holder == 2);
  CHECK(cycle[1].thread == 2);
  CHECK(cycle[1].holder == 1);
  CHECK(graph.cycles().size() == 1);
}

TEST_CASE("a thread that waits for itself is a cycle of one") {
  LockGraph graph;
  graph.add_wait(1, by_anyone(5));
  graph.add_hold(5, 1);
  CHECK(graph.all_stuck());
  CHECK(graph.cycle_from(1).size() == 1);
}

TEST_CASE("what anyone can give is given as long as one thread can go on") {
  LockGraph graph;
  graph.add_wait(1, by_anyone(5));
  graph.add_wait(2, by_anyone(6));
  CHECK(graph.all_stuck());
  CHECK(graph.cycles().empty());  // a forgotten notify: stuck without a cycle
  graph.add_thread(3);
  CHECK(graph.stuck().empty());
}

TEST_CASE("a deadline or the outside world frees a thread and whoever it can wake") {
  LockGraph graph;
  graph.add_wait(1, held_only(10));
  graph.add_hold(10, 2);
  graph.add_wait(2, held_only(11));
  graph.add_hold(11, 3);
  SECTION("no way out") {
    graph.add_wait(3, by_anyone(12));
    CHECK(graph.all_stuck());
  }
  SECTION("a deadline") {
    graph.add_wait(3, {.resource = 12, .waker = Waker::anyone, .deadline = 1'000});
    CHECK(graph.stuck().empty());
  }
  SECTION("input from outside") {
    graph.add_wait(3, {.resource = 12, .waker = Waker::outside});
    CHECK(graph.stuck().empty());
  }
  SECTION("one of two things is enough") {
    graph.add_wait(3, held_only(99));
    graph.add_wait(3, {.resource = 12, .waker = Waker::outside});
    CHECK(graph.stuck().empty());
  }
}

TEST_CASE("what a dead thread holds is never given back") {
  LockGraph graph;
  graph.add_thread(1);
  graph.add_wait(2, held_only(10));
  graph.add_hold(10, 77);  // not alive
  CHECK(graph.stuck() == Ids{2});
  CHECK(graph.cycle_from(2).empty());
}

TEST_CASE("a long chain that ends in a cycle is stuck, but only the cycle is named one") {
  LockGraph graph;
  constexpr std::uint64_t kThreads = 200;
  for (std::uint64_t t = 1; t <= kThreads; ++t) {
    graph.add_wait(t, held_only(t));
    graph.add_hold(t, t < kThreads ? t + 1 : kThreads - 1);
  }
  CHECK(graph.all_stuck());
  CHECK(graph.cycle_from(1).empty());
  CHECK(graph.cycle_from(kThreads).size() == 2);
  CHECK(graph.cycles().size() == 1);
}
