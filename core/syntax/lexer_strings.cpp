// Strings and f-strings: the lexer's part that finds where literals and replacement fields begin
// and end (PEP 701).
#include "syntax/character_class.hpp"
#include "syntax/lexer.hpp"

namespace gilbox::syntax {

// The cursor stands on the opening quote; the token has begun at the prefix.
void Lexer::read_string(Token& token, bool is_f, bool is_raw) {
  const char quote = *cursor_;
  std::uint8_t quote_size = 1;
  if (cursor_[1] == quote) {
    if (cursor_[2] == quote) {
      quote_size = 3;
    } else if (!is_f) {
      cursor_ += 2;
      return finish(token, TokenKind::String);
    }
  }
  if (is_f) return start_f_string(token, quote, quote_size, is_raw);

  cursor_ += quote_size;
  bool escaped_quote = false;
  for (int closing = 0; closing != quote_size;) {
    const char c = *cursor_;
    if (cursor_ == end_ || (quote_size == 1 && c == '\n')) {
      const std::uint32_t detected = lineno_;
      const bool at_end = cursor_ == end_;
      cursor_ = text_ + token.start + 1;
      lineno_ = token.at.lineno;
      line_start_ = text_ + token.start - token.at.col_offset;
      if (!f_strings_.empty() && f_strings_.back().quote == quote &&
          f_strings_.back().quote_size == quote_size) {
        fail("f-string: expecting '}'");
      } else if (quote_size == 3) {
        // The text ends in a line end of its own, which is not a line more.
        fail("unterminated triple-quoted string literal (detected at line " +
             std::to_string(detected - (at_end && detected > 1 ? 1 : 0)) + ")");
        error_->incomplete = true;
      } else {
        fail("unterminated string literal (detected at line " +
             std::to_string(detected - (at_end && detected > 1 ? 1 : 0)) +
             (escaped_quote ? "); perhaps you escaped the end quote?" : ")"));
      }
      return;
    }
    ++cursor_;
    if (c == quote) {
      ++closing;
      continue;
    }
    closing = 0;
    if (c == '\n') {
      enter_line();
    } else if (c == '\\' && cursor_ != end_) {
      escaped_quote = escaped_quote || *cursor_ == quote;
      if (*cursor_++ == '\n') enter_line();
    }
  }
  finish(token, TokenKind::String);
}

void Lexer::start_f_string(Token& token, char quote, std::uint8_t quote_size, bool raw) {
  if (f_strings_.size() + 1 >= kMostFStrings) {
    ++cursor_;
    fail("too many nested f-strings");
    return;
  }
  FString f_string{};
  f_string.quote = quote;
  f_string.quote_size = quote_size;
  f_string.raw = raw;
  f_string.in_text = true;
  f_string.field_depth = -1;
  f_string.start = text_ + token.start;
  f_string.line_start = line_start_;
  f_string.lineno = lineno_;
  f_strings_.push_back(f_string);
  cursor_ += quote_size;
  finish(token, TokenKind::FStringStart);
}

// At the brace that opens a replacement field.
bool Lexer::enter_field(FString& f_string) {
  if (++f_string.field_depth >= kMostNestedFields) {
    fail("f-string: expressions nested too deeply");
    return false;
  }
  f_string.in_text = false;
  f_string.in_format_spec = false;
  return true;
}

void Lexer::read_f_string_text(Token& token) {
  FString& f_string = f_strings_.back();
  begin(token);
  if (*cursor_ == '{' && cursor_[1] != '{') {
    if (!enter_field(f_string)) return;
    return read_open_bracket(token);
  }
  if (*cursor_ == f_string.quote) {
    if (f_string.quote_size == 1 ||
        (cursor_[1] == f_string.quote && cursor_[2] == f_string.quote)) {
      cursor_ += f_string.quote_size;
      f_strings_.pop_back();
      return finish(token, TokenKind::FStringEnd);
    }
  }
  read_f_string_middle(token, f_string);
}

void Lexer::read_f_string_middle(Token& token, FString& f_string) {
  bool in_character_name = false;  // inside \N{…}
  int closing = 0;
  while (closing != f_string.quote_size) {
    const char c = *cursor_;
    if (cursor_ == end_ || (f_string.quote_size == 1 && c == '\n')) {
      if (f_string.in_format_spec && c == '\n' && cursor_ != end_) {
        // The specification ends with the line; the field may still be closed on a later one.
        f_string.in_text = false;
        f_string.in_format_spec = false;
        return finish(token, TokenKind::FStringMiddle);
      }
      fail_unterminated_f_string(f_string);
      return;
    }
    ++cursor_;
    if (c == f_string.quote) {
      ++closing;
      continue;
    }
    closing = 0;
    if (c == '\n') {
      enter_line();
    } else if (c == '{') {
      if (*cursor_ == '{' && !f_string.in_format_spec) {
        return finish_at_doubled_brace(token);
      }
      --cursor_;
      if (enter_field(f_string)) finish(token, TokenKind::FStringMiddle);
      return;
    } else if (c == '}') {
      if (in_character_name) return finish(token, TokenKind::FStringMiddle);
      if (*cursor_ == '}' && !f_string.in_format_spec && f_string.depth == 0) {
        return finish_at_doubled_brace(token);
      }
      --cursor_;
      f_string.in_text = false;
      f_string.in_format_spec = false;
      return finish(token, TokenKind::FStringMiddle);
    } else if (c == '\\') {
      const char escaped = *cursor_;
      if (escaped == '{' || escaped == '}') {
        if (!f_string.raw) warn(std::string("invalid escape sequence '\\") + escaped + "'");
        continue;
      }
      if (cursor_ == end_) continue;
      ++cursor_;
      if (escaped == '\n') enter_line();
      if (!f_string.raw && escaped == 'N' && *cursor_ == '{') {
        ++cursor_;
        in_character_name = true;
      }
    }
  }
  cursor_ -= f_string.quote_size;
  finish(token, TokenKind::FStringMiddle);
}

// Of two braces the first belongs to the text; the second is dropped, though CPython's location
// includes it.
void Lexer::finish_at_doubled_brace(Token& token) {
  ++cursor_;
  finish(token, TokenKind::FStringMiddle);
  --token.end;
}

void Lexer::fail_unterminated_f_string(const FString& f_string) {
  const std::uint32_t detected = lineno_;
  const bool at_end = cursor_ == end_;
  cursor_ = f_string.start + 1;
  line_start_ = f_string.line_start;
  lineno_ = f_string.lineno;
  if (f_string.quote_size == 3) {
    fail("unterminated triple-quoted f-string literal (detected at line " +
         std::to_string(detected - (at_end && detected > 1 ? 1 : 0)) + ")");
    error_->incomplete = true;
  } else {
    fail("unterminated f-string literal (detected at line " + std::to_string(detected) + ")");
  }
}

}  // namespace gilbox::syntax
