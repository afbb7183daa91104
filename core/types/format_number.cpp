// Numbers by the formatting mini-language.
#include <cmath>
#include <string>

#include "base/double_text.hpp"
#include "runtime/type_of.hpp"
#include "types/format_spec.hpp"

namespace gilbox::py {

namespace {

Ref<Str> refuse(Thread& t, const char* message) {
  (void)raise(t, exc::ValueError, "%s", message);
  return {};
}

std::string_view sign_text(const FormatSpec& spec, bool negative) {
  if (negative) return "-";
  return spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

bool is_float_code(uint32_t c) {
  switch (c) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    default: return false;
  }
}

Ref<Str> format_character(Thread& t, Value v, const FormatSpec& spec) {
  if (spec.sign_given) return refuse(t, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return refuse(t, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t c;
  if (!to_int64(t, v, c)) return {};
  if (c < 0 || c > 0x10FFFF) {
    (void)raise(t, exc::OverflowError, "%%c arg not in range(0x110000)");
    return {};
  }
  StrBuilder out(t);
  const char align = spec.align == 0 ? '>' : spec.align;
  const int64_t padding = spec.width > 1 ? spec.width - 1 : 0;
  const int64_t left = align == '<' ? 0 : align == '^' ? padding / 2 : padding;
  out.put(spec.fill, static_cast<uint32_t>(left));
  out.put(static_cast<uint32_t>(c));
  out.put(spec.fill, static_cast<uint32_t>(padding - left));
  return out.finish();
}

Ref<Str> format_double(Thread& t, double d, Value formatted, const FormatSpec& spec);

}  // namespace

Ref<Str> format_int(Thread& t, Value v, const Str& text) {
  if (text.length == 0 && !v.is_object() && !v.is_bool()) return int_to_str(t, v);
  FormatSpec spec;
  if (!parse_format_spec(t, text, v, '>', spec)) return {};
  const Value number = int_value(v);
  if (is_float_code(spec.type)) {
    double d;
    if (!int_to_double(t, number, d)) return {};
    return format_double(t, d, v, spec);
  }
  int base = 10, group = 3;
  const char* prefix = "";
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n':
    case 'c': break;
    case 'b':
      base = 2;
      prefix = "0b";
      group = 4;
      break;
    case 'o':
      base = 8;
      prefix = "0o";
      group = 4;
      break;
    case 'x':
    case 'X':
      base = 16;
      prefix = spec.type == 'x' ? "0x" : "0X";
      group = 4;
      break;
    default: return unknown_format_code(t, spec.type, v);
  }
  if (spec.precision >= 0) return refuse(t, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero)
    return refuse(t, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_character(t, number, spec);
  Ref<Str> digits = int_to_str(t, number, base);
  if (!digits) return {};
  const bool negative = int_sign(number) < 0;
  std::string_view plain = digits->ascii();
  if (negative) plain.remove_prefix(1);
  std::string upper;
  if (spec.type == 'X') {
    upper = plain;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    plain = upper;
  }
  StrBuilder out(t);
  put_number(out, spec, {sign_text(spec, negative), spec.alternate ? prefix : "", plain, ""},
             group);
  return out.finish();
}

DoubleText double_digits_text(double d, char form, int64_t precision, bool alternate,
                              bool add_point_zero) {
  // No double has more digits than this; what is asked beyond is zeros.
  constexpr int64_t kMostDigits = 1100;
  DoubleText out;
  base::DoubleFormat format;
  format.alternate = alternate;
  format.add_point_zero = add_point_zero;
  format.upper = form == 'E' || form == 'F' || form == 'G';
  switch (form) {
    case 'r': format.form = base::DoubleForm::shortest; break;
    case 'e':
    case 'E': format.form = base::DoubleForm::exponential; break;
    case 'f':
    case 'F':
    case '%': format.form = base::DoubleForm::fixed; break;
    default: format.form = base::DoubleForm::general; break;
  }
  const bool padded = format.form == base::DoubleForm::general ? alternate : form != 'r';
  if (precision > kMostDigits) {
    if (padded) out.zeros = precision - kMostDigits;
    precision = kMostDigits;
  }
  format.precision = static_cast<int>(precision);
  out.negative = std::signbit(d) && d == d;
  out.text = base::double_text(std::fabs(d), format);
  if (!std::isfinite(d)) out.zeros = 0;
  out.zeros_at = out.text.find_first_of("eE");
  if (out.zeros_at == std::string::npos || !std::isfinite(d)) out.zeros_at = out.text.size();
  return out;
}

namespace {

Ref<Str> format_double(Thread& t, double d, Value formatted, const FormatSpec& spec) {
  char form = static_cast<char>(spec.type);
  bool add_point_zero = false;
  int64_t precision = spec.precision < 0 ? 6 : spec.precision;
  switch (spec.type) {
    case 0:
      form = spec.precision < 0 ? 'r' : 'g';
      add_point_zero = true;
      break;
    case 'n': form = 'g'; break;
    case '%': d *= 100; break;
    default:
      if (!is_float_code(spec.type)) return unknown_format_code(t, spec.type, formatted);
      break;
  }
  if (precision > INT32_MAX - 32) return refuse(t, "precision too big");
  DoubleText text = double_digits_text(d, form, precision, spec.alternate, add_point_zero);
  bool negative = text.negative;
  if (negative && spec.no_negative_zero && std::isfinite(d) &&
      text.text.find_first_of("123456789") >= text.zeros_at)
    negative = false;
  if (spec.type == '%') text.text.push_back('%');
  size_t whole = 0;
  while (whole < text.text.size() && text.text[whole] >= '0' && text.text[whole] <= '9') ++whole;
  const std::string_view view = text.text;
  StrBuilder out(t);
  put_number(out, spec,
             {sign_text(spec, negative), "", view.substr(0, whole),
              view.substr(whole, text.zeros_at - whole), text.zeros, view.substr(text.zeros_at)},
             3);
  return out.finish();
}

// A part of a complex number, sign included.
bool put_part(Thread& t, std::string& out, double d, char form, int64_t precision,
              const FormatSpec& spec, bool add_sign) {
  DoubleText text = double_digits_text(d, form, precision, spec.alternate, false);
  if (text.zeros > (1 << 20)) {
    (void)raise_memory_error(t);
    return false;
  }
  text.text.insert(text.zeros_at, static_cast<size_t>(text.zeros), '0');
  FormatSpec layout = spec;
  layout.width = -1;
  if (add_sign && layout.sign != '+') layout.sign = '+';
  bool negative = text.negative;
  if (negative && spec.no_negative_zero && std::isfinite(d) &&
      text.text.find_first_of("123456789") == std::string::npos)
    negative = false;
  size_t whole = 0;
  while (whole < text.text.size() && text.text[whole] >= '0' && text.text[whole] <= '9') ++whole;
  const std::string_view view = text.text;
  StrBuilder part(t);
  put_number(part, layout,
             {sign_text(layout, negative), "", view.substr(0, whole), view.substr(whole)}, 3);
  Ref<Str> done = part.finish();
  if (!done) return false;
  out.append(done->ascii());
  return true;
}

}  // namespace

Ref<Str> format_float(Thread& t, double d, Value formatted, const Str& text) {
  FormatSpec spec;
  if (!parse_format_spec(t, text, formatted, '>', spec)) return {};
  return format_double(t, d, formatted, spec);
}

Ref<Str> format_complex(Thread& t, Value v, const Str& text) {
  FormatSpec spec;
  if (!parse_format_spec(t, text, v, '>', spec)) return {};
  if (spec.type != 0 && spec.type != 'n' && (!is_float_code(spec.type) || spec.type == '%'))
    return unknown_format_code(t, spec.type, v);
  if (spec.fill == '0') return refuse(t, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=')
    return refuse(t, "'=' alignment flag is not allowed in complex format specifier");
  const Complex& c = *v.as<Complex>();
  char form = static_cast<char>(spec.type);
  bool skip_real = false, parentheses = false;
  int64_t precision = spec.precision < 0 ? 6 : spec.precision;
  if (spec.type == 0) {
    form = spec.precision < 0 ? 'r' : 'g';
    parentheses = !(c.real == 0 && !std::signbit(c.real));
    skip_real = !parentheses;
  } else if (spec.type == 'n') {
    form = 'g';
  }
  std::string whole;
  if (parentheses) whole.push_back('(');
  if (!skip_real && !put_part(t, whole, c.real, form, precision, spec, false)) return {};
  if (!put_part(t, whole, c.imag, form, precision, spec, !skip_real)) return {};
  whole.append(parentheses ? "j)" : "j");
  StrBuilder out(t);
  const char align = spec.align ? spec.align : '>';
  const auto size = static_cast<int64_t>(whole.size());
  const int64_t padding = spec.width > size ? spec.width - size : 0;
  const int64_t left = align == '<' ? 0 : align == '^' ? padding / 2 : padding;
  out.put(spec.fill, static_cast<uint32_t>(left));
  out.put(std::string_view(whole));
  out.put(spec.fill, static_cast<uint32_t>(padding - left));
  return out.finish();
}

}  // namespace gilbox::py
