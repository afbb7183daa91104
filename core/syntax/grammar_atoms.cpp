// Atoms: names, literals, whatever stands in brackets, comprehensions, call arguments.
#include "syntax/grammar.hpp"
#include "syntax/literal.hpp"

namespace gilbox::syntax {

using namespace ast;

ExprNode* Grammar::atom() {
  switch (token_->kind) {
    case Kind::Name: return name();
    case Kind::Number: return number();
    case Kind::String:
    case Kind::FStringStart: return strings();
    case Kind::LeftParen: return group_or_tuple();
    case Kind::LeftBracket: return list();
    case Kind::LeftBrace: return dictionary_or_set();
    case Kind::None: return constant(ConstantValue::Type::None);
    case Kind::True: return constant(ConstantValue::Type::True);
    case Kind::False: return constant(ConstantValue::Type::False);
    case Kind::Ellipsis: return constant(ConstantValue::Type::Ellipsis);
    default: return no();
  }
}

ExprNode* Grammar::name() {
  auto* node = make<Name>(peek().at);
  node->id = peek().name;
  advance();
  return done(node);
}

ExprNode* Grammar::constant(ConstantValue::Type type) {
  auto* node = make<Constant>(peek().at);
  node->value.type = type;
  advance();
  return done(node);
}

ExprNode* Grammar::number() {
  auto* node = make<Constant>(peek().at);
  node->value = number_value(text_of(peek()), arena_);
  if (node->value.type == ConstantValue::Type::BigInt && node->value.base == 10 &&
      node->value.text.size() > kMostDecimalDigits) {
    return raise("Exceeds the limit (4300 digits) for integer string conversion: value has " +
                     std::to_string(node->value.text.size()) +
                     " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                     "hexadecimal for huge "
                     "integer literals to avoid decimal conversion limits.",
                 peek().at);
  }
  advance();
  return done(node);
}

ExprNode* Grammar::group_or_tuple() {
  const Location start = peek().at;
  const Mark before = mark();
  advance();
  Items<ExprNode> elements(*this);
  if (!at(Kind::RightParen)) {
    const bool is_yield = at(Kind::Yield);
    ExprNode* first = is_yield ? yield_expression() : star_named_expression();
    if (first == nullptr) {
      if (diagnosing()) diagnose_group(before);
      return nullptr;
    }
    if (at_comprehension() && first->kind != ast::Kind::Starred && !is_yield) {
      auto* node = make<GeneratorExp>(start);
      node->elt = first;
      if (!comprehension_clauses(node->generators) || !expect(Kind::RightParen)) return nullptr;
      node->parenthesized = true;
      return done(node);
    }
    if (!at(Kind::Comma) || is_yield) {
      if (first->kind == ast::Kind::Starred || !at(Kind::RightParen)) {
        if (diagnosing()) diagnose_group(before);
        return no();
      }
      advance();
      first->parenthesized = true;
      return first;
    }
    elements.add(first);
    while (accept(Kind::Comma)) {
      if (at(Kind::RightParen)) break;
      ExprNode* next = star_named_expression();
      if (next == nullptr) return nullptr;
      elements.add(next);
    }
  }
  if (!expect(Kind::RightParen)) return nullptr;
  auto* tuple = make<Tuple>(start);
  tuple->elts = elements.take();
  tuple->parenthesized = true;
  return done(tuple);
}

ExprNode* Grammar::list() {
  const Location start = peek().at;
  const Mark before = mark();
  advance();
  Items<ExprNode> elements(*this);
  while (!at(Kind::RightBracket)) {
    ExprNode* element = star_named_expression();
    if (element == nullptr) {
      if (diagnosing()) diagnose_comprehension_target(before);
      return nullptr;
    }
    elements.add(element);
    if (elements.size() == 1 && at_comprehension() && element->kind != ast::Kind::Starred) {
      auto* node = make<ListComp>(start);
      node->elt = element;
      if (!comprehension_clauses(node->generators) || !expect(Kind::RightBracket)) return nullptr;
      return done(node);
    }
    if (!accept(Kind::Comma)) break;
  }
  if (!at(Kind::RightBracket)) {
    if (diagnosing()) diagnose_comprehension_target(before);
    return no();
  }
  advance();
  auto* node = make<List>(start);
  node->elts = elements.take();
  return done(node);
}

ExprNode* Grammar::dictionary_or_set() {
  const Location start = peek().at;
  const Mark before = mark();
  advance();
  if (at(Kind::RightBrace) || at(Kind::DoubleStar)) return dictionary_rest(start, nullptr);
  ExprNode* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (at(Kind::Colon) && first->kind != ast::Kind::Starred &&
      (first->kind != ast::Kind::NamedExpr || first->parenthesized)) {
    return dictionary_rest(start, first);
  }
  if (at_comprehension() && first->kind != ast::Kind::Starred) {
    auto* node = make<SetComp>(start);
    node->elt = first;
    if (!comprehension_clauses(node->generators) || !expect(Kind::RightBrace)) return nullptr;
    return done(node);
  }
  Items<ExprNode> elements(*this);
  elements.add(first);
  while (accept(Kind::Comma)) {
    if (at(Kind::RightBrace)) break;
    ExprNode* next = star_named_expression();
    if (next == nullptr) {
      if (diagnosing()) diagnose_comprehension_target(before);
      return nullptr;
    }
    elements.add(next);
  }
  if (!at(Kind::RightBrace)) {
    if (diagnosing()) diagnose_comprehension_target(before);
    return no();
  }
  advance();
  auto* node = make<Set>(start);
  node->elts = elements.take();
  return done(node);
}

// A key behind the first pair. CPython looks for a missing colon before it looks for mistakes in
// the key.
ExprNode* Grammar::later_key() {
  if (!diagnosing()) return expression();
  const Mark before = mark();
  {
    const Quiet quiet(*this);
    if (ExprNode* key = expression()) return key;
  }
  go_back(before);
  return expression();
}

// The first key is already read, unless the dictionary is empty or starts with `**`.
ExprNode* Grammar::dictionary_rest(const Location& start, ExprNode* first_key) {
  std::vector<ExprNode*> keys;
  Items<ExprNode> values(*this);
  for (;;) {
    ExprNode* key = first_key;
    first_key = nullptr;
    if (key == nullptr) {
      if (at(Kind::RightBrace)) break;
      if (at(Kind::DoubleStar)) {
        const Location stars = peek().at;
        advance();
        ExprNode* mapping = bitwise_or();
        if (mapping == nullptr) return nullptr;
        if (diagnosing() && keys.empty() && at_comprehension() && unpacks_in_comprehension()) {
          return raise("dict unpacking cannot be used in dict comprehension", stars);
        }
        keys.push_back(nullptr);
        values.add(mapping);
        if (!accept(Kind::Comma)) break;
        continue;
      }
      key = keys.empty() ? expression() : later_key();
      if (key == nullptr) return nullptr;
    }
    if (!at(Kind::Colon)) {
      if (diagnosing() && !keys.empty()) raise_missing_colon(key->at);
      return no();
    }
    const Location colon = peek().at;
    advance();
    if (diagnosing() && diagnose_dictionary_value(colon)) return nullptr;
    ExprNode* value = expression();
    if (value == nullptr) return nullptr;
    if (keys.empty() && at_comprehension()) {
      auto* node = make<DictComp>(start);
      node->key = key;
      node->value = value;
      if (!comprehension_clauses(node->generators) || !expect(Kind::RightBrace)) return nullptr;
      return done(node);
    }
    keys.push_back(key);
    values.add(value);
    if (!accept(Kind::Comma)) break;
  }
  if (!expect(Kind::RightBrace)) return nullptr;
  auto* node = make<Dict>(start);
  node->keys = copied(keys);
  node->values = values.take();
  return done(node);
}

bool Grammar::conditions(Seq<ExprNode*>& conditions) {
  Items<ExprNode> items(*this);
  while (accept(Kind::If)) {
    ExprNode* condition = disjunction();
    if (condition == nullptr) return false;
    items.add(condition);
  }
  conditions = items.take();
  return true;
}

bool Grammar::at_comprehension() {
  if (at(Kind::For)) return true;
  if (!at(Kind::Async)) return false;
  if (peek(1).kind == Kind::For) return true;
  if (peek(1).start >= stumbled_.start && !is_second_pass_) stumbled_ = peek(1);
  return false;
}

// One or more `for … in … if …`.
bool Grammar::comprehension_clauses(Seq<Comprehension*>& generators) {
  Items<Comprehension> clauses(*this);
  while (at_comprehension()) {
    auto* clause = make<Comprehension>(peek().at);
    clause->is_async = accept(Kind::Async) ? 1 : 0;
    advance();
    const Mark before_target = mark();
    clause->target = loop_targets();
    if (clause->target == nullptr || !at(Kind::In)) {
      if (diagnosing()) diagnose_comprehension_clause(before_target);
      return clause->target != nullptr && stumble();
    }
    advance();
    clause->iter = disjunction();
    if (clause->iter == nullptr) return false;
    if (!conditions(clause->ifs)) return false;
    clauses.add(done(clause));
  }
  generators = clauses.take();
  return true;
}

}  // namespace gilbox::syntax
