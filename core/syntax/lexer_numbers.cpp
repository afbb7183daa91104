// Numbers: the lexer's part that finds where a literal ends and refuses malformed ones. Their
// values are made in literal.cpp.
#include <cstring>

#include "syntax/character_class.hpp"
#include "syntax/lexer.hpp"

namespace gilbox::syntax {

namespace {

bool is_digit_of(char c, int base) {
  if (base == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return c >= '0' && c < '0' + base;
}

char lower(char c) { return static_cast<char>(c | 0x20); }

}  // namespace

void Lexer::read_number(Token& token) {
  if (*cursor_ == '.') return read_fraction(token);
  if (*cursor_ != '0') {
    if (!read_decimal_digits()) return;
    return read_fraction(token);
  }
  int base = 0;
  std::string_view kind;
  switch (lower(cursor_[1])) {
    case 'x':
      base = 16;
      kind = "hexadecimal";
      break;
    case 'o':
      base = 8;
      kind = "octal";
      break;
    case 'b':
      base = 2;
      kind = "binary";
      break;
    default: return read_after_zero(token);
  }
  cursor_ += 2;
  if (read_radix_digits(base)) finish_number(token, kind);
}

bool Lexer::read_radix_digits(int base) {
  const std::string kind = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
  const auto fail_digit = [&] {
    std::string message = std::string("invalid digit '") + *cursor_ + "' in " + kind + " literal";
    ++cursor_;
    fail(std::move(message));
    return false;
  };
  do {
    if (*cursor_ == '_') ++cursor_;
    if (!is_digit_of(*cursor_, base)) {
      if (is_digit(*cursor_)) return fail_digit();
      fail("invalid " + kind + " literal");
      return false;
    }
    while (is_digit_of(*cursor_, base)) ++cursor_;
  } while (*cursor_ == '_');
  return is_digit(*cursor_) ? fail_digit() : true;
}

// Digits with single underscores between them; the cursor stands on the first digit.
bool Lexer::read_decimal_digits() {
  for (;;) {
    while (is_digit(*cursor_)) ++cursor_;
    if (*cursor_ != '_') return true;
    ++cursor_;
    if (!is_digit(*cursor_)) {
      fail("invalid decimal literal");
      return false;
    }
  }
}

// A decimal that starts with a zero: only zeros may follow, unless it turns out to be a float.
void Lexer::read_after_zero(Token& token) {
  const char* start = cursor_;
  ++cursor_;
  for (;;) {
    if (*cursor_ == '_') {
      ++cursor_;
      if (!is_digit(*cursor_)) {
        fail("invalid decimal literal");
        return;
      }
    }
    if (*cursor_ != '0') break;
    ++cursor_;
  }
  const char* zeros_end = cursor_;
  bool other_digits = false;
  if (is_digit(*cursor_)) {
    other_digits = true;
    if (!read_decimal_digits()) return;
  }
  const char c = lower(*cursor_);
  if (other_digits && *cursor_ != '.' && c != 'e' && c != 'j') {
    fail_at(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
        "integers",
        column(start), static_cast<std::int32_t>(column(zeros_end)));
    return;
  }
  read_fraction(token);
}

// What may follow the digits before the point: a fraction, an exponent, a "j".
void Lexer::read_fraction(Token& token) {
  if (*cursor_ == '.') {
    ++cursor_;
    if (is_digit(*cursor_) && !read_decimal_digits()) return;
  }
  read_exponent(token);
}

void Lexer::read_exponent(Token& token) {
  if (lower(*cursor_) == 'e') {
    const char* before = cursor_;
    ++cursor_;
    if (*cursor_ == '+' || *cursor_ == '-') {
      ++cursor_;
      if (!is_digit(*cursor_)) {
        fail("invalid decimal literal");
        return;
      }
    } else if (!is_digit(*cursor_)) {
      cursor_ = before;  // "1else": the number ends before the "e"
      return finish_number(token, "decimal");
    }
    if (!read_decimal_digits()) return;
  }
  if (lower(*cursor_) == 'j') {
    ++cursor_;
    return finish_number(token, "imaginary");
  }
  finish_number(token, "decimal");
}

void Lexer::finish_number(Token& token, std::string_view kind) {
  if (check_number_end(kind)) finish(token, TokenKind::Number);
}

// A name right after a number is an error, a keyword that can follow a number a mere warning.
bool Lexer::check_number_end(std::string_view kind) {
  const char c = *cursor_;
  const std::uint8_t classes = class_of(c);
  if ((classes & kNamePart) == 0 || (classes & kWide) != 0) return true;
  static constexpr const char* kFollowers[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
  for (const char* follower : kFollowers) {
    if (std::strncmp(cursor_, follower, std::strlen(follower)) == 0) {
      warn("invalid " + std::string(kind) + " literal");
      return true;
    }
  }
  fail("invalid " + std::string(kind) + " literal");
  return false;
}

}  // namespace gilbox::syntax
