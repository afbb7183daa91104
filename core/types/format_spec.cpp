// Reading a format specification, and laying out text and numbers by one.
#include "types/format_spec.hpp"

#include <string>

#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }
bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

bool read_number(Thread& t, const Str& spec, uint32_t& at, int64_t& out) {
  out = 0;
  for (; at < spec.length && is_digit(spec.at(at)); ++at) {
    const int64_t digit = spec.at(at) - '0';
    const bool fits = out <= (INT64_MAX - digit) / 10;
    out = fits ? out * 10 + digit : 0;
    if (!fits) {
      (void)raise(t, exc::ValueError, "Too many decimal digits in format string");
      return false;
    }
  }
  return true;
}

bool both_separators(Thread& t) {
  (void)raise(t, exc::ValueError, "Cannot specify both ',' and '_'.");
  return false;
}

bool separator_fits(Thread& t, const FormatSpec& spec) {
  switch (spec.type) {
    case 0:
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F': return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      if (spec.thousands == '_') return true;
      break;
    default: break;
  }
  if (spec.type > 32 && spec.type < 128)
    (void)raise(t, exc::ValueError, "Cannot specify '%c' with '%c'.",
                static_cast<int>(spec.thousands), static_cast<int>(spec.type));
  else
    (void)raise(t, exc::ValueError, "Cannot specify '%c' with '\\x%s'.",
                static_cast<int>(spec.thousands), "");
  return false;
}

}  // namespace

bool parse_format_spec(Thread& t, const Str& spec, Value formatted, char natural_align,
                       FormatSpec& out) {
  uint32_t at = 0;
  const uint32_t end = spec.length;
  const auto peek = [&]() -> uint32_t { return at < end ? spec.at(at) : 0; };
  bool fill_given = false;
  if (end >= 2 && is_align(spec.at(1))) {
    out.fill = spec.at(0);
    out.align = static_cast<char>(spec.at(1));
    fill_given = true;
    at = 2;
  } else if (is_align(peek())) {
    out.align = static_cast<char>(spec.at(at++));
  }
  if (peek() == '+' || peek() == '-' || peek() == ' ') {
    out.sign = static_cast<char>(spec.at(at++));
    out.sign_given = true;
  }
  if (peek() == 'z') {
    out.no_negative_zero = true;
    ++at;
  }
  if (peek() == '#') {
    out.alternate = true;
    ++at;
  }
  if (!fill_given && peek() == '0') {
    out.fill = '0';
    out.zero = true;
    if (out.align == 0 && natural_align == '>') out.align = '=';
    ++at;
  }
  if (is_digit(peek()) && !read_number(t, spec, at, out.width)) return false;
  if (out.width > 0x7FFF0000) {
    (void)raise_memory_error(t);
    return false;
  }
  if (peek() == ',') {
    out.thousands = ',';
    ++at;
  }
  if (peek() == '_') {
    if (out.thousands) return both_separators(t);
    out.thousands = '_';
    ++at;
  }
  if (peek() == ',' && out.thousands == '_') return both_separators(t);
  if (peek() == '.') {
    ++at;
    if (!is_digit(peek())) {
      (void)raise(t, exc::ValueError, "Format specifier missing precision");
      return false;
    }
    if (!read_number(t, spec, at, out.precision)) return false;
  }
  if (end - at > 1) {
    (void)raise(t, exc::ValueError, "Invalid format specifier '%U' for object of type '%T'", &spec,
                formatted);
    return false;
  }
  if (at < end) out.type = spec.at(at);
  return out.thousands == 0 || separator_fits(t, out);
}

Ref<Str> unknown_format_code(Thread& t, uint32_t code, Value formatted) {
  if (code > 32 && code < 128)
    (void)raise(t, exc::ValueError, "Unknown format code '%c' for object of type '%T'",
                static_cast<int>(code), formatted);
  else {
    char hex[16];
    int n = 0;
    for (int shift = 20; shift >= 0; shift -= 4) {
      const uint32_t digit = code >> shift & 15;
      if (n || digit || shift == 0) hex[n++] = "0123456789abcdef"[digit];
    }
    (void)raise(t, exc::ValueError, "Unknown format code '\\x%.*s' for object of type '%T'", n, hex,
                formatted);
  }
  return {};
}

