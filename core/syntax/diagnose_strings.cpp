// Mistakes in the replacement fields of f-strings.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

std::nullptr_t Grammar::raise_in_field(std::string message) {
  return raise_at_token(SyntaxError::Type::SyntaxError, "f-string: " + message, peek());
}

// At the first token of a field.
bool Grammar::diagnose_empty_field() {
  if (at(Kind::Equal) || at(Kind::Exclamation) || at(Kind::Colon) || at(Kind::RightBrace)) {
    raise_in_field("valid expression required before '" + std::string(token_text(token_->kind)) +
                   "'");
    return true;
  }
  return false;
}

void Grammar::diagnose_field_expression(const Mark& before) {
  go_back(before);
  advance();
  raise_in_field("expecting a valid expression after '{'");
}

void Grammar::diagnose_field_end(bool shows_itself, bool has_conversion) {
  if (has_conversion) {
    raise_in_field("expecting ':' or '}'");
  } else if (shows_itself) {
    raise_in_field("expecting '!', or ':', or '}'");
  } else {
    raise_in_field("expecting '=', or '!', or ':', or '}'");
  }
}

// A lambda's colon ends the field's expression, so the lambda has no body.
bool Grammar::diagnose_lambda_in_f_string(const Location& lambda) {
  const Kind next = peek(1).kind;
  if (!at(Kind::Colon) ||
      (next != Kind::FStringMiddle && !(next == Kind::LeftBrace && peek().level > 0))) {
    return false;
  }
  if (next != Kind::FStringMiddle) return false;
  raise("f-string: lambda expressions are not allowed without parentheses",
        between(lambda, peek().at));
  return true;
}

}  // namespace gilbox::syntax
