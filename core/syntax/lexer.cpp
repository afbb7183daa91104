#include "syntax/lexer.hpp"

#include <cstdio>

#include "base/utf8.hpp"
#include "syntax/character_class.hpp"
#include "syntax/unicode_identifier.hpp"

namespace gilbox::syntax {

Lexer::Lexer(const Source& source, NameTable& names, std::vector<SyntaxWarning>* warnings)
    : source_(source),
      names_(names),
      warnings_(warnings),
      text_(source.text().data()),
      end_(text_ + source.text().size()),
      cursor_(text_),
      line_start_(text_) {}

void Lexer::read_line(std::vector<Token>& out) {
  for (;;) {
    Token& token = out.emplace_back();
    next(token);
    if (error_) [[unlikely]] {
      finish(token, TokenKind::Error);
      return;
    }
    if (token.kind == TokenKind::Newline || token.kind == TokenKind::EndMarker) return;
  }
}

void Lexer::begin(Token& token) {
  token.start = static_cast<std::uint32_t>(cursor_ - text_);
  token.at.lineno = lineno_;
  token.at.col_offset = column(cursor_);
}

void Lexer::finish(Token& token, TokenKind kind) {
  token.kind = kind;
  token.level = static_cast<std::uint16_t>(level_);
  token.end = static_cast<std::uint32_t>(cursor_ - text_);
  token.at.end_lineno = lineno_;
  token.at.end_col_offset = column(cursor_);
}

void Lexer::set_placeless(Token& token, TokenKind kind) {
  begin(token);
  finish(token, kind);
  token.placeless = true;
  if (text_ == end_) token.at = {};  // CPython counts no line in an empty text
  if (cursor_ == end_ && cursor_ == line_start_ && lineno_ > 1) {
    // At the end of the text CPython's lexer still stands on the last line, behind its line end.
    const auto length = static_cast<std::uint32_t>(source_.line(lineno_ - 1).size() + 1);
    token.at = {lineno_ - 1, length, lineno_ - 1, length};
  }
}

void Lexer::next(Token& token) {
  if (!f_strings_.empty() && f_strings_.back().in_text) {
    read_f_string_text(token);
    return;
  }
  if (pending_indents_ != 0 || (at_line_start_ && level_ == 0)) {
    if (read_indentation(token)) return;
  }
  const char* comment = nullptr;
  for (;;) {
    const char c = *cursor_;
    if ((class_of(c) & kBlank) != 0) {
      ++cursor_;
    } else if (c == '#') {
      comment = cursor_;
      while (*cursor_ != '\n' && cursor_ != end_) ++cursor_;
    } else if (c == '\\') {
      begin(token);
      ++cursor_;
      if (!continue_line()) return;
    } else if (c == '\n' && level_ > 0) {
      ++cursor_;
      enter_line();
    } else {
      break;
    }
  }
  const char c = *cursor_;
  begin(token);
  const std::uint8_t classes = class_of(c);
  if ((classes & kNameStart) != 0) return read_name(token);
  if ((classes & kDigit) != 0 || (c == '.' && is_digit(cursor_[1]))) return read_number(token);
  if (c == '\n') {
    if (comment != nullptr)
      token.at.col_offset = column(comment);  // CPython's token takes the comment in
    return read_newline(token);
  }
  if (c == '"' || c == '\'') return read_string(token, false, false);
  if (cursor_ == end_) return read_end(token);
  read_operator(token);
}

// After a backslash: the line goes on in the next one.
bool Lexer::continue_line() {
  if (*cursor_ == '\n' && cursor_ + 1 != end_) {
    ++cursor_;
    enter_line();
    return true;
  }
  if (cursor_ == end_ || *cursor_ == '\n') {
    fail_line("unexpected EOF while parsing", SyntaxError::Type::SyntaxError, true);
    error_->incomplete = true;
    return false;
  }
  fail_at("unexpected character after line continuation character", column(cursor_), -1);
  error_is_weak_ = true;
  return false;
}

// Settles the indentation of a line that begins here, skipping blank lines. True when it gave a
// token (or an error).
bool Lexer::read_indentation(Token& token) {
  if (pending_indents_ != 0) {
    emit_pending_indentation(token);
    return true;
  }
  at_line_start_ = false;
  for (;;) {
    std::uint32_t wide = 0;
    std::uint32_t tabless = 0;
    std::uint32_t continued =
        0;  // the column of the first line counts when a backslash splits the indentation
    for (;; ++cursor_) {
      if (*cursor_ == ' ') {
        ++wide;
        ++tabless;
      } else if (*cursor_ == '\t') {
        wide = (wide / kTabSize + 1) * kTabSize;
        ++tabless;
      } else if (*cursor_ == '\f') {
        wide = tabless = 0;
      } else if (*cursor_ == '\\') {
        if (continued == 0) continued = wide;
        begin(token);
        ++cursor_;
        if (!continue_line()) return true;
        --cursor_;
      } else {
        break;
      }
    }
    if (*cursor_ == '#') {
      while (*cursor_ != '\n' && cursor_ != end_) ++cursor_;
    }
    if (*cursor_ == '\n') {
      ++cursor_;
      enter_line();
      continue;
    }
    if (cursor_ == end_) wide = tabless = continued = 0;
    if (continued != 0) wide = tabless = continued;
    return change_indentation(wide, tabless, token);
  }
}

bool Lexer::change_indentation(std::uint32_t wide, std::uint32_t tabless, Token& token) {
  const auto fail_tabs = [&] {
    begin(token);
    fail_line("inconsistent use of tabs and spaces in indentation", SyntaxError::Type::TabError,
              false);
    return true;
  };
  const Indent& current = indents_[indent_count_ - 1];
  if (wide == current.column) return tabless != current.tabless_column ? fail_tabs() : false;
  if (wide > current.column) {
    if (indent_count_ >= kMostIndents) {
      begin(token);
      fail_line("too many levels of indentation", SyntaxError::Type::IndentationError, false);
      return true;
    }
    if (tabless <= current.tabless_column) return fail_tabs();
    pending_indents_ = 1;
    indents_[indent_count_++] = {wide, tabless};
  } else {
    while (indent_count_ > 1 && wide < indents_[indent_count_ - 1].column) {
      --pending_indents_;
      --indent_count_;
    }
    if (wide != indents_[indent_count_ - 1].column) {
      begin(token);
      fail_line("unindent does not match any outer indentation level",
                SyntaxError::Type::IndentationError, true);
      return true;
    }
    if (tabless != indents_[indent_count_ - 1].tabless_column) return fail_tabs();
  }
  emit_pending_indentation(token);
  return true;
}

void Lexer::emit_pending_indentation(Token& token) {
  const bool inward = pending_indents_ > 0;
  pending_indents_ += inward ? -1 : 1;
  set_placeless(token, inward ? TokenKind::Indent : TokenKind::Dedent);
}

void Lexer::read_end(Token& token) {
  if (level_ > 0) {
    error_is_weak_ = true;
    error_ = unclosed_bracket();
    return;
  }
  set_placeless(token, TokenKind::EndMarker);
}

SyntaxError Lexer::unclosed_bracket() const {
  const Bracket& open = brackets_[level_ - 1];
  SyntaxError error;
  error.message = std::string("'") + open.opening + "' was never closed";
  error.lineno = error.end_lineno = open.lineno;
  const std::string_view line = source_.line(open.lineno);
  error.offset = static_cast<std::int32_t>(characters_before(line, open.column)) + 1;
  error.end_offset = 0;
  error.text = std::string(line) + "\n";
  error.incomplete = true;
  return error;
}

void Lexer::read_newline(Token& token) {
  ++cursor_;
  finish(token, TokenKind::Newline);
  enter_line();
  at_line_start_ = true;
}

void Lexer::read_name(Token& token) {
  const char* at = cursor_;
  std::uint32_t hash = NameTable::kFirstHash;
  std::uint8_t seen = 0;
  for (;;) {
    const std::uint8_t classes = class_of(*at);
    if ((classes & kNamePart) == 0) break;
    seen |= classes;
    hash = NameTable::next_hash(hash, *at++);
  }
  const std::size_t length = static_cast<std::size_t>(at - cursor_);
  if ((*at == '"' || *at == '\'') && length <= 2) {
    bool is_f = false;
    bool is_raw = false;
    bool is_bytes = false;
    bool is_u = false;
    std::size_t known = 0;
    for (const char* letter = cursor_; letter != at; ++letter) {
      const char lower = static_cast<char>(*letter | 0x20);
      bool* flag = lower == 'f'   ? &is_f
                   : lower == 'r' ? &is_raw
                   : lower == 'b' ? &is_bytes
                   : lower == 'u' ? &is_u
                                  : nullptr;
      if (flag == nullptr || *flag) break;
      *flag = true;
      ++known;
    }
    if (known == length && !(is_f && is_bytes) && !(is_u && length == 2)) {
      cursor_ = at;
      return read_string(token, is_f, is_raw);
    }
  }
  if ((seen & kWide) != 0) [[unlikely]] {
    cursor_ = at;
    if (read_wide_name(token)) finish(token, TokenKind::Name);
    return;
  }
  const NameTable::Entry& entry = names_.find({cursor_, length}, hash);
  cursor_ = at;
  token.soft = entry.soft;
  token.name = entry.text;
  finish(token, entry.kind);
}

// A name with characters beyond ASCII; the cursor stands behind it.
bool Lexer::read_wide_name(Token& token) {
  const char* start = text_ + token.start;
  const std::string_view name(start, static_cast<std::size_t>(cursor_ - start));
  for (std::size_t at = 0; at < name.size();) {
    const auto decoded = base::utf8_decode(name.substr(at));
    at += decoded.length;
    const char32_t c = decoded.code_point;
    if (at == decoded.length ? may_start_identifier(c) : may_continue_identifier(c)) continue;
    cursor_ = start + at;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    if (is_printable(c)) {
      fail("invalid character '" + std::string(name.substr(at - decoded.length, decoded.length)) +
           "' (" + code + ")");
    } else {
      fail(std::string("invalid non-printable character ") + code);
    }
    return false;
  }
  token.name = names_.intern(normalised_identifier(name));
  return true;
}

void Lexer::fail(std::string message, SyntaxError::Type type) {
  // CPython blames what it read last.
  SyntaxError error;
  error.type = type;
  error.message = std::move(message);
  error.lineno = error.end_lineno = lineno_;
  const std::string_view line = source_.line(lineno_);
  error.offset = error.end_offset =
      static_cast<std::int32_t>(characters_before(line, column(cursor_)));
  error.text = std::string(line) + "\n";
  error_ = std::move(error);
}

void Lexer::fail_line(std::string message, SyntaxError::Type type, bool at_end) {
  fail(std::move(message), type);
  error_is_weak_ = true;
  const std::string_view line = source_.line(lineno_);
  const auto length = characters_before(line, static_cast<std::uint32_t>(line.size()));
  error_->offset = at_end ? static_cast<std::int32_t>(length) + 1 : 1;
  error_->end_offset = at_end ? -1 : 0;
}

void Lexer::fail_at(std::string message, std::uint32_t first_byte, std::int32_t end_byte) {
  fail(std::move(message));
  const std::string_view line = source_.line(lineno_);
  error_->offset = static_cast<std::int32_t>(characters_before(line, first_byte)) + 1;
  error_->end_offset = end_byte < 0 ? 0
                                    : static_cast<std::int32_t>(characters_before(
                                          line, static_cast<std::uint32_t>(end_byte))) +
                                          1;
}

void Lexer::warn(std::string message) {
  if (warnings_ != nullptr) warnings_->push_back({std::move(message), lineno_});
}

}  // namespace gilbox::syntax
