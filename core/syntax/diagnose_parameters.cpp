// Mistakes in parameter lists of functions and lambdas.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// Walks the parameters from the first one and raises at the first that cannot stand where it is.
void Grammar::diagnose_parameters(const Mark& before, Kind closing) {
  const bool is_lambda = closing == Kind::Colon;
  go_back(before);
  bool seen_slash = false;
  bool seen_star = false;
  bool seen_default = false;
  for (bool first = true; !at(closing); first = false) {
    if (at(Kind::Slash)) {
      const Location slash = peek().at;
      if (first) {
        if (peek(1).kind == Kind::Comma) raise("at least one argument must precede /", slash);
        return;
      }
      if (seen_star || seen_slash) {
        raise(seen_slash ? "/ may appear only once" : "/ must be ahead of *", slash);
        return;
      }
      seen_slash = true;
      advance();
      if (at(Kind::Star)) {
        raise("expected comma between / and *", peek().at);
        return;
      }
    } else if (at(Kind::LeftParen)) {
      if (!seen_default && !seen_star) diagnose_parenthesized_parameters(is_lambda);
      return;
    } else if (at(Kind::DoubleStar)) {
      diagnose_double_star_parameter();
      return;
    } else if (at(Kind::Star)) {
      if (seen_star) {
        raise("* argument may appear only once", peek().at);
        return;
      }
      seen_star = true;
      if (diagnose_star_parameter(closing)) return;
    } else {
      const Arg* argument = parameter(is_lambda, false);
      if (argument == nullptr || has_raised()) return;
      if (at(Kind::Equal)) {
        const Location equal = peek().at;
        advance();
        if (at(Kind::RightParen) || at(Kind::Comma)) {
          raise("expected default value expression", equal);
          return;
        }
        seen_default = true;
        if (expression() == nullptr || has_raised()) return;
      } else if (seen_default && !seen_star && (at(Kind::Comma) || at(closing))) {
        raise("parameter without a default follows parameter with a default", argument->at);
        return;
      }
    }
    if (!accept(Kind::Comma)) return;
  }
}

// At `*`. True when the walk is over.
bool Grammar::diagnose_star_parameter(Kind closing) {
  const bool is_lambda = closing == Kind::Colon;
  const Location star = peek().at;
  advance();
  const Kind next = token_->kind;
  if (next == closing ||
      (next == Kind::Comma && (peek(1).kind == closing || peek(1).kind == Kind::DoubleStar))) {
    if (is_lambda) {
      raise_here("named arguments must follow bare *");
    } else {
      raise("named arguments must follow bare *", star);
    }
    return true;
  }
  if (next == Kind::Comma) return false;
  if (parameter(is_lambda, true) == nullptr || has_raised()) return true;
  if (at(Kind::Equal)) {
    raise("var-positional argument cannot have default value", peek().at);
    return true;
  }
  return false;
}

bool Grammar::diagnose_double_star_parameter() {
  advance();
  if (!accept(Kind::Name)) return false;
  if (accept(Kind::Colon)) expression();
  if (at(Kind::Equal)) {
    raise("var-keyword argument cannot have default value", peek().at);
    return true;
  }
  if (!accept(Kind::Comma)) return false;
  if (at(Kind::Star) || at(Kind::DoubleStar) || at(Kind::Slash) || at(Kind::Name)) {
    raise("arguments cannot follow var-keyword argument", peek().at);
    return true;
  }
  return false;
}

bool Grammar::diagnose_parenthesized_parameters(bool is_lambda) {
  const Location open = peek().at;
  advance();
  for (bool any = false;; any = true) {
    if (any && at(Kind::RightParen)) break;
    if (!accept(Kind::Name)) return false;
    if (!accept(Kind::Comma)) break;
  }
  if (!at(Kind::RightParen)) return false;
  raise(is_lambda ? "Lambda expression parameters cannot be parenthesized"
                  : "Function parameters cannot be parenthesized",
        between(open, peek().at));
  return true;
}

}  // namespace gilbox::syntax
