// Expressions by precedence: from tuples without parentheses down to the operands of operators.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// One expression, or a tuple of several; each may be starred.
ExprNode* Grammar::star_expressions() {
  const Location start = peek().at;
  ExprNode* first = star_expression();
  if (first == nullptr || !at(Kind::Comma)) return first;
  Items<ExprNode> elements(*this);
  elements.add(first);
  while (accept(Kind::Comma)) {
    if (!starts_expression(peek().kind)) break;
    const Mark before_next = mark();
    ExprNode* next = star_expression();
    if (next == nullptr) {
      if (without_tail(before_next, first) == nullptr) return nullptr;
      break;
    }
    elements.add(next);
  }
  auto* tuple = make<Tuple>(start);
  tuple->elts = elements.take();
  return done(tuple);
}

ExprNode* Grammar::star_expression() { return at(Kind::Star) ? starred() : expression(); }

ExprNode* Grammar::star_named_expression() {
  return at(Kind::Star) ? starred() : named_expression();
}

ExprNode* Grammar::starred() {
  auto* node = make<Starred>(peek().at);
  advance();
  node->value = bitwise_or();
  return node->value == nullptr ? nullptr : done(node);
}

// As star_expressions without stars: what `eval()` takes.
ExprNode* Grammar::expressions() {
  const Location start = peek().at;
  ExprNode* first = expression();
  if (first == nullptr || !at(Kind::Comma)) return first;
  Items<ExprNode> elements(*this);
  elements.add(first);
  while (accept(Kind::Comma)) {
    if (!starts_expression(peek().kind) || at(Kind::Star)) break;
    ExprNode* next = expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = make<Tuple>(start);
  tuple->elts = elements.take();
  return done(tuple);
}

ExprNode* Grammar::named_expression() {
  if (at(Kind::Name) && peek(1).kind == Kind::ColonEqual) return assignment_expression();
  const Mark before = mark();
  ExprNode* node = expression();
  if (node == nullptr) return nullptr;
  if (diagnosing()) {
    diagnose_named_expression(before, node);
    if (has_raised()) return nullptr;
  }
  return at(Kind::ColonEqual) ? no() : node;
}

ExprNode* Grammar::assignment_expression() {
  auto* node = make<NamedExpr>(peek().at);
  node->target = name();
  cast<Name>(node->target)->ctx = Context::Store;
  advance();
  node->value = expression();
  return node->value == nullptr ? nullptr : done(node);
}

ExprNode* Grammar::expression() {
  Deeper deeper(*this);
  if (deeper.too_deep()) return raise_too_deep();
  if (at(Kind::Lambda)) return lambda();
  const Mark before = mark();
  const Location start = peek().at;
  ExprNode* node = position() == known_disjunction_ ? quiet_disjunction() : disjunction();
  if (node == nullptr) return nullptr;
  if (diagnosing()) {
    diagnose_expression(before, node);
    if (has_raised()) return nullptr;
  }
  if (!at(Kind::If)) return node;
  const Mark before_if = mark();
  advance();
  auto* choice = make<IfExp>(start);
  choice->body = node;
  choice->test = disjunction();
  if (choice->test != nullptr && !at(Kind::Else)) {
    stumble();
    choice->test = nullptr;
  }
  if (choice->test == nullptr) return without_tail(before_if, node);
  advance();
  choice->orelse = expression();
  return choice->orelse == nullptr ? without_tail(before_if, node) : done(choice);
}

ExprNode* Grammar::quiet_disjunction() {
  const Quiet quiet(*this);
  return disjunction();
}

ExprNode* Grammar::lambda() {
  auto* node = make<Lambda>(peek().at);
  advance();
  node->args = parameters(Kind::Colon);
  if (node->args == nullptr) return nullptr;
  if (diagnosing() && at(Kind::Colon) && diagnose_lambda_in_f_string(node->at)) return nullptr;
  if (!require(Kind::Colon)) return nullptr;
  node->body = expression();
  return node->body == nullptr ? nullptr : done(node);
}

ExprNode* Grammar::yield_expression() {
  const Location start = peek().at;
  advance();
  if (accept(Kind::From)) {
    auto* node = make<YieldFrom>(start);
    node->value = expression();
    return node->value == nullptr ? nullptr : done(node);
  }
  auto* node = make<Yield>(start);
  if (starts_expression(peek().kind)) {
    node->value = star_expressions();
    if (node->value == nullptr) return nullptr;
  }
  return done(node);
}

// Operators that bind at least as tightly as `least_precedence` (tokens.def; or 1, and 2, not 3,
// comparisons 4).
ExprNode* Grammar::binary(int least_precedence) {
  const Location start = peek().at;
  ExprNode* left = operand(least_precedence);
  while (left != nullptr) {
    const Kind kind = token_->kind;
    if (const int precedence = binary_precedence(kind); precedence != 0) {
      if (precedence < least_precedence) return left;
      const Mark before_operator = mark();
      auto* node = make<BinOp>(start);
      advance();
      node->left = left;
      node->op = binary_operator(kind);
      node->right = binary(precedence + 1);
      if (node->right == nullptr) return without_tail(before_operator, left);
      left = done(node);
      continue;
    }
    if (least_precedence > kComparison) return left;
    ExprNode* joined = left;
    switch (kind) {
      case Kind::EqEqual:
      case Kind::NotEqual:
      case Kind::Less:
      case Kind::LessEqual:
      case Kind::Greater:
      case Kind::GreaterEqual:
      case Kind::In:
      case Kind::Is:
      case Kind::Not: joined = comparison(left, start); break;
      case Kind::And:
        if (least_precedence > kConjunction) return left;
        joined = boolean_chain(left, start, kind);
        break;
      case Kind::Or:
        if (least_precedence > kDisjunction) return left;
        joined = boolean_chain(left, start, kind);
        break;
      default: return left;
    }
    if (joined == left) return left;
    left = joined;
  }
  return nullptr;
}

ExprNode* Grammar::operand(int least_precedence) {
  switch (token_->kind) {
    case Kind::Not:
      if (least_precedence <= kInversion) return unary(UnaryOperator::Not);
      if (diagnosing()) diagnose_not_after_operator(least_precedence);
      return no();
    case Kind::Plus: return unary(UnaryOperator::UAdd);
    case Kind::Minus: return unary(UnaryOperator::USub);
    case Kind::Tilde: return unary(UnaryOperator::Invert);
    default: return power();
  }
}

ExprNode* Grammar::unary(UnaryOperator op) {
  Deeper deeper(*this);
  if (deeper.too_deep()) return raise_too_deep();
  auto* node = make<UnaryOp>(peek().at);
  advance();
  node->op = op;
  node->operand = op == UnaryOperator::Not ? binary(kInversion) : operand(kFactor);
  return node->operand == nullptr ? nullptr : done(node);
}

ExprNode* Grammar::boolean_chain(ExprNode* left, const Location& start, Kind keyword) {
  const bool is_and = keyword == Kind::And;
  Items<ExprNode> values(*this);
  values.add(left);
  while (at(keyword)) {
    const Mark before_keyword = mark();
    advance();
    ExprNode* next = binary(is_and ? kInversion : kConjunction);
    if (next == nullptr) {
      if (without_tail(before_keyword, left) == nullptr) return nullptr;
      break;
    }
    values.add(next);
  }
  if (values.size() == 1) return left;
  auto* node = make<BoolOp>(start);
  node->op = is_and ? BooleanOperator::And : BooleanOperator::Or;
  node->values = values.take();
  return done(node);
}

ExprNode* Grammar::comparison(ExprNode* left, const Location& start) {
  base::SmallVector<CompareOperator, 4> operators;
  Items<ExprNode> comparators(*this);
  for (;;) {
    const Mark before_operator = mark();
    CompareOperator op;
    ExprNode* next = nullptr;
    if (comparison_operator(op)) {
      next = binary(kBitwise);
      if (next == nullptr && without_tail(before_operator, left) == nullptr) return nullptr;
    } else {
      go_back(before_operator);
    }
    if (next == nullptr) break;
    operators.push_back(op);
    comparators.add(next);
  }
  if (comparators.size() == 0) return left;
  auto* node = make<Compare>(start);
  node->left = left;
  node->ops = copied(operators);
  node->comparators = comparators.take();
  return done(node);
}

bool Grammar::comparison_operator(CompareOperator& op) {
  using enum CompareOperator;
  switch (token_->kind) {
    case Kind::EqEqual: op = Eq; break;
    case Kind::NotEqual: op = NotEq; break;
    case Kind::Less: op = Lt; break;
    case Kind::LessEqual: op = LtE; break;
    case Kind::Greater: op = Gt; break;
    case Kind::GreaterEqual: op = GtE; break;
    case Kind::In: op = In; break;
    case Kind::Not:
      if (peek(1).kind != Kind::In) {
        advance();
        return stumble();
      }
      advance();
      op = NotIn;
      break;
    case Kind::Is:
      advance();
      op = accept(Kind::Not) ? IsNot : Is;
      return true;
    default: return false;
  }
  advance();
  return true;
}

ExprNode* Grammar::power() {
  const Location start = peek().at;
  ExprNode* base = nullptr;
  if (at(Kind::Await)) {
    auto* node = make<Await>(start);
    advance();
    node->value = primary();
    if (node->value != nullptr) base = done(node);
  } else {
    base = primary();
  }
  if (base == nullptr || !at(Kind::DoubleStar)) return base;
  Deeper deeper(*this);
  if (deeper.too_deep()) return raise_too_deep();
  const Mark before_operator = mark();
  advance();
  auto* node = make<BinOp>(start);
  node->left = base;
  node->op = BinaryOperator::Pow;
  node->right = operand(kFactor);
  return node->right == nullptr ? without_tail(before_operator, base) : done(node);
}

ExprNode* Grammar::primary() {
  const Location start = peek().at;
  ExprNode* node = atom();
  while (node != nullptr) {
    const Mark before_trailer = mark();
    switch (token_->kind) {
      case Kind::Dot: {
        auto* attribute = make<Attribute>(start);
        advance();
        if (!at(Kind::Name)) return no(), without_tail(before_trailer, node);
        attribute->value = node;
        attribute->attr = peek().name;
        advance();
        node = done(attribute);
        break;
      }
      case Kind::LeftParen: {
        auto* call = make<Call>(start);
        call->func = node;
        if (!parenthesized_arguments(*call)) return without_tail(before_trailer, node);
        node = done(call);
        break;
      }
      case Kind::LeftBracket: {
        auto* subscript = make<Subscript>(start);
        advance();
        subscript->value = node;
        subscript->slice = slices();
        if (subscript->slice == nullptr || !expect(Kind::RightBracket)) {
          return without_tail(before_trailer, node);
        }
        node = done(subscript);
        break;
      }
      default: return node;
    }
  }
  return nullptr;
}

ExprNode* Grammar::slices() {
  const Location start = peek().at;
  ExprNode* first = slice();
  if (first == nullptr) return nullptr;
  if (!at(Kind::Comma) && first->kind != ast::Kind::Starred) return first;
  Items<ExprNode> elements(*this);
  elements.add(first);
  while (accept(Kind::Comma)) {
    if (at(Kind::RightBracket)) break;
    ExprNode* next = slice();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = make<Tuple>(start);
  tuple->elts = elements.take();
  return done(tuple);
}

ExprNode* Grammar::slice() {
  const Location start = peek().at;
  if (at(Kind::Star)) return starred_argument();
  ExprNode* lower = nullptr;
  if (!at(Kind::Colon)) {
    lower = named_expression();
    if (lower == nullptr || !at(Kind::Colon)) return lower;
    if (lower->kind == ast::Kind::NamedExpr && !lower->parenthesized) return no();
  }
  advance();
  auto* node = make<Slice>(start);
  node->lower = lower;
  if (!at(Kind::Colon) && ends_slice()) return done(node);
  if (!at(Kind::Colon)) {
    node->upper = expression();
    if (node->upper == nullptr) return nullptr;
  }
  if (accept(Kind::Colon) && !ends_slice()) {
    node->step = expression();
    if (node->step == nullptr) return nullptr;
  }
  return done(node);
}

// Whether an expression can begin with such a token.
bool Grammar::starts_expression(Kind kind) {
  switch (kind) {
    case Kind::Name:
    case Kind::Number:
    case Kind::String:
    case Kind::FStringStart:
    case Kind::LeftParen:
    case Kind::LeftBracket:
    case Kind::LeftBrace:
    case Kind::Ellipsis:
    case Kind::Minus:
    case Kind::Plus:
    case Kind::Tilde:
    case Kind::Star:
    case Kind::Not:
    case Kind::Await:
    case Kind::Lambda:
    case Kind::None:
    case Kind::True:
    case Kind::False: return true;
    default: return false;
  }
}

}  // namespace gilbox::syntax
