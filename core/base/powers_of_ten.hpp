// 128-bit powers of ten, for turning doubles into decimal digits and back.
//
// power_of_ten(e) is floor(10^e * 2^s) with s chosen so that its highest bit is set. Exact for 0 <=
// e <= 55. 10^e lies in [power, power + 1) * 2^(power_of_ten_exponent(e)). Kept in 0.8 KB instead
// of 10.7: every 27th power, 5^0..5^26, and a correction of 0 to 2 units for each e. Threads: pure
// functions over constants. The test recomputes all of them with exact arithmetic.
#pragma once

#include <cstdint>

namespace gilbox::base {

struct Power128 {
  std::uint64_t high;
  std::uint64_t low;
};

inline constexpr int kLeastPowerOfTen = -342;
inline constexpr int kLargestPowerOfTen = 324;

Power128 power_of_ten(int exponent);

// floor(log2(10^e)), for |e| <= 1650.
constexpr int floor_log2_of_power_of_ten(int e) { return (e * 1'741'647) >> 19; }

constexpr int power_of_ten_exponent(int e) { return floor_log2_of_power_of_ten(e) - 127; }
constexpr bool power_of_ten_is_exact(int e) { return e >= 0 && e <= 55; }

}  // namespace gilbox::base
