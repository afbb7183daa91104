#include "syntax/grammar.hpp"

#include <algorithm>

namespace gilbox::syntax {

Grammar::Grammar(const Source& source, const ParseOptions& options, base::Arena& arena,
                 const Token* stumbled)
    : source_(source),
      options_(options),
      arena_(arena),
      names_(arena),
      lexer_(source, names_, stumbled == nullptr ? options.warnings : nullptr),
      is_second_pass_(stumbled != nullptr),
      diagnosing_(stumbled != nullptr) {
  if (stumbled != nullptr) stumbled_ = *stumbled;
  tokens_.reserve(64);
}

ast::ModNode* Grammar::parse() {
  read_more();
  ast::ModNode* tree = nullptr;
  switch (options_.mode) {
    case Mode::exec: tree = parse_file(); break;
    case Mode::eval: tree = parse_expression_input(); break;
    case Mode::single: tree = parse_interactive(); break;
  }
  if (tree == nullptr && !is_second_pass_ && !error_ && stumbled_.kind == Kind::Error) {
    raise_lexer_error();
  }
  return tree;
}

void Grammar::read_more() {
  // The second pass keeps all tokens, as its tests look back and forth across lines.
  const std::size_t kept = is_second_pass_ ? tokens_.size() : 0;
  tokens_.resize(kept);
  lexer_.read_line(tokens_);
  token_ = tokens_.data() + kept;
  last_token_ = tokens_.data() + tokens_.size();
}

bool Grammar::require(Kind kind) {
  if (accept(kind)) return true;
  if (at(Kind::Error)) return stumble();
  stumble();
  if (is_second_pass_ && !error_) {
    raise_at_token(SyntaxError::Type::SyntaxError,
                   "expected '" + std::string(token_text(kind)) + "'", peek());
  }
  return false;
}

const Token& Grammar::last_read() const {
  const std::size_t last =
      std::max(position(), is_second_pass_ ? std::min(furthest_, tokens_.size() - 1) : 0);
  return tokens_[last].start >= stumbled_.start ? tokens_[last] : stumbled_;
}

std::string Grammar::error_line(std::uint32_t lineno) const {
  return std::string(source_.line(lineno)) + "\n";
}

// Characters count from 1; the line end counts as one.
std::int32_t Grammar::column_number(std::uint32_t lineno, std::uint32_t bytes) const {
  const std::string_view line = source_.line(lineno);
  return static_cast<std::int32_t>(characters_before(line, bytes)) + (bytes > line.size() ? 2 : 1);
}

std::nullptr_t Grammar::raise(SyntaxError::Type type, std::string message, const Location& range) {
  if (error_) return nullptr;
  SyntaxError error;
  error.type = type;
  error.message = std::move(message);
  error.lineno = range.lineno;
  error.end_lineno = range.end_lineno;
  error.offset = column_number(range.lineno, range.col_offset);
  // CPython counts the end's column in the first line, which may be shorter.
  const auto length = static_cast<std::uint32_t>(source_.line(range.lineno).size());
  const bool is_elsewhere = range.end_lineno != range.lineno;
  error.end_offset = column_number(
      range.lineno, is_elsewhere ? std::min(range.end_col_offset, length) : range.end_col_offset);
  error.text = error_line(range.lineno);
  error_ = std::move(error);
  return nullptr;
}

std::nullptr_t Grammar::raise_from(std::string message, const Location& first) {
  if (error_) return nullptr;
  raise(std::move(message), between(first, last_read().at));
  --error_->end_offset;  // CPython takes the lexer's column as it is
  return nullptr;
}

std::nullptr_t Grammar::raise_here(std::string message, SyntaxError::Type type) {
  return raise_at_token(type, std::move(message), last_read());
}

std::nullptr_t Grammar::raise_at_token(SyntaxError::Type type, std::string message,
                                       const Token& token) {
  if (error_) return nullptr;
  raise(type, std::move(message), token.at);
  if (token.placeless) {
    // CPython then blames the lexer's position, which is one less as numbers from 1 go.
    --error_->offset;
    error_->end_offset = -1;
  }
  return nullptr;
}

void Grammar::raise_lexer_error() {
  error_ = lexer_.error();
  is_lexer_error_ = true;
}

std::nullptr_t Grammar::raise_too_deep() {
  if (error_) return nullptr;
  SyntaxError error;
  error.type = SyntaxError::Type::MemoryError;
  error.message = "Parser stack overflowed - Python source too complex to parse";
  error_ = std::move(error);
  return nullptr;
}

SyntaxError Grammar::final_error() {
  using Type = SyntaxError::Type;
  const bool is_generic = !error_;
  if (is_generic) {
    if (stumbled_.kind == Kind::Indent || stumbled_.kind == Kind::Dedent) {
      raise_at_token(Type::IndentationError,
                     stumbled_.kind == Kind::Indent ? "unexpected indent" : "unexpected unindent",
                     stumbled_);
      error_->incomplete =
          stumbled_.kind == Kind::Dedent && stumbled_.start == source_.text().size();
      return *error_;
    }
    raise(Type::SyntaxError, "invalid syntax", stumbled_.at);
    if (stumbled_.placeless) error_->offset = error_->end_offset = 0;
    error_->incomplete = stumbled_.kind == Kind::EndMarker;
  }
  if (error_->type == Type::MemoryError || is_lexer_error_) return *error_;
  if (stumbled_.kind == Kind::EndMarker ||
      (stumbled_.kind == Kind::Dedent && stumbled_.start == source_.text().size())) {
    error_->incomplete = true;
  }
  // What is wrong with the tokens of the rest counts more: a quote or a bracket that is not closed
  // is the likelier cause.
  const std::uint32_t error_lineno = last_read().at.lineno;
  while (tokens_.back().kind != Kind::Error && tokens_.back().kind != Kind::EndMarker) {
    tokens_.clear();
    lexer_.read_line(tokens_);
  }
  if (!lexer_.error() || lexer_.in_f_string()) return *error_;
  if (!lexer_.error_is_weak()) return *lexer_.error();
  const Lexer::Bracket* open = lexer_.open_bracket();
  return open != nullptr && open->lineno < error_lineno ? lexer_.unclosed_bracket() : *error_;
}

}  // namespace gilbox::syntax
