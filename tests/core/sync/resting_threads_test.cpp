#include "sync/resting_threads.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sync/event.hpp"

using namespace gilbox::sync;

namespace {

struct Visit {
  Event done;
  pthread_t by{};

  static void entry(void* argument) {
    auto* visit = static_cast<Visit*>(argument);
    visit->by = pthread_self();
    visit->done.set();
  }
};

void wait_until_resting(RestingThreads& threads, std::uint32_t count) {
  while (threads.resting() != count) yield_thread();
}

}  // namespace

TEST_CASE("a thread that has done its work is given the next one") {
  static RestingThreads threads({.moment = kForever});
  Visit first, second;
  REQUIRE_FALSE(threads.run({}, Visit::entry, &first));
  first.done.wait();
  wait_until_resting(threads, 1);
  REQUIRE_FALSE(threads.run({}, Visit::entry, &second));
  second.done.wait();
  CHECK(pthread_equal(first.by, second.by));
  wait_until_resting(threads, 1);
}

TEST_CASE("a thread of another stack size is left alone") {
  static RestingThreads threads({.moment = kForever});
  Visit first, second;
  REQUIRE_FALSE(threads.run({}, Visit::entry, &first));
  first.done.wait();
  wait_until_resting(threads, 1);
  REQUIRE_FALSE(threads.run({.stack_size = 256 * 1024}, Visit::entry, &second));
  second.done.wait();
  CHECK_FALSE(pthread_equal(first.by, second.by));
  wait_until_resting(threads, 2);
}

TEST_CASE("a thread that nobody wants ends after its moment") {
  static RestingThreads threads({.moment = kMillisecond});
  Visit visit;
  REQUIRE_FALSE(threads.run({}, Visit::entry, &visit));
  visit.done.wait();
  wait_until_resting(threads, 0);
  CHECK(threads.resting() == 0);
}

TEST_CASE("no more threads rest than may") {
  static RestingThreads threads({.moment = kForever, .most = 1});
  static struct Pair {
    Event begun[2], go, done[2];
  } pair;
  static struct Part {
    Pair* pair;
    int number;
  } parts[2] = {{&pair, 0}, {&pair, 1}};
  for (Part& part : parts)
    REQUIRE_FALSE(threads.run(
        {},
        [](void* argument) {
          auto* part = static_cast<Part*>(argument);
          part->pair->begun[part->number].set();
          part->pair->go.wait();
          part->pair->done[part->number].set();
        },
        &part));
  for (Event& begun : pair.begun) begun.wait();
  pair.go.set();
  for (Event& done : pair.done) done.wait();
  wait_until_resting(threads, 1);
  CHECK(threads.resting() == 1);
}
