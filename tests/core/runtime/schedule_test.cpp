#include "runtime/schedule.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "runtime/switch_policy.hpp"
#include "runtime/turns.hpp"

using namespace gilbox::py;

namespace {

// What a policy decides at the next safepoints: "--x" is a switch at the third.
std::string decisions(std::string_view schedule, int safepoints) {
  REQUIRE(set_schedule(schedule));
  std::string out;
  for (int i = 0; i < safepoints; ++i) out += switch_policy->switch_now(false) ? 'x' : '-';
  set_schedule("timed");
  return out;
}

}  // namespace

TEST_CASE("timed switches when asked, and names nobody") {
  REQUIRE(set_schedule("timed"));
  CHECK(schedule_name() == "timed");
  CHECK(turns == nullptr);
  CHECK(switch_policy->switch_now(true));
  CHECK_FALSE(switch_policy->switch_now(false));
  CHECK_FALSE(switch_policy->every_safepoint());
}

TEST_CASE("a seed decides the same every time") {
  const std::string once = decisions("seed:42/3", 200);
  CHECK(decisions("seed:42/3", 200) == once);
  CHECK(decisions("seed:43/3", 200) != once);
  CHECK(std::count(once.begin(), once.end(), 'x') > 20);
}

TEST_CASE("every:N and script: count safepoints") {
  CHECK(decisions("every:3", 7) == "--x--x-");
  CHECK(decisions("script:2,1 # then three more\n3", 9) == "-xx--x---");
  CHECK(decisions("script:", 4) == "----");
}

TEST_CASE("what is no schedule changes nothing") {
  REQUIRE(set_schedule("every:3"));
  for (const char* text : {"", "seed", "seed:", "seed:x", "seed:1/0", "every:0", "every:-1",
                           "script:1,x", "random:3", "every:99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(set_schedule(text));
  }
  CHECK(schedule_name() == "every:3");
  set_schedule("timed");
}
