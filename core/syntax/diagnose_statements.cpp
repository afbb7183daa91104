// Mistakes in statements: what cannot be assigned to, annotated or deleted, and clauses that are
// not complete.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// The first node in `node` that cannot be a target.
const ExprNode* Grammar::invalid_target(const ExprNode* node, TargetUse use) {
  const auto first_invalid = [&](const Seq<ExprNode*>& elements) -> const ExprNode* {
    for (const ExprNode* element : elements) {
      if (const ExprNode* invalid = invalid_target(element, use)) return invalid;
    }
    return nullptr;
  };
  switch (node->kind) {
    case ast::Kind::Name:
    case ast::Kind::Attribute:
    case ast::Kind::Subscript: return nullptr;
    case ast::Kind::List: return first_invalid(cast<List>(node)->elts);
    case ast::Kind::Tuple: return first_invalid(cast<Tuple>(node)->elts);
    case ast::Kind::Starred:
      return use == TargetUse::remove ? node : invalid_target(cast<Starred>(node)->value, use);
    case ast::Kind::Compare: {
      // In `for x in y` all of `x in y` was read as one comparison.
      const auto* comparison = cast<Compare>(node);
      if (use != TargetUse::loop) return node;
      return comparison->ops[0] == CompareOperator::In ? invalid_target(comparison->left, use)
                                                       : nullptr;
    }
    default: return node;
  }
}

bool Grammar::raise_invalid_target(const ExprNode* node, TargetUse use) {
  const ExprNode* invalid = invalid_target(node, use);
  if (invalid == nullptr || has_raised()) return false;
  raise((use == TargetUse::remove ? "cannot delete " : "cannot assign to ") +
            std::string(expression_name(invalid)),
        invalid->at);
  return true;
}

// A statement that starts with an expression and fits no form: it may be meant as an assignment.
void Grammar::diagnose_statement(const Mark& before) {
  go_back(before);
  if (at(Kind::LeftBracket) || at(Kind::LeftParen)) {
    ExprNode* target = nullptr;
    {
      const Quiet quiet(*this);
      target = atom();
    }
    const bool is_list = target != nullptr && target->kind == ast::Kind::List;
    if ((is_list || as<Tuple>(target) != nullptr) && accept(Kind::Colon) &&
        expression() != nullptr) {
      raise(std::string("only single target (not ") + (is_list ? "list" : "tuple") +
                ") can be annotated",
            target->at);
    }
    if (has_raised()) return;
    go_back(before);
  }
  if (!at(Kind::Yield)) {
    const ExprNode* first = star_named_expression();
    if (has_raised()) return;
    if (first != nullptr && at(Kind::Comma)) {
      advance();
      // Expressions that follow without a comma are looked at too.
      while (starts_expression(peek().kind) && star_named_expression() != nullptr)
        accept(Kind::Comma);
      if (has_raised()) return;
      if (accept(Kind::Colon) && expression() != nullptr) {
        raise("only single target (not tuple) can be annotated", first->at);
      }
    }
    if (has_raised()) return;
    go_back(before);
    ExprNode* target = expression();
    if (target != nullptr && accept(Kind::Colon) && expression() != nullptr) {
      raise("illegal target for annotation", target->at);
    }
    if (has_raised()) return;
    go_back(before);
  }
  for (;;) {
    const bool is_yield = at(Kind::Yield);
    ExprNode* target = assigned_value();
    if (has_raised() || target == nullptr || !at(Kind::Equal)) break;
    if (is_yield) {
      raise("assignment to yield expression not possible", target->at);
      return;
    }
    if (!make_target(target, Context::Store)) {
      raise_invalid_target(target, TargetUse::assign);
      break;
    }
    advance();
  }
  if (has_raised()) return;
  go_back(before);
  if (at(Kind::Yield)) return;
  ExprNode* target = star_expressions();
  if (target != nullptr && is_augmented_assignment(token_->kind)) {
    advance();
    if (assigned_value() != nullptr && !has_raised()) {
      raise("'" + std::string(expression_name(target)) +
                "' is an illegal expression for augmented assignment",
            target->at);
    }
  }
}

void Grammar::diagnose_with(const Mark& before) {
  go_back(before);
  if (!at(Kind::LeftParen)) return;
  Items<WithItem> items(*this);
  with_items(items, true);
}

void Grammar::diagnose_with_target(const Mark& before) {
  go_back(before);
  const ExprNode* target = expression();
  if (target != nullptr && !has_raised() &&
      (at(Kind::Comma) || at(Kind::RightParen) || at(Kind::Colon))) {
    raise_invalid_target(target, TargetUse::assign);
  }
}

void Grammar::diagnose_loop_target(const Mark& before) {
  go_back(before);
  const ExprNode* target = star_expressions();
  if (target != nullptr && !has_raised()) raise_invalid_target(target, TargetUse::loop);
}

void Grammar::diagnose_comprehension_clause(const Mark& before) {
  go_back(before);
  ExprNode* target = bitwise_or();
  if (target == nullptr) return;
  while (target != nullptr && accept(Kind::Comma)) {
    if (!starts_expression(peek().kind)) break;
    target = bitwise_or();
  }
  if (has_raised()) return;
  if (!at(Kind::In)) {
    raise_here("'in' expected after for-loop variables");
  } else {
    diagnose_loop_target(before);
  }
}

// After the first type of an `except`, at the comma.
bool Grammar::lists_exceptions() {
  const Mark before = mark();
  advance();
  bool fits = expressions() != nullptr;
  if (fits && accept(Kind::As)) fits = accept(Kind::Name);
  fits = fits && at(Kind::Colon);
  if (fits && !has_raised()) return true;
  go_back(before);
  return false;
}

bool Grammar::diagnose_bound_of_star(const char* kind) {
  if (!at(Kind::Colon)) return false;
  const Location colon = peek().at;
  advance();
  const ExprNode* bound = expression();
  if (bound == nullptr || has_raised()) return true;
  raise_from(std::string("cannot use ") +
                 (bound->kind == ast::Kind::Tuple ? "constraints" : "bound") + " with " + kind,
             colon);
  return true;
}

// Behind a keyword pattern of a class pattern.
void Grammar::diagnose_positional_pattern() {
  const Location start = peek().at;
  const PatternNode* last = nullptr;
  do {
    const bool is_keyword = at(Kind::Name) && peek(1).kind == Kind::Equal;
    const PatternNode* pattern = is_keyword ? nullptr : as_pattern();
    if (pattern == nullptr) break;
    last = pattern;
  } while (accept(Kind::Comma));
  if (last != nullptr && !has_raised())
    raise("positional patterns follow keyword patterns", between(start, last->at));
}

void Grammar::diagnose_pattern_target() {
  if (token_->soft == Kind::SoftUnderscore) {
    raise("cannot use '_' as a target", peek().at);
    return;
  }
  if (at(Kind::Name)) return;
  const ExprNode* target = expression();
  if (target != nullptr && !has_raised()) raise("invalid pattern target", target->at);
}

}  // namespace gilbox::syntax
