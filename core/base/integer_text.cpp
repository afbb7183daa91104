#include "base/integer_text.hpp"

namespace gilbox::base {

std::uint8_t digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  const char lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'z') return static_cast<std::uint8_t>(lower - 'a' + 10);
  return 255;
}

std::string_view write_unsigned(std::uint64_t value, unsigned radix, char* buffer, bool upper) {
  char* const end = buffer + kIntegerTextBytes;
  char* at = end;
  const char* const digits =
      upper ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789abcdefghijklmnopqrstuvwxyz";
  if (radix == 10) {  // apart, so that the compiler divides by a constant
    do {
      *--at = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
  } else {
    do {
      *--at = digits[value % radix];
      value /= radix;
    } while (value != 0);
  }
  return {at, static_cast<std::size_t>(end - at)};
}

std::string_view write_integer(std::int64_t value, unsigned radix, char* buffer, bool upper) {
  const auto bits = static_cast<std::uint64_t>(value);
  if (value >= 0) return write_unsigned(bits, radix, buffer, upper);
  const std::string_view digits = write_unsigned(0 - bits, radix, buffer, upper);
  char* const sign = buffer + kIntegerTextBytes - digits.size() - 1;
  *sign = '-';
  return {sign, digits.size() + 1};
}

std::optional<std::int64_t> parse_integer(std::string_view text, unsigned radix) {
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  constexpr std::uint64_t kLargest = INT64_MAX;
  const std::uint64_t limit = kLargest + (negative ? 1 : 0);
  std::uint64_t value = 0;
  for (const char c : text) {
    const std::uint8_t digit = digit_value(c);
    if (digit >= radix) return std::nullopt;
    if (value > (limit - digit) / radix) return std::nullopt;
    value = value * radix + digit;
  }
  return static_cast<std::int64_t>(negative ? 0 - value : value);
}

}  // namespace gilbox::base
