#include "base/double_text.hpp"

#include <cmath>
#include <cstring>

#include "base/double_digits.hpp"

namespace gilbox::base {

namespace {

// 1e16 and up, and below 1e-4, repr and %g write an exponent.
constexpr int kReprPointLimit = 16;
constexpr int kLeastFixedPoint = -3;

// Writes "e+16"; at least two digits.
std::size_t write_exponent(int exponent, bool upper, char* out) {
  char* at = out;
  *at++ = upper ? 'E' : 'e';
  *at++ = exponent < 0 ? '-' : '+';
  const int size = exponent < 0 ? -exponent : exponent;
  if (size >= 100) *at++ = static_cast<char>('0' + size / 100);
  *at++ = static_cast<char>('0' + size / 10 % 10);
  *at++ = static_cast<char>('0' + size % 10);
  return static_cast<std::size_t>(at - out);
}

void append_zeros(std::string& out, int count) {
  if (count > 0) out.append(static_cast<std::size_t>(count), '0');
}

// Digits with the point at digits.point, and `places` digits after it (at least those there are).
void append_plain(std::string& out, const Digits& digits, int places, bool point_always) {
  const int before = digits.point > 0 ? digits.point : 0;
  const int held = before < digits.count ? before : digits.count;
  if (before == 0 || digits.count == 0) {
    out += '0';
  } else {
    out.append(digits.text, static_cast<std::size_t>(held));
    append_zeros(out, before - held);
  }
  if (places <= 0 && !point_always) return;
  out += '.';
  int written = 0;
  if (digits.count > 0 && digits.point < 0) {
    written = -digits.point < places ? -digits.point : places;
    append_zeros(out, written);
  }
  const int rest = digits.count - held;
  if (rest > 0 && written < places) {
    out.append(digits.text + held, static_cast<std::size_t>(rest));
    written += rest;
  }
  append_zeros(out, places - written);
}

void append_exponential(std::string& out, const Digits& digits, int places, bool point_always,
                        bool upper) {
  out += digits.count > 0 ? digits.text[0] : '0';
  if (places > 0 || point_always) out += '.';
  const int rest = digits.count > 1 ? digits.count - 1 : 0;
  if (rest > 0) out.append(digits.text + 1, static_cast<std::size_t>(rest));
  append_zeros(out, places - rest);
  char exponent[8];
  out.append(exponent, write_exponent(digits.point - 1, upper, exponent));
}

}  // namespace

std::size_t write_double_repr(double value, char* out) {
  char* at = out;
  if (std::isnan(value)) {
    std::memcpy(at, "nan", 3);
    return 3;
  }
  if (std::signbit(value)) *at++ = '-';
  if (std::isinf(value)) {
    std::memcpy(at, "inf", 3);
    return static_cast<std::size_t>(at + 3 - out);
  }
  Digits digits;
  shortest_digits(value, digits);
  const auto put = [&](int from, int count) {
    std::memcpy(at, digits.text + from, static_cast<std::size_t>(count));
    at += count;
  };
  if (digits.count == 0) {
    std::memcpy(at, "0.0", 3);
    at += 3;
  } else if (digits.point > kReprPointLimit || digits.point < kLeastFixedPoint) {
    *at++ = digits.text[0];
    if (digits.count > 1) {
      *at++ = '.';
      put(1, digits.count - 1);
    }
    at += write_exponent(digits.point - 1, false, at);
  } else if (digits.point <= 0) {
    *at++ = '0';
    *at++ = '.';
    for (int i = digits.point; i < 0; ++i) *at++ = '0';
    put(0, digits.count);
  } else {
    const int before = digits.point < digits.count ? digits.point : digits.count;
    put(0, before);
    for (int i = digits.count; i < digits.point; ++i) *at++ = '0';
    *at++ = '.';
    if (digits.count > before) {
      put(before, digits.count - before);
    } else {
      *at++ = '0';
    }
  }
  return static_cast<std::size_t>(at - out);
}

std::string double_repr(double value) {
  char text[kDoubleReprBytes];
  return std::string(text, write_double_repr(value, text));
}

void append_double(std::string& out, double value, const DoubleFormat& format) {
  if (std::isnan(value)) {
    if (format.always_sign) out += '+';
    out += format.upper ? "NAN" : "nan";
    return;
  }
  if (std::signbit(value)) {
    out += '-';
  } else if (format.always_sign) {
    out += '+';
  }
  if (std::isinf(value)) {
    out += format.upper ? "INF" : "inf";
    return;
  }
  const int precision = format.precision < 0 ? 6 : format.precision;
  Digits digits;
  int general_digits = 0;
  switch (format.form) {
    case DoubleForm::fixed:
      round_to_places(value, precision, digits);
      append_plain(out, digits, precision, format.alternate);
      return;
    case DoubleForm::exponential:
      round_to_digits(value, precision < 2000 ? precision + 1 : 2000, digits);
      append_exponential(out, digits, precision, format.alternate, format.upper);
      return;
    case DoubleForm::shortest:
      shortest_digits(value, digits);
      general_digits = kReprPointLimit;
      break;
    case DoubleForm::general:
      general_digits = precision == 0 ? 1 : precision;
      round_to_digits(value, general_digits, digits);
      break;
  }
  // The ".0" that is added needs a place as well: format(12.0, ".2") is 1.2e+01 (zero has point 1).
  if (format.form == DoubleForm::general && format.add_point_zero) --general_digits;
  const bool exponent =
      digits.point > general_digits || (digits.count > 0 && digits.point < kLeastFixedPoint);
  if (format.form == DoubleForm::general && format.add_point_zero) ++general_digits;
  const bool keep_zeros = format.alternate && format.form == DoubleForm::general;
  if (exponent) {
    const int places = keep_zeros ? general_digits - 1 : digits.count - 1;
    append_exponential(out, digits, places, format.alternate, format.upper);
    return;
  }
  int places = keep_zeros ? general_digits - (digits.count > 0 ? digits.point : 1)
                          : digits.count - digits.point;
  if (digits.count == 0 && !keep_zeros) places = 0;
  if (places < 1 && format.add_point_zero) places = 1;
  append_plain(out, digits, places, format.alternate);
}

std::string double_text(double value, const DoubleFormat& format) {
  std::string out;
  append_double(out, value, format);
  return out;
}

}  // namespace gilbox::base
