#include "syntax/literal.hpp"

#include <cstdio>
#include <limits>

#include "base/parse_double.hpp"
#include "base/utf8.hpp"
#include "syntax/character_class.hpp"
#include "syntax/character_names.hpp"

namespace gilbox::syntax {

namespace {

using ast::ConstantValue;

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

std::string without_underscores(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (char c : text) {
    if (c != '_') plain += c;
  }
  return plain;
}

ConstantValue integer_value(std::string_view digits, std::uint8_t base, base::Arena& arena) {
  ConstantValue value;
  value.type = ConstantValue::Type::Int;
  std::uint64_t number = 0;
  constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  for (char c : digits) {
    if (c == '_') continue;
    const auto digit = static_cast<std::uint64_t>(digit_value(c));
    if (number > (kLargest - digit) / base) {
      std::string plain = without_underscores(digits);
      plain.erase(0, plain.find_first_not_of('0'));
      value.type = ConstantValue::Type::BigInt;
      value.base = base;
      value.text = arena.copy(plain);
      return value;
    }
    number = number * base + digit;
  }
  value.integer = static_cast<std::int64_t>(number);
  return value;
}

}  // namespace

ConstantValue number_value(std::string_view text, base::Arena& arena) {
  if (text.size() > 2 && text[0] == '0') {
    const char letter = static_cast<char>(text[1] | 0x20);
    const std::uint8_t base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (base != 0) return integer_value(text.substr(2), base, arena);
  }
  const bool is_imaginary = (text.back() | 0x20) == 'j';
  if (!is_imaginary && text.find_first_of(".eE") == std::string_view::npos)
    return integer_value(text, 10, arena);
  ConstantValue value;
  value.type = is_imaginary ? ConstantValue::Type::Imaginary : ConstantValue::Type::Float;
  value.real = base::parse_double(without_underscores(text)).value;
  return value;
}

StringParts split_string(std::string_view token) {
  StringParts parts;
  std::size_t at = 0;
  for (; token[at] != '"' && token[at] != '\''; ++at) {
    switch (token[at] | 0x20) {
      case 'r': parts.is_raw = true; break;
      case 'b': parts.is_bytes = true; break;
      case 'u': parts.is_u = token[at] == 'u'; break;
      default: break;
    }
  }
  const char quote = token[at];
  if (token.size() >= at + 6 && token[at + 1] == quote && token[at + 2] == quote)
    parts.quote_size = 3;
  parts.body_start = at + parts.quote_size;
  parts.body = token.substr(parts.body_start, token.size() - parts.body_start - parts.quote_size);
  return parts;
}

namespace {

class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view body, bool is_bytes, const ParseOptions& options, std::string& out,
                EscapeReport& report)
      : body_(body), is_bytes_(is_bytes), options_(options), out_(out), report_(report) {}

  void run() {
    while (at_ < body_.size()) {
      const std::size_t backslash = std::min(body_.find('\\', at_), body_.size());
      out_.append(body_, at_, backslash - at_);
      at_ = backslash;
      if (at_ == body_.size()) return;
      escape_ = at_++;
      if (!decode_one()) return;
    }
  }

 private:
  bool decode_one() {
    // At the end only in f-strings, before a brace: it stands for itself there.
    if (at_ == body_.size()) return put('\\');
    const char c = body_[at_++];
    switch (c) {
      case '\n': return true;
      case '\\':
      case '\'':
      case '"': return put(c);
      case 'a': return put('\a');
      case 'b': return put('\b');
      case 'f': return put('\f');
      case 'n': return put('\n');
      case 'r': return put('\r');
      case 't': return put('\t');
      case 'v': return put('\v');
      case 'x': return decode_hexadecimal(2, "truncated \\xXX escape");
      case 'u':
        if (!is_bytes_) return decode_hexadecimal(4, "truncated \\uXXXX escape");
        break;
      case 'U':
        if (!is_bytes_) return decode_hexadecimal(8, "truncated \\UXXXXXXXX escape");
        break;
      case 'N':
        if (!is_bytes_) return decode_character_name();
        break;
      default:
        if (c >= '0' && c <= '7') return decode_octal(c);
        break;
    }
    --at_;
    warn("invalid escape sequence '\\" + std::string(first_character()) + "'");
    return put('\\');  // the character itself follows as plain text
  }

