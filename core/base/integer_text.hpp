// 64-bit integers to text and back, in bases 2 to 36.
//
//   char text[kIntegerTextBytes];
//   std::string_view view = write_integer(-255, 16, text);   // "-ff"
//
// Larger integers are Python's int and live with it. Allocates nothing. Threads: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gilbox::base {

inline constexpr std::size_t kIntegerTextBytes = 65;  // sign and 64 binary digits

// The text is at the END of the buffer, which has kIntegerTextBytes bytes; no terminating zero.
std::string_view write_integer(std::int64_t value, unsigned radix, char* buffer,
                               bool upper = false);
std::string_view write_unsigned(std::uint64_t value, unsigned radix, char* buffer,
                                bool upper = false);

// The whole text as an integer (optional sign, digits, nothing else); nullopt when it is not one,
// or too large.
std::optional<std::int64_t> parse_integer(std::string_view text, unsigned radix = 10);

// The value of a digit in bases up to 36, or 255.
std::uint8_t digit_value(char c);

}  // namespace gilbox::base
