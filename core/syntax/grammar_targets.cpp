// Targets: what may stand to the left of "=", after `for`, `as` and `del`.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

bool Grammar::is_simple_target(const ExprNode* node) {
  return node->kind == ast::Kind::Name || node->kind == ast::Kind::Attribute ||
         node->kind == ast::Kind::Subscript;
}

bool Grammar::make_target(ExprNode* node, Context context) {
  const auto make_all = [&](const Seq<ExprNode*>& elements) {
    for (ExprNode* element : elements) {
      if (!make_target(element, context)) return false;
    }
    return true;
  };
  switch (node->kind) {
    case ast::Kind::Name: cast<Name>(node)->ctx = context; return true;
    case ast::Kind::Attribute: cast<Attribute>(node)->ctx = context; return true;
    case ast::Kind::Subscript: cast<Subscript>(node)->ctx = context; return true;
    case ast::Kind::Starred:
      cast<Starred>(node)->ctx = context;
      return context == Context::Store && make_target(cast<Starred>(node)->value, context);
    case ast::Kind::List: cast<List>(node)->ctx = context; return make_all(cast<List>(node)->elts);
    case ast::Kind::Tuple:
      cast<Tuple>(node)->ctx = context;
      return make_all(cast<Tuple>(node)->elts);
    default: return false;
  }
}

// One target, starred or not; operators that could follow it (`in`) are left alone.
ExprNode* Grammar::star_target() {
  ExprNode* target = nullptr;
  if (at(Kind::Star)) {
    auto* star = make<Starred>(peek().at);
    advance();
    star->value = primary();
    if (star->value != nullptr) target = done(star);
  } else {
    target = primary();
  }
  if (target == nullptr) return nullptr;
  return make_target(target, Context::Store) ? target : no();
}

ExprNode* Grammar::loop_targets() {
  const Location start = peek().at;
  ExprNode* first = star_target();
  Items<ExprNode> targets(*this);
  bool fine = first != nullptr;
  if (fine) targets.add(first);
  bool is_tuple = false;
  while (fine && accept(Kind::Comma)) {
    is_tuple = true;
    if (!starts_expression(peek().kind)) break;
    ExprNode* next = star_target();
    fine = next != nullptr;
    if (fine) targets.add(next);
  }
  if (!fine) return nullptr;
  if (!is_tuple) return first;
  auto* tuple = make<Tuple>(start);
  tuple->elts = targets.take();
  tuple->ctx = Context::Store;
  return done(tuple);
}

}  // namespace gilbox::syntax