  std::string_view first_character() const {
    return body_.substr(at_, base::utf8_decode(body_.substr(at_)).length);
  }

  bool put(char c) {
    out_ += c;
    return true;
  }

  bool put_code_point(char32_t c) {
    char bytes[base::kMostUtf8Bytes];
    out_.append(bytes, base::utf8_encode(c, bytes));
    return true;
  }

  bool decode_octal(char first) {
    unsigned value = static_cast<unsigned>(first - '0');
    for (int i = 0; i < 2 && at_ < body_.size() && body_[at_] >= '0' && body_[at_] <= '7'; ++i) {
      value = value * 8 + static_cast<unsigned>(body_[at_++] - '0');
    }
    if (value > 0xFF) {
      warn("invalid octal escape sequence '" + std::string(body_.substr(escape_, at_ - escape_)) +
           "'");
    }
    return is_bytes_ ? put(static_cast<char>(value & 0xFF)) : put_code_point(value);
  }

  bool decode_hexadecimal(int count, const char* truncated) {
    char32_t value = 0;
    for (int i = 0; i < count; ++i) {
      const int digit = at_ < body_.size() ? digit_value(body_[at_]) : 99;
      if (digit > 15) {
        if (is_bytes_) {
          report_.error = "(value error) invalid \\x escape at position " + std::to_string(escape_);
          return false;
        }
        return fail(truncated, at_);
      }
      value = value * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    if (is_bytes_) return put(static_cast<char>(value));
    if (value > base::kLastCodePoint) return fail("illegal Unicode character", at_);
    return put_code_point(value);
  }

  bool decode_character_name() {
    if (at_ < body_.size() && body_[at_] == '{') {
      const std::size_t close = body_.find('}', at_);
      if (close != std::string_view::npos && close > at_ + 1) {
        const std::string_view name = body_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        const char32_t c = options_.character_named != nullptr ? options_.character_named(name)
                                                               : common_character_named(name);
        return c != 0 ? put_code_point(c) : fail("unknown Unicode character name", at_);
      }
      at_ = close == std::string_view::npos ? body_.size() : close;
    }
    return fail("malformed \\N character escape", at_);
  }

  // Positions are those in the text CPython decodes: there a character beyond ASCII is
  // "\UXXXXXXXX".
  std::size_t position(std::size_t offset) const {
    std::size_t position = 0;
    for (std::size_t i = 0; i < offset; ++i) {
      if (base::is_utf8_continuation(body_[i])) continue;
      position += (class_of(body_[i]) & kWide) != 0 ? 10 : 1;
    }
    return position;
  }

  bool fail(const char* reason, std::size_t end) {
    const std::size_t first = position(escape_);
    const std::size_t last = position(end) - 1;
    std::string where =
        last == first ? "byte 0x5c in position " + std::to_string(first)
                      : "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
    report_.error = "(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason;
    return false;
  }

  void warn(std::string message) {
    if (!report_.warning.empty()) return;  // CPython warns of the first one only
    report_.warning = std::move(message);
    report_.warning_at = escape_;
  }

  std::string_view body_;
  bool is_bytes_;
  const ParseOptions& options_;
  std::string& out_;
  EscapeReport& report_;
  std::size_t at_ = 0;
  std::size_t escape_ = 0;
};

}  // namespace

void decode_escapes(std::string_view body, bool is_bytes, const ParseOptions& options,
                    std::string& out, EscapeReport& report) {
  EscapeDecoder(body, is_bytes, options, out, report).run();
}

}  // namespace gilbox::syntax
