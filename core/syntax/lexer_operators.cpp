// Operators and brackets: the lexer's part that reads punctuation.
#include <cstdio>

#include "syntax/character_class.hpp"
#include "syntax/lexer.hpp"

namespace gilbox::syntax {

namespace {

using enum TokenKind;

// What a character means alone, with "=" after it, doubled, and doubled with "=".
struct Operator {
  TokenKind alone = Stray;
  TokenKind with_equal = Stray;
  TokenKind doubled = Stray;
  TokenKind doubled_with_equal = Stray;
};

struct Operators {
  Operator of[128] = {};
  constexpr Operators() {
    of['('] = {LeftParen};
    of[')'] = {RightParen};
    of['['] = {LeftBracket};
    of[']'] = {RightBracket};
    of['{'] = {LeftBrace};
    of['}'] = {RightBrace};
    of[':'] = {Colon, ColonEqual};
    of[','] = {Comma};
    of[';'] = {Semicolon};
    of['.'] = {Dot};
    of['~'] = {Tilde};
    of['='] = {Equal, EqEqual};
    of['!'] = {Exclamation, NotEqual};
    of['<'] = {Less, LessEqual, LeftShift, LeftShiftEqual};
    of['>'] = {Greater, GreaterEqual, RightShift, RightShiftEqual};
    of['|'] = {VerticalBar, VerticalBarEqual};
    of['^'] = {Caret, CaretEqual};
    of['&'] = {Ampersand, AmpersandEqual};
    of['+'] = {Plus, PlusEqual};
    of['-'] = {Minus, MinusEqual};
    of['*'] = {Star, StarEqual, DoubleStar, DoubleStarEqual};
    of['/'] = {Slash, SlashEqual, DoubleSlash, DoubleSlashEqual};
    of['%'] = {Percent, PercentEqual};
    of['@'] = {At, AtEqual};
  }
};
constexpr Operators kOperators;

}  // namespace

void Lexer::read_operator(Token& token) {
  const char c = *cursor_;
  const auto byte = static_cast<unsigned char>(c);
  switch (c) {
    case '(':
    case '[':
    case '{': return read_open_bracket(token);
    case ')':
    case ']':
    case '}': return read_close_bracket(token);
    default: break;
  }
  if (byte < 0x20 || byte == 0x7F) {
    ++cursor_;
    char code[16];
    std::snprintf(code, sizeof code, "%04X", byte);
    fail(std::string("invalid non-printable character U+") + code);
    return;
  }
  if (c == ':' && !f_strings_.empty()) {
    // The colon of a replacement field ends its expression, even before an "=".
    FString& f_string = f_strings_.back();
    if (f_string.depth - 1 == f_string.field_depth) {
      f_string.in_text = true;
      f_string.in_format_spec = true;
      ++cursor_;
      return finish(token, Colon);
    }
  }
  const Operator& row = kOperators.of[byte];
  TokenKind kind = row.alone;
  const char second = cursor_[1];
  int length = 1;
  if (second == '=' && row.with_equal != Stray) {
    kind = row.with_equal;
    length = 2;
  } else if (second == c && row.doubled != Stray) {
    length = cursor_[2] == '=' ? 3 : 2;
    kind = length == 3 ? row.doubled_with_equal : row.doubled;
  } else if (c == '-' && second == '>') {
    kind = Arrow;
    length = 2;
  } else if (c == '<' && second == '>') {
    // The operator of Python 2: a token of its own so that the error points at both characters.
    length = 2;
    kind = Stray;
  } else if (c == '.' && second == '.' && cursor_[2] == '.') {
    kind = Ellipsis;
    length = 3;
  }
  cursor_ += length;
  finish(token, kind);
}

void Lexer::read_open_bracket(Token& token) {
  const char c = *cursor_;
  if (level_ >= kMostBrackets) {
    ++cursor_;
    fail("too many nested parentheses");
    return;
  }
  brackets_[level_++] = {c, lineno_, column(cursor_)};
  if (!f_strings_.empty()) ++f_strings_.back().depth;
  ++cursor_;
  finish(token, kOperators.of[static_cast<unsigned char>(c)].alone);
}

void Lexer::read_close_bracket(Token& token) {
  const char c = *cursor_++;
  FString* f_string = f_strings_.empty() ? nullptr : &f_strings_.back();
  if (f_string != nullptr && f_string->depth == 0 && c == '}') {
    fail("f-string: single '}' is not allowed");
    return;
  }
  const std::string quoted = std::string("'") + c + "'";
  if (level_ == 0) {
    fail("unmatched " + quoted);
    return;
  }
  const Bracket& open = brackets_[--level_];
  const char matching = open.opening == '(' ? ')' : open.opening == '[' ? ']' : '}';
  if (c != matching) {
    if (f_string != nullptr && open.opening == '{' &&
        f_string->depth - 1 == f_string->field_depth) {
      fail("f-string: unmatched " + quoted);
      return;
    }
    std::string message = "closing parenthesis " + quoted +
                          " does not match opening parenthesis '" + open.opening + "'";
    if (open.lineno != lineno_) message += " on line " + std::to_string(open.lineno);
    fail(std::move(message));
    return;
  }
  if (f_string != nullptr) {
    if (--f_string->depth < 0) {
      fail("f-string: unmatched " + quoted);
      return;
    }
    if (c == '}' && f_string->depth == f_string->field_depth) {
      --f_string->field_depth;
      f_string->in_text = true;
      f_string->in_format_spec = false;
    }
  }
  finish(token, kOperators.of[static_cast<unsigned char>(c)].alone);
}

}  // namespace gilbox::syntax
