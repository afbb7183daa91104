#include "sync/spin.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "sync/thread.hpp"

using namespace gilbox::sync;

TEST_CASE("a look that pays at once is one look") {
  Spin spin;
  int looks = 0;
  const bool alone = hardware_threads() == 1;
  CHECK(spin.until([&] { return ++looks == 1; }) == !alone);
  CHECK(looks == (alone ? 0 : 1));
}

TEST_CASE("looking that never pays becomes short, and is tried long again now and then") {
  if (hardware_threads() == 1) return;
  Spin spin;
  const auto looks_of = [&] {
    int looks = 0;
    CHECK_FALSE(spin.until([&] { return ++looks < 0; }));
    return looks;
  };
  const int first = looks_of();
  int shortest = first, longest_later = 0;
  for (int i = 0; i < 100; ++i) shortest = std::min(shortest, looks_of());
  for (int i = 0; i < 100; ++i) longest_later = std::max(longest_later, looks_of());
  CHECK(shortest * 10 < first);
  CHECK(longest_later == first);
}
