// A double as text, in every form Python's float has.
//
//   double_repr(0.1)                                    "0.1"     repr(), str(), f"{x}"
//   double_text(x, {.form = DoubleForm::fixed, .precision = 2})    "%.2f"
//
// Digits and exponents as CPython's PyOS_double_to_string gives them. Appends to a std::string,
// which may allocate; write_double_repr writes to the caller's 32 bytes and does not. Threads: pure
// functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gilbox::base {

enum class DoubleForm : std::uint8_t {
  shortest,     // 'r': repr; precision is not looked at
  fixed,        // 'f': precision digits after the point
  exponential,  // 'e': one digit, point, precision digits, e+XX
  general,      // 'g': precision significant digits, fixed or exponential, no trailing zeros
};

struct DoubleFormat {
  DoubleForm form = DoubleForm::shortest;
  int precision = 6;            // 0 counts as 1 for `general`; a negative one is 6
  bool alternate = false;       // '#': keep the point and, for `general`, trailing zeros
  bool add_point_zero = false;  // what repr does: a whole number gets ".0"
  bool upper = false;           // E, INF, NAN
  bool always_sign = false;     // '+' in front of what is not negative
};

// Appends to `out`.
void append_double(std::string& out, double value, const DoubleFormat& format);
std::string double_text(double value, const DoubleFormat& format);

// repr(float): at most 25 bytes. Returns how many were written; no terminating zero.
inline constexpr std::size_t kDoubleReprBytes = 32;
std::size_t write_double_repr(double value, char* out);
std::string double_repr(double value);

}  // namespace gilbox::base
