#include "base/parse_double.hpp"

#include <bit>
#include <cstdint>
#include <limits>

#include "base/big_natural.hpp"
#include "base/powers_of_ten.hpp"

namespace gilbox::base {

namespace {

constexpr int kSignificandBits = 53;
constexpr int kLeastExponent = -1074;  // of the last bit of a subnormal
constexpr int kLargestExponent = 971;  // of the last bit of the largest double
constexpr std::uint64_t kInfinity = 0x7FF0'0000'0000'0000u;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The text as digits without leading zeros times a power of ten.
struct Decimal {
  std::string_view integer;  // may have leading zeros
  std::string_view fraction;
  std::uint64_t head = 0;  // the first 19 significant digits
  bool cut = false;        // there were more, not all zero
  int exponent = 0;        // value = head * 10^exponent, less what was cut
  std::size_t used = 0;
};

constexpr int kHeadDigits = 19;

bool read_decimal(std::string_view text, Decimal& decimal) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  decimal.integer = text.substr(0, at);
  if (at < text.size() && text[at] == '.') {
    const std::size_t start = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    decimal.fraction = text.substr(start, at - start);
  }
  if (decimal.integer.empty() && decimal.fraction.empty()) return false;

  int digits = 0;
  std::int64_t exponent = 0;
  const auto take = [&](char c, bool of_fraction) {
    if (digits < kHeadDigits) {
      decimal.head = decimal.head * 10 + static_cast<std::uint64_t>(c - '0');
      if (decimal.head != 0) ++digits;
      exponent -= of_fraction ? 1 : 0;
    } else {
      decimal.cut = decimal.cut || c != '0';
      exponent += of_fraction ? 0 : 1;
    }
  };
  for (const char c : decimal.integer) take(c, false);
  for (const char c : decimal.fraction) take(c, true);

  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t next = at + 1;
    const bool negative = next < text.size() && text[next] == '-';
    if (next < text.size() && (text[next] == '+' || text[next] == '-')) ++next;
    if (next < text.size() && is_digit(text[next])) {
      constexpr std::int64_t kFar = 1'000'000'000'000;
      std::int64_t written = 0;
      for (; next < text.size() && is_digit(text[next]); ++next) {
        if (written < kFar) written = written * 10 + (text[next] - '0');
      }
      exponent += negative ? -written : written;
      at = next;
    }
  }
  decimal.exponent = exponent > 100'000    ? 100'000
                     : exponent < -100'000 ? -100'000
                                           : static_cast<int>(exponent);
  decimal.used = at;
  return true;
}

// The bits of the double nearest to high:low * 2^exponent, half to even; `more`: the value is a
// little larger.
std::uint64_t round_to_double(std::uint64_t high, std::uint64_t low, int exponent, bool more) {
  if ((high | low) == 0) return 0;
  const int up = high != 0 ? __builtin_clzll(high) : 64 + __builtin_clzll(low);
  auto wide = (static_cast<unsigned __int128>(high) << 64 | low) << up;
  int last = exponent - up + 128 - kSignificandBits;  // weight of the significand's last bit
  int drop = 128 - kSignificandBits;
  if (last < kLeastExponent) {
    drop += kLeastExponent - last;
    last = kLeastExponent;
    if (drop > 128) return 0;
  }
  const unsigned __int128 half = static_cast<unsigned __int128>(1) << (drop - 1);
  const unsigned __int128 rest = drop == 128 ? wide : wide & ((half << 1) - 1);
  auto significand = drop == 128 ? 0 : static_cast<std::uint64_t>(wide >> drop);
  const bool odd = (significand & 1) != 0;
  if (rest > half || (rest == half && (more || odd))) ++significand;
  if (significand >> kSignificandBits != 0) {
    significand >>= 1;
    ++last;
  }
  if (significand >> (kSignificandBits - 1) == 0) return significand;  // subnormal
  if (last > kLargestExponent) return kInfinity;
  const auto biased = static_cast<std::uint64_t>(last - kLeastExponent + 1);
  return biased << (kSignificandBits - 1) | (significand & ((1ull << (kSignificandBits - 1)) - 1));
}

// head * power as 192 bits, rounded; `extra` units are added to the upper 128 bits.
std::uint64_t scale(std::uint64_t head, Power128 power, int exponent, unsigned extra) {
  const auto low = static_cast<unsigned __int128>(head) * power.low;
  auto high = static_cast<unsigned __int128>(head) * power.high + (low >> 64);
  const bool more = static_cast<std::uint64_t>(low) != 0;
  const unsigned __int128 before = high;
  high += extra;
  if (high < before) {  // carried out of 128 bits: halve, the lost bit only matters as "more"
    return round_to_double(1ull << 63, static_cast<std::uint64_t>(high >> 1), exponent + 65, true);
  }
  return round_to_double(static_cast<std::uint64_t>(high >> 64), static_cast<std::uint64_t>(high),
                         exponent + 64, more);
}

