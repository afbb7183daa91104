#include "base/powers_of_ten.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/big_natural.hpp"

using namespace gilbox::base;

TEST_CASE("every power of ten is the exact one rounded down to 128 bits") {
  // Positive: the top of 5^e. (The powers of two in 10^e only move the point.)
  for (int e = 0; e <= kLargestPowerOfTen; ++e) {
    BigNatural exact(1);
    exact.multiply_by_5_to(static_cast<unsigned>(e));
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    exact.top(high, low);
    INFO("10^" << e);
    REQUIRE(power_of_ten(e).high == high);
    REQUIRE(power_of_ten(e).low == low);
  }
  // Negative: p <= 2^s / 5^n < p + 1, so p * 5^n <= 2^s < (p + 1) * 5^n.
  for (int n = 1; n <= -kLeastPowerOfTen; ++n) {
    const Power128 power = power_of_ten(-n);
    const int s = 127 - floor_log2_of_power_of_ten(-n) - n;
    BigNatural whole(1);
    whole.shift_left(static_cast<unsigned>(s));
    BigNatural below(power.high);
    below.shift_left(32);
    below.multiply(1, static_cast<std::uint32_t>(power.low >> 32));
    below.shift_left(32);
    below.multiply(1, static_cast<std::uint32_t>(power.low));
    BigNatural above = below;
    above.multiply(1, 1);
    below.multiply_by_5_to(static_cast<unsigned>(n));
    above.multiply_by_5_to(static_cast<unsigned>(n));
    INFO("10^-" << n);
    REQUIRE(BigNatural::compare(below, whole) <= 0);
    REQUIRE(BigNatural::compare(whole, above) < 0);
  }
}
