#include "base/double_digits.hpp"

#include <bit>
#include <cstring>

#include "base/big_natural.hpp"
#include "base/powers_of_ten.hpp"

namespace gilbox::base {

namespace {

constexpr int kFractionBits = 52;
constexpr int kBias = 1075;

struct Parts {
  std::uint64_t significand;
  int exponent;        // value = significand * 2^exponent
  bool lower_is_near;  // the next smaller double is half as far away as the next larger
};

Parts split(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const std::uint64_t fraction = bits & ((1ull << kFractionBits) - 1);
  const int field = static_cast<int>(bits >> kFractionBits & 0x7FF);
  if (field == 0) return {fraction, 1 - kBias, false};
  return {fraction | 1ull << kFractionBits, field - kBias, fraction == 0 && field > 1};
}

// Writes `value`, two digits a step, backwards from `end`; returns where they begin.
char* write_backwards(std::uint64_t value, char* end) {
  constexpr char kPairs[] =
      "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
      "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
      "8081828384858687888990919293949596979899";
  for (; value >= 100; value /= 100) {
    end -= 2;
    std::memcpy(end, kPairs + value % 100 * 2, 2);
  }
  if (value >= 10) {
    end -= 2;
    std::memcpy(end, kPairs + value * 2, 2);
  } else if (value > 0) {
    *--end = static_cast<char>('0' + value);
  }
  return end;
}

// digits = value * 10^exponent
void write_digits(std::uint64_t value, int exponent, Digits& digits) {
  char text[20];
  char* const end = text + sizeof text;
  const char* const begin = write_backwards(value, end);
  int count = static_cast<int>(end - begin);
  digits.point = count == 0 ? 1 : count + exponent;
  while (count > 0 && begin[count - 1] == '0') --count;
  digits.count = count;
  std::memcpy(digits.text, begin, static_cast<std::size_t>(count));
}

// The upper 64 bits of power * scaled / 2^64, its last bit set when anything below was lost ("round
// to odd": comparisons with multiples of 2 then come out as for the exact product).
std::uint64_t multiply_to_odd(Power128 power, std::uint64_t scaled) {
  const auto low = static_cast<unsigned __int128>(power.low) * scaled;
  const auto high = static_cast<unsigned __int128>(power.high) * scaled + (low >> 64);
  return static_cast<std::uint64_t>(high >> 64) | (static_cast<std::uint64_t>(high) > 1 ? 1 : 0);
}

constexpr int floor_log10_of_power_of_two(int e) { return (e * 1'262'611) >> 22; }
constexpr int floor_log10_of_three_quarters_power_of_two(int e) {
  return (e * 1'262'611 - 524'031) >> 22;
}

constexpr int kMostScaledPlaces = 19;
constexpr std::uint64_t kPowers[kMostScaledPlaces + 1] = {1,
                                                          10,
                                                          100,
                                                          1'000,
                                                          10'000,
                                                          100'000,
                                                          1'000'000,
                                                          10'000'000,
                                                          100'000'000,
                                                          1'000'000'000,
                                                          10'000'000'000,
                                                          100'000'000'000,
                                                          1'000'000'000'000,
                                                          10'000'000'000'000,
                                                          100'000'000'000'000,
                                                          1'000'000'000'000'000,
                                                          10'000'000'000'000'000,
                                                          100'000'000'000'000'000,
                                                          1'000'000'000'000'000'000,
                                                          10'000'000'000'000'000'000u};

// round(value * 10^places), half to even, when it and its parts fit 128 bits: what people print.
// Exact.
bool scale_and_round(double value, int places, std::uint64_t& rounded) {
  const Parts parts = split(value);
  const int shift = -parts.exponent;
  if (places < 0 || places > kMostScaledPlaces || shift <= 0 || shift > 120) return false;
  const auto scaled = static_cast<unsigned __int128>(parts.significand) * kPowers[places];
  const unsigned __int128 whole = scaled >> shift;
  if (whole >> 63 != 0) return false;
  const unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
  const unsigned __int128 rest = scaled & ((half << 1) - 1);
  const bool up = rest > half || (rest == half && (whole & 1) != 0);
  rounded = static_cast<std::uint64_t>(whole) + (up ? 1 : 0);
  return true;
}

// Every digit of value, exactly.
void expand(double value, Digits& digits) {
  Parts parts = split(value);
  const int spare = __builtin_ctzll(parts.significand);
  parts.significand >>= spare;
  parts.exponent += spare;
  BigNatural whole(parts.significand);
  int point = 0;
  if (parts.exponent >= 0) {
    whole.shift_left(static_cast<unsigned>(parts.exponent));
  } else {  // m * 2^-e = m * 5^e * 10^-e
    whole.multiply_by_5_to(static_cast<unsigned>(-parts.exponent));
    point = parts.exponent;
  }
  char reversed[Digits::kMost + 9];
  int count = 0;
  constexpr std::uint32_t kChunk = 1'000'000'000;
  while (!whole.is_zero()) {
    std::uint32_t chunk = whole.divide(kChunk);
    for (int i = 0; i < 9; ++i, chunk /= 10)
      reversed[count++] = static_cast<char>('0' + chunk % 10);
  }
  while (reversed[count - 1] == '0') --count;
  int zeros = 0;
  while (reversed[zeros] == '0') ++zeros;
  digits.count = count - zeros;
  digits.point = count + point;
  for (int i = 0; i < digits.count; ++i) digits.text[i] = reversed[count - 1 - i];
}

// Keeps the first `keep` digits (may be 0 or negative), half to even.
void cut(Digits& digits, int keep) {
  if (keep >= digits.count) return;
  bool up = false;
  if (keep >= 0) {
    const char first = digits.text[keep];
    const bool more =
        digits.count > keep + 1;  // no trailing zeros, so what follows is not all zero
    const bool odd = keep > 0 && (digits.text[keep - 1] - '0') % 2 != 0;
    up = first > '5' || (first == '5' && (more || odd));
  }
  digits.count = keep > 0 ? keep : 0;
  if (up) {
    while (digits.count > 0 && digits.text[digits.count - 1] == '9') --digits.count;
    if (digits.count > 0) {
      ++digits.text[digits.count - 1];
    } else {
      digits.text[0] = '1';
      digits.count = 1;
      ++digits.point;
    }
  }
  while (digits.count > 0 && digits.text[digits.count - 1] == '0') --digits.count;
  if (digits.count == 0) digits.point = 1;
}

}  // namespace

void shortest_digits(double value, Digits& digits) {
  const Parts parts = split(value);
  const std::uint64_t c = parts.significand;
  const int q = parts.exponent;
  digits.count = 0;
  digits.point = 1;
  if (c == 0) return;
  // Whole numbers that a double holds exactly need no search.
  if (q <= 0 && q > -kFractionBits - 1 && (c & ((1ull << -q) - 1)) == 0) {
    return write_digits(c >> -q, 0, digits);
  }

  // Names as in the paper: the interval of reals that read back as value is [vbl, vbr] / 4 * 10^k.
  const bool even = (c & 1) == 0;
  const std::uint64_t cb = 4 * c;
  const std::uint64_t cbl = cb - (parts.lower_is_near ? 1 : 2);
  const std::uint64_t cbr = cb + 2;
  const int k = parts.lower_is_near ? floor_log10_of_three_quarters_power_of_two(q)
                                    : floor_log10_of_power_of_two(q);
  const int h = q + floor_log2_of_power_of_ten(-k) + 1;
  Power128 g = power_of_ten(-k);
  if (!power_of_ten_is_exact(-k)) {
    g.low += 1;
    g.high += g.low == 0 ? 1 : 0;
  }
  const std::uint64_t vbl = multiply_to_odd(g, cbl << h);
  const std::uint64_t vb = multiply_to_odd(g, cb << h);
  const std::uint64_t vbr = multiply_to_odd(g, cbr << h);
  const std::uint64_t lower = vbl + (even ? 0 : 1);
  const std::uint64_t upper = vbr - (even ? 0 : 1);

  const std::uint64_t s = vb / 4;
  if (s >= 10) {  // one digit fewer, when exactly one candidate lies inside
    const std::uint64_t tens = s / 10;
    const bool below = lower <= 40 * tens;
    const bool above = 40 * tens + 40 <= upper;
    if (below != above) return write_digits(tens + (above ? 1 : 0), k + 1, digits);
  }
  const bool below = lower <= 4 * s;
  const bool above = 4 * s + 4 <= upper;
  if (below != above) return write_digits(s + (above ? 1 : 0), k, digits);
  const std::uint64_t middle = 4 * s + 2;
  const bool up = vb > middle || (vb == middle && (s & 1) != 0);
  write_digits(s + (up ? 1 : 0), k, digits);
}

void round_to_digits(double value, int count, Digits& digits) {
  digits.count = 0;
  digits.point = 1;
  const Parts parts = split(value);
  if (parts.significand == 0) return;
  // At least as many digits before the point as the leading power of two has; perhaps one more.
  const int last_bit = 63 - __builtin_clzll(parts.significand);
  const int point = floor_log10_of_power_of_two(parts.exponent + last_bit) + 1;
  std::uint64_t rounded = 0;
  for (int places = count - point; count <= 17; --places) {
    if (!scale_and_round(value, places, rounded)) break;
    if (rounded < kPowers[count]) return write_digits(rounded, -places, digits);
  }
  expand(value, digits);
  cut(digits, count);
}

void round_to_places(double value, int places, Digits& digits) {
  digits.count = 0;
  digits.point = 1;
  if (split(value).significand == 0) return;
  std::uint64_t rounded = 0;
  if (scale_and_round(value, places, rounded)) return write_digits(rounded, -places, digits);
  expand(value, digits);
  // A huge count of places must not overflow; no double has digits past the 1074th place.
  const int keep = places > 2000 ? digits.count : digits.point + places;
  cut(digits, keep);
}

}  // namespace gilbox::base
