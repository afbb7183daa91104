// Text to double, correctly rounded (half to even), as strtod and Python's float() do.
//
// Reads  digits [. digits] [e [sign] digits]  or  . digits …, with an optional sign in front: the
// longest such prefix. No white space, no underscores, no hexadecimal. Any number of digits; too
// large gives infinity, too small 0, as CPython's float literals do. Allocates nothing; about 20 ns
// for the numbers people write. Threads: a pure function.
//
// Method: up to 19 digits times a 128-bit power of ten give two bounds; when both round to the same
// double it is the answer (nearly always), else the digits are compared with the halfway point
// exactly.
#pragma once

#include <cstddef>
#include <string_view>

namespace gilbox::base {

struct ParsedDouble {
  double value = 0;
  std::size_t used = 0;  // bytes read; 0: there is no number here
};

ParsedDouble parse_double(std::string_view text);

// The same with the special words float() knows, in any case: inf, infinity, nan.
ParsedDouble parse_double_or_word(std::string_view text);

}  // namespace gilbox::base
