// The decimal digits of a double: shortest, or exactly rounded at a place.
//
//   Digits d;
//   shortest_digits(0.1, d);          // "1", point 0:     0.1
//   round_to_digits(2.0 / 3, 4, d);   // "6667", point 0:  0.6667   (what %e and %g need)
//   round_to_places(1234.5, 0, d);    // "1234", point 4:  1234     (what %f needs; half to even)
//
// The value is 0.d1d2d3… * 10^point, without trailing zeros; zero has no digits and point 1. The
// sign is not looked at; the value is finite. The same digits as David Gay's dtoa modes 0, 2 and 3,
// which CPython uses. Allocates nothing. Shortest: about 30 ns (method: R. Giulietti, "The
// Schubfach way to render doubles", 2020). Rounding works on the exact expansion: 0.1 to 1 µs, more
// for very small and very large values. Threads: pure functions.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilbox::base {

struct Digits {
  static constexpr int kMost = 772;  // the longest exact expansion has 767
  int count = 0;
  int point = 1;
  char text[kMost];

  std::string_view view() const { return {text, static_cast<std::size_t>(count)}; }
};

// The fewest digits that read back as `value`, the nearest to it among those.
void shortest_digits(double value, Digits& digits);

// At most `count` (at least 1) significant digits.
void round_to_digits(double value, int count, Digits& digits);

// Rounded to `places` digits after the point; negative places round before it.
void round_to_places(double value, int places, Digits& digits);

}  // namespace gilbox::base
