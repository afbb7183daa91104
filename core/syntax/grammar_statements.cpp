// Files, simple statements, imports.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

namespace {

bool ends_simple_statement(TokenKind kind) {
  return kind == TokenKind::Newline || kind == TokenKind::Semicolon;
}

}  // namespace

ModNode* Grammar::parse_file() {
  Items<StmtNode> body(*this);
  const Location start{1, 0, 1, 0};
  while (!at(Kind::EndMarker)) {
    if (!statement(body)) return nullptr;
  }
  auto* module = make<Module>(start);
  module->body = body.take();
  return done(module);
}

ModNode* Grammar::parse_expression_input() {
  auto* input = make<Expression>({1, 0, 1, 0});
  ExprNode* body = expressions();
  if (body == nullptr) return nullptr;
  while (accept(Kind::Newline)) {
  }
  if (!at(Kind::EndMarker)) return no();
  input->body = body;
  return done(input);
}

ModNode* Grammar::parse_interactive() {
  Items<StmtNode> body(*this);
  auto* input = make<Interactive>({1, 0, 1, 0});
  if (at(Kind::EndMarker)) return no();
  if (!statement(body)) return nullptr;
  input->body = body.take();
  if (at(Kind::EndMarker)) return done(input);
  // Behind a compound statement nothing fits; behind a line of simple ones there is one statement
  // too many.
  if (line_end_.lineno == 0) return no();
  return raise("multiple statements found while compiling a single statement", line_end_);
}

// One compound statement, or a line of simple ones.
bool Grammar::statement(Items<StmtNode>& out) {
  StmtNode* compound = nullptr;
  switch (token_->kind) {
    case Kind::If:
    case Kind::While:
    case Kind::For:
    case Kind::With:
    case Kind::Try:
    case Kind::Def:
    case Kind::Class:
    case Kind::At:
    case Kind::Async: compound = compound_statement(); break;
    case Kind::Name:
      if (at_match_statement()) {
        bool is_match = false;
        compound = match_statement(is_match);
        if (is_match || has_raised()) break;
      }
      return simple_statements(out);
    default: return simple_statements(out);
  }
  if (compound == nullptr) return false;
  out.add(compound);
  line_end_ = {};
  return true;
}

bool Grammar::simple_statements(Items<StmtNode>& out) {
  for (;;) {
    StmtNode* statement = simple_statement();
    if (statement == nullptr) return false;
    out.add(statement);
    if (accept(Kind::Semicolon)) {
      if (!at(Kind::Newline)) continue;
    }
    line_end_ = peek().at;
    return expect(Kind::Newline);
  }
}

StmtNode* Grammar::simple_statement() {
  const Location start = peek().at;
  switch (token_->kind) {
    case Kind::Return: return return_statement();
    case Kind::Import: return import_statement();
    case Kind::From: return import_from_statement();
    case Kind::Raise: return raise_statement();
    case Kind::Pass: advance(); return done(make<Pass>(start));
    case Kind::Break: advance(); return done(make<Break>(start));
    case Kind::Continue: advance(); return done(make<Continue>(start));
    case Kind::Del: return delete_statement();
    case Kind::Assert: return assert_statement();
    case Kind::Global:
    case Kind::Nonlocal: return scope_statement();
    case Kind::Name:
      if (token_->soft == Kind::SoftType && peek(1).kind == Kind::Name) return type_statement();
      break;
    default: break;
  }
  return expression_statement();
}

StmtNode* Grammar::expression_statement() {
  const Location start = peek().at;
  const Mark before = mark();
  ExprNode* first = assigned_value();
  const bool is_augmented =
      first != nullptr && is_augmented_assignment(token_->kind) && is_simple_target(first);
  StmtNode* result = nullptr;
  if (first != nullptr && !has_raised()) result = expression_statement_rest(start, first);
  if (diagnosing() && !is_augmented) {
    // An assignment whose beginning fits is one; anything else may be meant as one.
    const bool may_be_assignment = result == nullptr || (result->kind == ast::Kind::Expr &&
                                                         !ends_simple_statement(token_->kind));
    if (may_be_assignment) {
      diagnose_statement(before);
      return nullptr;
    }
  }
  return result;
}

StmtNode* Grammar::expression_statement_rest(const Location& start, ExprNode* first) {
  switch (token_->kind) {
    case Kind::Equal: return assignment(start, first);
    case Kind::Colon: return annotated_assignment(start, first);
    default: break;
  }
  if (is_augmented_assignment(token_->kind)) return augmented_assignment(start, first);
  auto* statement = make<Expr>(start);
  statement->value = first;
  return done(statement);
}

