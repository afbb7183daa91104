// What Unicode says of a code point: the properties and case mappings Python's str asks for.
//
//   unicode_flags(c) & kAlpha …      unicode_case(c, UnicodeCase::lower, out)
//
// Tables of Unicode 15.1 (as CPython 3.13), about 26 KB. Threads: pure functions.
#pragma once

#include <cstdint>

namespace gilbox::base {

enum UnicodeFlag : uint16_t {
  kAlpha = 1,
  kDecimal = 2,
  kDigit = 4,
  kNumeric = 8,
  kLower = 16,
  kUpper = 32,
  kTitle = 64,  // title case letters proper (Lt)
  kPrintable = 128,
  kIdentifierStart = 256,  // XID_Start and _
  kIdentifierContinue = 512,
  kSpace = 1024,
  kCaseIgnorable = 2048,
};
inline constexpr uint16_t kCased = kLower | kUpper | kTitle;

// Code points above 0x10FFFF have no properties.
uint16_t unicode_flags(uint32_t code_point);

// 0 to 9 for decimal digits and other digits (superscripts …), else -1.
int unicode_digit(uint32_t code_point);

enum class UnicodeCase : uint8_t { lower, upper, title, fold };
// Writes the full mapping to `out` (room for 3) and returns its length. Without context: a capital
// sigma at the end of a word is up to the caller.
int unicode_case(uint32_t code_point, UnicodeCase to, uint32_t* out);

// What str.splitlines splits at.
constexpr bool is_line_break(uint32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace gilbox::base
