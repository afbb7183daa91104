// int(): from numbers and from text.
#include "base/unicode.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "types/bytes.hpp"
#include "types/int_type.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

Var make_int_of(Thread& t, Type& type, Value v) {
  if (&type == &int_type) return Var(v);
  auto* instance = static_cast<IntInstance*>(new_object(t, type, type.instance_size));
  if (!instance) return Var::error();
  instance->value = Var(v).take();
  return Var::adopt(Value::object(instance));
}

namespace {

Var invalid(Thread& t, int base, Value original) {
  return raise(t, exc::ValueError, "invalid literal for int() with base %d: %R", base, original);
}

// Text with every kind of decimal digit as ASCII, other non-ASCII as something that is no digit.
Ref<Str> plain_digits(Thread& t, const Str& s) {
  if (s.is_ascii()) return Ref<Str>(const_cast<Str*>(&s));
  StrBuilder out(t);
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint32_t c = s.at(i);
    if (c < 0x80)
      out.put(c);
    else if (base::unicode_flags(c) & base::kDecimal)
      out.put(static_cast<uint32_t>('0' + base::unicode_digit(c)));
    else
      out.put(StrKind::is_space(c) ? ' ' : '?');
  }
  return out.finish();
}

}  // namespace

Var int_from_text(Thread& t, const Str& original_text, int base, Value original) {
  Ref<Str> text = plain_digits(t, original_text);
  if (!text) return Var::error();
  std::string_view s = text->ascii();
  while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.back()))) s.remove_suffix(1);
  bool negative = false;
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) {
    negative = s[0] == '-';
    s.remove_prefix(1);
  }
  const int wanted = base;
  const auto prefix_base = [&] {
    if (s.size() < 2 || s[0] != '0') return 0;
    const char c = static_cast<char>(s[1] | 32);
    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
  };
  bool leading_zero = false;
  if (base == 0) {
    base = prefix_base();
    if (base == 0) {
      base = 10;
      leading_zero = !s.empty() && s[0] == '0';
    }
  }
  if (prefix_base() == base) {
    s.remove_prefix(2);
    if (!s.empty() && s[0] == '_') s.remove_prefix(1);
  }
  if (s.empty()) return invalid(t, wanted, original);
  StrBuilder digits(t);
  bool after_digit = false;
  if (s.find('_') != std::string_view::npos) {
    for (char c : s) {
      if (c == '_') {
        if (!after_digit) return invalid(t, wanted, original);
        after_digit = false;
      } else {
        digits.put(c);
        after_digit = true;
      }
    }
    if (!after_digit) return invalid(t, wanted, original);
  }
  Ref<Str> without;
  if (digits.length()) {
    without = digits.finish();
    if (!without) return Var::error();
    s = without->ascii();
  }
  const auto value_of = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'z' ? c - 'a' + 10
           : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                  : 99;
  };
  for (char c : s)
    if (value_of(c) >= base) return invalid(t, wanted, original);
  GILBOX_TRY(out, parse_int(t, s, base));
  if (leading_zero && int_sign(out) != 0) return invalid(t, wanted, original);
  return negative ? int_unary(t, UnaryOp::Neg, out) : out;
}

namespace {

Var from_number(Thread& t, Value v) {
  if (is_int(v) && !has_flag(type_of(v), kHeap)) return Var(int_value(v));
  if (is_float(v) && !has_flag(type_of(v), kHeap)) return make_int_from_double(t, float_value(v));
  if (UnaryFn convert = type_of(v)->to_int) {
    GILBOX_TRY(out, convert(t, v));
    if (!is_int(out))
      return raise(t, exc::TypeError, "__int__ returned non-int (type %T)", out.get());
    return Var(int_value(out));
  }
  if (type_of(v)->index) {
    GILBOX_TRY(out, index_of(t, v));
    return Var(int_value(out));
  }
  if (is_str(v)) return int_from_text(t, *v.as<Str>(), 10, v);
  if (is_bytes_like(v)) {
    Buffer bytes;
    if (!get_buffer(t, v, bytes)) return Var::error();
    Ref<Str> text = latin1_text(t, bytes.view());
    if (!text) return Var::error();
    return int_from_text(t, *text, 10, v);
  }
  return raise(t, exc::TypeError,
               "int() argument must be a string, a bytes-like object or a real number, not '%T'",
               v);
}

}  // namespace

Var int_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "int", "x=0, /, base=10", args, a)) return Var::error();
  if (a[0].is_unbound()) {
    if (!a[1].is_unbound()) return raise(t, exc::TypeError, "int() missing string argument");
    return make_int_of(t, type, Value::small(0));
  }
  if (a[1].is_unbound()) {
    GILBOX_TRY(out, from_number(t, a[0]));
    return make_int_of(t, type, out);
  }
  int64_t base;
  if (!to_index(t, a[1], base, true)) return Var::error();
  if ((base != 0 && base < 2) || base > 36)
    return raise(t, exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
  Ref<Str> text;
  if (is_str(a[0])) {
    text = Ref<Str>(a[0].as<Str>());
  } else if (is_bytes_like(a[0])) {
    Buffer bytes;
    if (!get_buffer(t, a[0], bytes)) return Var::error();
    text = latin1_text(t, bytes.view());
  } else {
    return raise(t, exc::TypeError, "int() can't convert non-string with explicit base");
  }
  if (!text) return Var::error();
  GILBOX_TRY(out, int_from_text(t, *text, static_cast<int>(base), a[0]));
  return make_int_of(t, type, out);
}

}  // namespace gilbox::py