ExprNode* Grammar::assigned_value() {
  return at(Kind::Yield) ? yield_expression() : star_expressions();
}

StmtNode* Grammar::assignment(const Location& start, ExprNode* first) {
  Items<ExprNode> targets(*this);
  ExprNode* value = first;
  while (at(Kind::Equal)) {
    if (!make_target(value, Context::Store)) return no();
    targets.add(value);
    advance();
    value = assigned_value();
    if (value == nullptr) return nullptr;
  }
  auto* statement = make<Assign>(start);
  statement->targets = targets.take();
  statement->value = value;
  return done(statement);
}

StmtNode* Grammar::annotated_assignment(const Location& start, ExprNode* target) {
  if (!is_simple_target(target) || !make_target(target, Context::Store)) return no();
  auto* statement = make<AnnAssign>(start);
  advance();
  statement->target = target;
  statement->simple = target->kind == ast::Kind::Name && !target->parenthesized ? 1 : 0;
  statement->annotation = expression();
  if (statement->annotation == nullptr) return nullptr;
  const Mark before_value = mark();
  if (accept(Kind::Equal)) {
    statement->value = assigned_value();
    if (statement->value == nullptr) return without_tail(before_value, statement);
  }
  return done(statement);
}

StmtNode* Grammar::augmented_assignment(const Location& start, ExprNode* target) {
  if (!is_simple_target(target) || !make_target(target, Context::Store)) return no();
  auto* statement = make<AugAssign>(start);
  statement->target = target;
  statement->op = binary_operator(token_->kind);
  advance();
  statement->value = assigned_value();
  return statement->value == nullptr ? nullptr : done(statement);
}

StmtNode* Grammar::return_statement() {
  auto* statement = make<Return>(peek().at);
  advance();
  if (!ends_simple_statement(token_->kind)) {
    statement->value = star_expressions();
    if (statement->value == nullptr) return nullptr;
  }
  return done(statement);
}

StmtNode* Grammar::raise_statement() {
  auto* statement = make<Raise>(peek().at);
  advance();
  if (!ends_simple_statement(token_->kind)) {
    statement->exc = expression();
    if (statement->exc == nullptr) return nullptr;
    if (accept(Kind::From)) {
      statement->cause = expression();
      if (statement->cause == nullptr) return nullptr;
    }
  }
  return done(statement);
}

StmtNode* Grammar::scope_statement() {
  const Location start = peek().at;
  const bool is_global = at(Kind::Global);
  advance();
  std::vector<Identifier> names;
  do {
    if (!at(Kind::Name)) return no();
    names.push_back(peek().name);
    advance();
  } while (accept(Kind::Comma));
  if (is_global) {
    auto* statement = make<Global>(start);
    statement->names = copied(names);
    return done(statement);
  }
  auto* statement = make<Nonlocal>(start);
  statement->names = copied(names);
  return done(statement);
}

StmtNode* Grammar::assert_statement() {
  auto* statement = make<Assert>(peek().at);
  advance();
  statement->test = expression();
  if (statement->test == nullptr) return nullptr;
  if (accept(Kind::Comma)) {
    statement->msg = expression();
    if (statement->msg == nullptr) return nullptr;
  }
  return done(statement);
}

StmtNode* Grammar::delete_statement() {
  auto* statement = make<Delete>(peek().at);
  advance();
  const Mark before = mark();
  Items<ExprNode> targets(*this);
  bool fits = true;
  do {
    if (targets.size() > 0 && ends_simple_statement(token_->kind)) break;
    ExprNode* target = primary();
    fits = target != nullptr && (make_target(target, Context::Del) || stumble());
    if (fits) targets.add(target);
  } while (fits && accept(Kind::Comma));
  if (!fits || !ends_simple_statement(token_->kind)) {
    stumble();
    if (diagnosing()) {
      go_back(before);
      const ExprNode* deleted = star_expressions();
      if (deleted != nullptr) raise_invalid_target(deleted, TargetUse::remove);
    }
    return nullptr;
  }
  statement->targets = targets.take();
  return done(statement);
}

StmtNode* Grammar::type_statement() {
  auto* statement = make<TypeAlias>(peek().at);
  advance();
  auto* name_node = make<Name>(peek().at);
  name_node->id = peek().name;
  name_node->ctx = Context::Store;
  advance();
  statement->name = done(name_node);
  if (!type_parameters(statement->type_params)) return nullptr;
  if (!expect(Kind::Equal)) return nullptr;
  statement->value = expression();
  return statement->value == nullptr ? nullptr : done(statement);
}

}  // namespace gilbox::syntax
