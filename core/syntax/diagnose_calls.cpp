// Mistakes among the arguments of a call: their order, generators without parentheses, "=" for
// "==".
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// `*expression`, with the two mistakes it can have by itself.
ExprNode* Grammar::starred_argument() {
  auto* node = make<Starred>(peek().at);
  const Location star = peek().at;
  advance();
  const std::size_t first = position();
  node->value = expression();
  if (has_raised()) return nullptr;
  if (node->value == nullptr) {
    // CPython says so already in its first pass; there what is wrong may also be the end of a
    // longer expression.
    const bool is_bare = is_second_pass_ || position() == first;
    return is_bare && !at(Kind::Error) ? raise_here("Invalid star expression") : no();
  }
  if (diagnosing() && at(Kind::Equal)) {
    const Mark before = mark();
    advance();
    const ExprNode* value = expression();
    if (value != nullptr) {
      return raise("cannot assign to iterable argument unpacking", between(star, value->at));
    }
    go_back(before);
  }
  return done(node);
}

ExprNode* Grammar::positional_argument() {
  if (at(Kind::Star)) return starred_argument();
  const bool is_named = at(Kind::Name) && peek(1).kind == Kind::ColonEqual;
  ExprNode* argument = is_named ? assignment_expression() : expression();
  return argument != nullptr && !at(Kind::Equal) && !at(Kind::ColonEqual) ? argument : nullptr;
}

bool Grammar::keyword_argument(ArgumentScan& scan, bool star_allowed) {
  const Mark before = mark();
  const Location start = peek().at;
  const Kind second = peek(1).kind;
  if ((at(Kind::True) || at(Kind::False) || at(Kind::None)) && second == Kind::Equal) {
    const std::string name(text_of(peek()));
    advance();
    return raise("cannot assign to " + name, between(start, peek().at)), false;
  }
  if (at(Kind::Name) && second == Kind::Equal) {
    advance();
    const Location equal = peek().at;
    advance();
    if (expression() == nullptr) return false;
    if (at_comprehension()) {
      const Mark before_clauses = mark();
      Seq<Comprehension*> generators;
      if (comprehension_clauses(generators)) {
        return raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                     between(start, equal)),
               false;
      }
      if (has_raised()) return false;
      go_back(before_clauses);
    }
    scan.has_named = true;
    return true;
  }
  if (at(Kind::Star) || at(Kind::DoubleStar)) {
    if (at(Kind::Star)) return star_allowed && starred_argument() != nullptr;
    advance();
    if (expression() == nullptr) return false;
    const Mark before_equal = mark();
    if (accept(Kind::Equal)) {
      const ExprNode* value = expression();
      if (value != nullptr) {
        return raise("cannot assign to keyword argument unpacking", between(start, value->at)),
               false;
      }
      go_back(before_equal);
    }
    scan.has_double_star = true;
    return !has_raised();
  }
  const ExprNode* value = expression();
  if (value != nullptr && at(Kind::Equal)) {
    raise("expression cannot contain assignment, perhaps you meant \"==\"?",
          between(value->at, peek().at));
    return false;
  }
  if (!has_raised()) go_back(before);
  return false;
}

// As many arguments as fit; stands behind the last of them.
bool Grammar::scan_arguments(ArgumentScan& scan) {
  bool star_allowed = true;
  bool in_keywords = false;
  for (bool first = true;; first = false) {
    const Mark before = mark();
    if (!first && !accept(Kind::Comma)) return true;
    if (!in_keywords) {
      const Mark before_item = mark();
      if (const ExprNode* argument = positional_argument()) {
        ++scan.positional;
        scan.last_positional = argument;
        continue;
      }
      if (has_raised()) return false;
      go_back(before_item);
      in_keywords = true;
    }
    bool fits = keyword_argument(scan, star_allowed);
    if (scan.has_double_star) star_allowed = false;
    if (has_raised()) return false;
    if (!fits) {
      go_back(before);
      return !first;
    }
  }
}

void Grammar::diagnose_loose_generator(const ArgumentScan& scan) {
  // A generator without parentheses may only be the one argument.
  const ExprNode* element = scan.last_positional;
  Seq<Comprehension*> generators;
  if (!comprehension_clauses(generators) || has_raised()) return;
  raise("Generator expression must be parenthesized",
        {element->at.lineno, element->at.col_offset, previous_end_.lineno, previous_end_.column});
}

void Grammar::diagnose_arguments(const Mark& before) {
  go_back(before);
  advance();
  const Mark start = mark();
  ArgumentScan scan;
  const bool any = scan_arguments(scan);
  if (has_raised()) return;
  const Mark after = mark();
  const bool ends_named = scan.has_named || scan.has_double_star;

  if (any && ends_named && at(Kind::Comma)) {
    const Location comma = peek().at;
    advance();
    if (at(Kind::Star) && starred_argument() != nullptr && !at(Kind::Equal)) {
      raise_from("iterable argument unpacking follows keyword argument unpacking", comma);
    }
    if (has_raised()) return;
    go_back(after);
  }
  {
    go_back(start);
    const ExprNode* element = expression();
    if (element != nullptr && at_comprehension()) {
      Seq<Comprehension*> generators;
      if (comprehension_clauses(generators) && at(Kind::Comma)) {
        const Location whole{element->at.lineno, element->at.col_offset, previous_end_.lineno,
                             previous_end_.column};
        raise("Generator expression must be parenthesized", whole);
      }
    }
    if (has_raised()) return;
    go_back(after);
  }
  // `name=` without a value, at the beginning or behind a comma.
  if (any) accept(Kind::Comma);
  if (!any || position() != after.position) {
    if (at(Kind::Name) && peek(1).kind == Kind::Equal &&
        (peek(2).kind == Kind::Comma || peek(2).kind == Kind::RightParen)) {
      raise("expected argument value expression", between(peek().at, peek(1).at));
      return;
    }
  }
  go_back(after);
  if (!any) return;
  if (at_comprehension()) {
    if (scan.positional > 1) diagnose_loose_generator(scan);
    return;
  }
  if (!accept(Kind::Comma)) return;
  const Mark behind_comma = mark();
  const ExprNode* element = expression();
  if (element != nullptr && at_comprehension()) {
    ArgumentScan loose;
    loose.last_positional = element;
    diagnose_loose_generator(loose);
  }
  if (has_raised()) return;
  go_back(behind_comma);
  ArgumentScan rest;
  if (scan_arguments(rest) && !has_raised()) {
    raise_here(scan.has_double_star ? "positional argument follows keyword argument unpacking"
                                    : "positional argument follows keyword argument");
  }
}

}  // namespace gilbox::syntax
