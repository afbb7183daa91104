// float() from numbers and text; hexadecimal notation.
#include <cmath>
#include <string>

#include "base/parse_double.hpp"
#include "base/unicode.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "types/bytes.hpp"
#include "types/float_type.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

std::string_view stripped(std::string_view s) {
  while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.back()))) s.remove_suffix(1);
  return s;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool float_from_text(Thread& t, const Str& text, Value original, double& out) {
  const auto invalid = [&] {
    (void)raise(t, exc::ValueError, "could not convert string to float: %R", original);
    return false;
  };
  StrBuilder plain(t);
  for (uint32_t i = 0; i < text.length; ++i) {
    const uint32_t c = text.at(i);
    if (c < 0x80)
      plain.put(c);
    else if (base::unicode_flags(c) & base::kDecimal)
      plain.put(static_cast<uint32_t>('0' + base::unicode_digit(c)));
    else
      plain.put(StrKind::is_space(c) ? ' ' : '?');
  }
  Ref<Str> ascii = plain.finish();
  if (!ascii) return false;
  std::string_view s = stripped(ascii->ascii());
  std::string without;
  if (s.find('_') != std::string_view::npos) {
    for (size_t i = 0; i < s.size(); ++i) {
      if (s[i] != '_') {
        without.push_back(s[i]);
      } else if (i == 0 || i + 1 == s.size() || !is_digit(s[i - 1]) || !is_digit(s[i + 1])) {
        return invalid();
      }
    }
    s = without;
  }
  const base::ParsedDouble parsed = base::parse_double_or_word(s);
  if (parsed.used == 0 || parsed.used != s.size()) return invalid();
  out = parsed.value;
  return true;
}

Var float_new(Thread& t, Type& type, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "float", "x=0, /", args, a)) return Var::error();
  const Value v = a[0];
  double out = 0;
  if (v.is_unbound()) return make_float_of(t, type, 0);
  if (is_str(v)) {
    if (!float_from_text(t, *v.as<Str>(), v, out)) return Var::error();
  } else if (is_float(v) && !has_flag(type_of(v), kHeap)) {
    out = float_value(v);
  } else if (type_of(v)->to_float || type_of(v)->index) {
    if (UnaryFn convert = type_of(v)->to_float) {
      GILBOX_TRY(made, convert(t, v));
      if (!is_float(made))
        return raise(t, exc::TypeError, "%T.__float__ returned non-float (type %T)", v, made.get());
      out = float_value(made);
    } else if (!to_double(t, v, out)) {
      return Var::error();
    }
  } else if (is_bytes_like(v)) {
    Buffer bytes;
    if (!get_buffer(t, v, bytes)) return Var::error();
    Ref<Str> text = latin1_text(t, bytes.view());
    if (!text || !float_from_text(t, *text, v, out)) return Var::error();
  } else {
    return raise(t, exc::TypeError, "float() argument must be a string or a real number, not '%T'",
                 v);
  }
  return make_float_of(t, type, out);
}

Var float_hex(Thread& t, Value self, const Value*) {
  const double d = float_value(self);
  if (!std::isfinite(d)) return float_repr(t, d).var();
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  std::string out = std::signbit(d) ? "-0x" : "0x";
  if (d == 0) return make_ascii(t, out + "0.0p+0").var();
  // One digit before the point; subnormal numbers keep the least exponent.
  const int shift = 1 - (-1021 - exponent > 0 ? -1021 - exponent : 0);
  m = std::ldexp(m, shift);
  exponent -= shift;
  const auto digit = [&] {
    const int n = static_cast<int>(m);
    m = (m - n) * 16;
    return "0123456789abcdef"[n];
  };
  out.push_back(digit());
  out.push_back('.');
  for (int i = 0; i < 13; ++i) out.push_back(digit());
  out.push_back('p');
  out.push_back(exponent < 0 ? '-' : '+');
  out += std::to_string(exponent < 0 ? -exponent : exponent);
  return make_ascii(t, out).var();
}

namespace {

int hex_value(char c) {
  return is_digit(c)            ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

enum class HexResult : uint8_t { ok, malformed, too_large };

// [0x] digits [. digits] [p exponent], rounded half to even.
HexResult parse_hex(std::string_view s, double& out) {
  if (s.size() >= 2 && s[0] == '0' && (s[1] | 32) == 'x') s.remove_prefix(2);
  uint64_t bits = 0;
  int64_t exponent = 0;
  bool sticky = false, any = false, point = false;
  size_t i = 0;
  for (; i < s.size(); ++i) {
    if (s[i] == '.' && !point) {
      point = true;
      continue;
    }
    const int v = hex_value(s[i]);
    if (v < 0) break;
    any = true;
    if (bits >> 60) {
      sticky = sticky || v != 0;
      if (!point) exponent += 4;
    } else {
      bits = bits << 4 | static_cast<uint64_t>(v);
      if (point) exponent -= 4;
    }
  }
  if (!any) return HexResult::malformed;
  if (i < s.size()) {
    if ((s[i] | 32) != 'p') return HexResult::malformed;
    ++i;
    bool negative = false;
    if (i < s.size() && (s[i] == '-' || s[i] == '+')) negative = s[i++] == '-';
    if (i == s.size()) return HexResult::malformed;
    int64_t e = 0;
    for (; i < s.size(); ++i) {
      if (!is_digit(s[i])) return HexResult::malformed;
      if (e < 1000000000) e = e * 10 + (s[i] - '0');
    }
    exponent += negative ? -e : e;
  }
  if (bits == 0) {
    out = 0;
    return HexResult::ok;
  }
  const int size = 64 - __builtin_clzll(bits);
  // Bits that do not fit: by the significand or by the least exponent.
  int64_t drop = size - 53;
  if (-1074 - exponent > drop) drop = -1074 - exponent;
  if (drop > 0) {
    if (drop > 64) {
      out = 0;
      return HexResult::ok;
    }
    const uint64_t kept = drop == 64 ? 0 : bits >> drop;
    const uint64_t half = uint64_t(1) << (drop - 1);
    const uint64_t low = bits & (half | (half - 1));
    const bool up = low > half || (low == half && (sticky || (kept & 1)));
    bits = kept + up;
    exponent += drop;
  }
  if (exponent > 2000) return HexResult::too_large;
  out = std::ldexp(static_cast<double>(bits), static_cast<int>(exponent));
  return std::isinf(out) ? HexResult::too_large : HexResult::ok;
}

}  // namespace

Var float_fromhex(Thread& t, Value type, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "fromhex() argument must be str, not %T", a[0]);
  const Utf8 text(*a[0].as<Str>());
  std::string_view s = stripped(text.view());
  bool negative = false;
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) {
    negative = s[0] == '-';
    s.remove_prefix(1);
  }
  double out = 0;
  HexResult result = HexResult::malformed;
  if (!s.empty()) {
    const base::ParsedDouble word = base::parse_double_or_word(s);
    if (word.used == s.size() && !std::isfinite(word.value) && !is_digit(s[0]) && s[0] != '.') {
      out = word.value;
      result = HexResult::ok;
    } else {
      result = parse_hex(s, out);
    }
  }
  if (result == HexResult::malformed)
    return raise(t, exc::ValueError, "invalid hexadecimal floating-point string");
  if (result == HexResult::too_large)
    return raise(t, exc::OverflowError, "hexadecimal value too large to represent as a float");
  if (negative) out = -out;
  Type& wanted = *type.as<Type>();
  if (&wanted == &float_type) return Var::real(out);
  return call1(t, type, Value::real(out));
}

}  // namespace gilbox::py