namespace {

// Pads what `body` puts to the width of the specification.
template <class F>
void put_padded(StrBuilder& out, const FormatSpec& spec, char align, int64_t length, F&& body) {
  // '=' puts its padding inside.
  const int64_t padding = spec.width > length && align != '=' ? spec.width - length : 0;
  const int64_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
  out.put(spec.fill, static_cast<uint32_t>(left));
  body();
  out.put(spec.fill, static_cast<uint32_t>(padding - left));
}

}  // namespace

// Digits in groups, filled up with zeros (which are grouped too) to `least` characters.
static std::string group_digits(std::string_view digits, int group, char separator, int64_t least) {
  std::string reversed;
  reversed.reserve(digits.size() + digits.size() / 3 + 8);
  size_t left = digits.size();
  int in_group = 0;
  while (left > 0 || static_cast<int64_t>(reversed.size()) < least || reversed.empty()) {
    if (group && in_group == group) {
      reversed.push_back(separator);
      in_group = 0;
      continue;  // a separator never leads: a digit follows even when the width is reached
    }
    reversed.push_back(left > 0 ? digits[--left] : '0');
    ++in_group;
  }
  // The loop stops right after a separator only when a digit is still due.
  if (reversed.back() == separator && group) reversed.push_back('0');
  return {reversed.rbegin(), reversed.rend()};
}

void put_number(StrBuilder& out, const FormatSpec& spec, const NumberParts& parts, int group) {
  const char align = spec.align ? spec.align : '>';
  const auto fixed = static_cast<int64_t>(parts.sign.size() + parts.prefix.size() +
                                          parts.rest.size() + parts.tail.size()) +
                     parts.zeros;
  const bool zero_filled = spec.fill == '0' && align == '=';
  std::string grouped;
  std::string_view digits = parts.digits;
  if (group && spec.thousands && !digits.empty()) {
    // The zeros a grouped number is filled with are grouped as well.
    const int64_t least = zero_filled ? spec.width - fixed : 0;
    if (least < (1 << 20)) {
      grouped = group_digits(digits, group, spec.thousands, least);
      digits = grouped;
    }
  }
  const int64_t length = fixed + static_cast<int64_t>(digits.size());
  put_padded(out, spec, align, length, [&] {
    out.put(parts.sign);
    out.put(parts.prefix);
    if (align == '=' && spec.width > length)
      out.put(spec.fill, static_cast<uint32_t>(spec.width - length));
    out.put(digits);
    out.put(parts.rest);
    out.put(uint32_t{'0'}, static_cast<uint32_t>(parts.zeros));
    out.put(parts.tail);
  });
}

Ref<Str> format_str(Thread& t, Str& s, const Str& text) {
  FormatSpec spec;
  const Value self = Value::object(&s);
  if (!parse_format_spec(t, text, self, '<', spec)) return {};
  const auto refuse = [&](const char* message) {
    (void)raise(t, exc::ValueError, "%s", message);
    return Ref<Str>();
  };
  if (spec.type != 0 && spec.type != 's') return unknown_format_code(t, spec.type, self);
  if (spec.thousands) {
    (void)raise(t, exc::ValueError, "Cannot specify '%c' with 's'.",
                static_cast<int>(spec.thousands));
    return {};
  }
  if (spec.sign_given)
    return refuse(spec.sign == ' ' ? "Space not allowed in string format specifier"
                                   : "Sign not allowed in string format specifier");
  if (spec.no_negative_zero)
    return refuse("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return refuse("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return refuse("'=' alignment not allowed in string format specifier");
  uint32_t length = s.length;
  if (spec.precision >= 0 && spec.precision < length)
    length = static_cast<uint32_t>(spec.precision);
  if (spec.width <= length) return substring(t, s, 0, length);
  StrBuilder out(t);
  put_padded(out, spec, spec.align ? spec.align : '<', length, [&] { out.put(s, 0, length); });
  return out.finish();
}

}  // namespace gilbox::py
