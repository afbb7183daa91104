#include "sync/parker.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sync/thread.hpp"

using namespace gilbox::sync;

namespace {

// A bell as a host would give one, on a word of this test's own.
class WordBell final : public Bell {
 public:
  std::uint32_t rings() const override { return word_.load(std::memory_order_acquire); }
  void ring() override {
    word_.fetch_add(1, std::memory_order_acq_rel);
    notify(word_);
  }
  WaitResult wait(std::uint32_t seen, Nanoseconds deadline) override {
    return wait_on(word_, seen, deadline);
  }

 private:
  Word word_{0};
};

}  // namespace

TEST_CASE("an unpark before the park is not lost") {
  Parker parker;
  parker.unpark();
  CHECK(parker.park() == WaitResult::woken);
}

TEST_CASE("several unparks leave one permit") {
  Parker parker;
  parker.unpark();
  parker.unpark();
  CHECK(parker.park() == WaitResult::woken);
  CHECK(parker.park(kNow) == WaitResult::timed_out);
  CHECK_FALSE(parker.take_permit());
}

TEST_CASE("a park without a permit ends at its deadline, not before") {
  Parker parker;
  const Nanoseconds deadline = monotonic_now() + 5 * kMillisecond;
  CHECK(parker.park(deadline) == WaitResult::timed_out);
  CHECK(monotonic_now() >= deadline);
}

TEST_CASE("a park on a virtual clock ends when the clock is moved there") {
  VirtualClock clock;
  Parker parker(clock);
  const Nanoseconds start = clock.now();
  auto mover = Thread::start({.name = "mover"}, [&] {
    clock.await_waiters(1);
    clock.advance(kSecond);
    clock.advance(3600 * kSecond);
  });
  REQUIRE(mover);
  CHECK(parker.park(start + 3600 * kSecond) == WaitResult::timed_out);
  CHECK(clock.now() >= start + 3600 * kSecond);
  mover->join();
}

TEST_CASE("what was written before unpark is seen after park") {
  constexpr int kRounds = 20'000;
  Parker ping;
  Parker pong;
  int ball = 0;  // handed to and fro; the parkers alone order it
  auto player = Thread::start({.name = "player"}, [&] {
    for (int round = 0; round < kRounds; ++round) {
      while (ping.park() != WaitResult::woken) {
      }
      ++ball;
      pong.unpark();
    }
  });
  REQUIRE(player);
  for (int round = 0; round < kRounds; ++round) {
    ++ball;
    ping.unpark();
    while (pong.park() != WaitResult::woken) {
    }
  }
  player->join();
  CHECK(ball == 2 * kRounds);
}

TEST_CASE("a thread parked at a bell is woken by unpark and by a ring from outside") {
  WordBell bell;
  Parker parker;
  parker.attach(bell);
  Word stage{0};
  auto sleeper = Thread::start({.name = "sleeper"}, [&] {
    for (std::uint32_t step = 1; step <= 2; ++step) {
      while (stage.load() < step) static_cast<void>(parker.park());
    }
  });
  REQUIRE(sleeper);
  stage.store(1);
  parker.unpark();
  stage.store(2);
  bell.ring();
  sleeper->join();
  CHECK(bell.rings() >= 1);
}

TEST_CASE("a ring before the park at a bell is not lost") {
  WordBell bell;
  Parker parker;
  parker.attach(bell);
  bell.ring();
  CHECK(parker.park() == WaitResult::woken);
  CHECK(parker.park(kNow) == WaitResult::timed_out);
}