// True when the written number is nearer to the double above `low_bits` (half: when that one is
// even).
bool rounds_up(const Decimal& decimal, std::uint64_t low_bits) {
  // 768 digits decide between any two doubles; what follows only says "a little more".
  constexpr int kDigits = 780;
  BigNatural written;
  int taken = 0;
  bool more = false;
  const auto take = [&](std::string_view digits) {
    for (const char c : digits) {
      if (taken == kDigits) {
        more = more || c != '0';
      } else {
        written.multiply(10, static_cast<std::uint32_t>(c - '0'));
        if (!written.is_zero()) ++taken;
      }
    }
  };
  take(decimal.integer);
  take(decimal.fraction);
  // decimal.exponent counts from 19 digits (or all, when fewer); move it to the digits taken here.
  const int head_digits = taken < kHeadDigits ? taken : kHeadDigits;
  const int exponent = decimal.exponent - (taken - head_digits);

  const auto field = static_cast<int>(low_bits >> (kSignificandBits - 1));
  std::uint64_t significand = low_bits & ((1ull << (kSignificandBits - 1)) - 1);
  if (field != 0) significand |= 1ull << (kSignificandBits - 1);
  const int last = field == 0 ? kLeastExponent : kLeastExponent + field - 1;
  BigNatural halfway(2 * significand + 1);
  int binary = last - 1;

  // written * 10^exponent against halfway * 2^binary, both sides made whole.
  BigNatural& fives = exponent >= 0 ? written : halfway;
  fives.multiply_by_5_to(static_cast<unsigned>(exponent >= 0 ? exponent : -exponent));
  binary -= exponent;
  BigNatural& twos = binary >= 0 ? halfway : written;
  twos.shift_left(static_cast<unsigned>(binary >= 0 ? binary : -binary));
  const int order = BigNatural::compare(written, halfway);
  return order > 0 || (order == 0 && (more || (significand & 1) != 0));
}

double to_double(const Decimal& decimal) {
  constexpr int kExactPowers = 22;
  constexpr double kPowers[kExactPowers + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const int e = decimal.exponent;
  if (!decimal.cut && decimal.head <= 1ull << kSignificandBits && e >= -kExactPowers &&
      e <= kExactPowers) {
    const auto head = static_cast<double>(decimal.head);  // exact, and so is the power
    return e < 0 ? head / kPowers[-e] : head * kPowers[e];
  }
  if (decimal.head == 0 || e < kLeastPowerOfTen) return 0;
  if (e > 308) return std::numeric_limits<double>::infinity();

  const Power128 power = power_of_ten(e);
  const int binary = power_of_ten_exponent(e);
  const std::uint64_t low = scale(decimal.head, power, binary, 0);
  if (!decimal.cut && power_of_ten_is_exact(e)) return std::bit_cast<double>(low);
  // The true product is less than (head + 1) * (power + 1), so below this one:
  const std::uint64_t next = decimal.head + (decimal.cut ? 1 : 0);
  const std::uint64_t high = scale(next, power, binary, 2);
  return std::bit_cast<double>(low == high || !rounds_up(decimal, low) ? low : high);
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((text[i] | 0x20) != word[i]) return false;
  }
  return true;
}

}  // namespace

ParsedDouble parse_double(std::string_view text) {
  const bool sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  Decimal decimal;
  if (!read_decimal(text.substr(sign ? 1 : 0), decimal)) return {};
  const double value = to_double(decimal);
  return {sign && text[0] == '-' ? -value : value, decimal.used + (sign ? 1 : 0)};
}

ParsedDouble parse_double_or_word(std::string_view text) {
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::string_view rest = text.substr(sign);
  const bool negative = sign != 0 && text[0] == '-';
  constexpr double kInf = std::numeric_limits<double>::infinity();
  if (starts_with_word(rest, "inf")) {
    const std::size_t length = starts_with_word(rest, "infinity") ? 8 : 3;
    return {negative ? -kInf : kInf, sign + length};
  }
  if (starts_with_word(rest, "nan")) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {negative ? -nan : nan, sign + 3};
  }
  return parse_double(text);
}

}  // namespace gilbox::base
