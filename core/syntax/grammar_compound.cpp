// Compound statements and their blocks; definitions are in grammar_definitions.cpp, match in
// grammar_patterns.cpp.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// The colon that opens a block; a line that ends without one is the commonest mistake of all.
bool Grammar::colon_of_block() {
  if (accept(Kind::Colon)) return true;
  if (diagnosing() && at(Kind::Newline) && !has_raised()) raise_here("expected ':'");
  return stumble();
}

// What follows the colon: an indented block, or statements on the same line. `owner` is as in "'if'
// statement".
bool Grammar::block(Seq<StmtNode*>& body, const char* owner, std::uint32_t owner_lineno) {
  Items<StmtNode> statements(*this);
  if (!accept(Kind::Newline)) {
    if (!simple_statements(statements)) return false;
  } else {
    if (!accept(Kind::Indent)) {
      if (diagnosing()) {
        raise_here("expected an indented block after " + std::string(owner) + " on line " +
                       std::to_string(owner_lineno),
                   SyntaxError::Type::IndentationError);
      }
      return stumble();
    }
    do {
      if (!statement(statements)) return false;
    } while (!at(Kind::Dedent));
    advance();
  }
  body = statements.take();
  return true;
}

StmtNode* Grammar::if_statement() {
  Deeper deeper(*this);
  if (deeper.too_deep()) return raise_too_deep();
  auto* statement = make<If>(peek().at);
  const std::uint32_t lineno = peek().at.lineno;
  const char* owner = at(Kind::If) ? "'if' statement" : "'elif' statement";
  advance();
  statement->test = named_expression();
  if (statement->test == nullptr || !colon_of_block() || !block(statement->body, owner, lineno))
    return nullptr;
  if (at(Kind::Elif)) {
    StmtNode* rest = if_statement();
    if (rest == nullptr) return nullptr;
    statement->orelse = single(rest);
  } else if (!else_block(statement->orelse)) {
    return nullptr;
  }
  return done(statement);
}

bool Grammar::else_block(Seq<StmtNode*>& orelse) {
  const std::uint32_t lineno = peek().at.lineno;
  if (!accept(Kind::Else)) return true;
  return require(Kind::Colon) && block(orelse, "'else' statement", lineno);
}

StmtNode* Grammar::while_statement() {
  auto* statement = make<While>(peek().at);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  statement->test = named_expression();
  if (statement->test == nullptr || !colon_of_block() ||
      !block(statement->body, "'while' statement", lineno) || !else_block(statement->orelse)) {
    return nullptr;
  }
  return done(statement);
}

template <class T>
StmtNode* Grammar::for_statement(const Location& start) {
  auto* statement = make<T>(start);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  const Mark before_target = mark();
  statement->target = loop_targets();
  if (statement->target == nullptr || !expect(Kind::In)) {
    if (diagnosing()) diagnose_loop_target(before_target);
    return nullptr;
  }
  statement->iter = star_expressions();
  if (statement->iter == nullptr || !colon_of_block() ||
      !block(statement->body, "'for' statement", lineno) || !else_block(statement->orelse)) {
    return nullptr;
  }
  return done(statement);
}

template <class T>
StmtNode* Grammar::with_statement(const Location& start) {
  auto* statement = make<T>(start);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  {
    Items<WithItem> items(*this);
    const Mark before = mark();
    bool in_parentheses = false;
    if (at(Kind::LeftParen)) {
      // Parentheses around all items, unless what is inside turns out to be one expression.
      const Quiet quiet(*this);
      in_parentheses =
          with_items(items, true) && (at(Kind::Colon) || (is_second_pass_ && at(Kind::Newline)));
      if (!in_parentheses) {
        stumble();
        go_back(before);
        if (has_raised()) return nullptr;
      }
    }
    if (!in_parentheses) {
      items.clear();
      if (!with_items(items, false)) {
        if (diagnosing()) diagnose_with(before);
        return nullptr;
      }
    }
    statement->items = items.take();
  }
  if (!colon_of_block() || !block(statement->body, "'with' statement", lineno)) return nullptr;
  return done(statement);
}

bool Grammar::with_items(Items<WithItem>& items, bool in_parentheses) {
  if (in_parentheses) advance();
  do {
    if (in_parentheses && items.size() > 0 && at(Kind::RightParen)) break;
    WithItem* item = with_item();
    if (item == nullptr) return false;
    items.add(item);
  } while (accept(Kind::Comma));
  return !in_parentheses || expect(Kind::RightParen);
}

WithItem* Grammar::with_item() {
  auto* item = make<WithItem>(peek().at);
  item->context_expr = expression();
  if (item->context_expr == nullptr) return nullptr;
  if (accept(Kind::As)) {
    const Mark before_target = mark();
    item->optional_vars = star_target();
    const bool fits = item->optional_vars != nullptr &&
                      (at(Kind::Comma) || at(Kind::RightParen) || at(Kind::Colon) ||
                       (is_second_pass_ && at(Kind::Newline)));
    if (!fits) {
      if (diagnosing()) diagnose_with_target(before_target);
      return no();
    }
  }
  return done(item);
}

StmtNode* Grammar::try_statement() {
  auto* statement = make<Try>(peek().at);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  if (!require(Kind::Colon) || !block(statement->body, "'try' statement", lineno)) return nullptr;
  if (!at(Kind::Except) && !at(Kind::Finally)) {
    if (diagnosing()) raise_here("expected 'except' or 'finally' block");
    return no();
  }
  Items<ExceptHandler> handlers(*this);
  bool has_stars = false;
  while (at(Kind::Except)) {
    bool is_star = peek(1).kind == Kind::Star;
    if (handlers.size() > 0 && is_star != has_stars) {
      const Kind third = peek(2).kind;
      if (diagnosing() && is_star && (third == Kind::Colon || third == Kind::Newline)) {
        advance();
        advance();
        return raise_here("expected one or more exception types");
      }
      if (diagnosing()) {
        raise("cannot have both 'except' and 'except*' on the same 'try'",
              between(peek().at, peek(is_star ? 1 : 0).at));
      }
      if (is_star || peek(1).kind == Kind::Colon) advance();
      return no();
    }
    ExceptHandler* handler = except_handler(is_star);
    if (handler == nullptr) return nullptr;
    has_stars = is_star;
    handlers.add(handler);
  }
  if (handlers.size() > 0 && !else_block(statement->orelse)) return nullptr;
  const std::uint32_t finally_lineno = peek().at.lineno;
  if (accept(Kind::Finally)) {
    if (!require(Kind::Colon) ||
        !block(statement->finalbody, "'finally' statement", finally_lineno))
      return nullptr;
  }
  statement->handlers = handlers.take();
  if (!has_stars) return done(statement);
  auto* star_statement = make<TryStar>(statement->at);
  star_statement->body = statement->body;
  star_statement->handlers = statement->handlers;
  star_statement->orelse = statement->orelse;
  star_statement->finalbody = statement->finalbody;
  return done(star_statement);
}

ExceptHandler* Grammar::except_handler(bool& is_star) {
  auto* handler = make<ExceptHandler>(peek().at);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  is_star = accept(Kind::Star);
  if (diagnosing() && is_star && (at(Kind::Newline) || at(Kind::Colon))) {
    return raise_here("expected one or more exception types");
  }
  if (is_star || (!at(Kind::Colon) && !at(Kind::Newline))) {
    const Location type_start = peek().at;
    handler->type = expression();
    if (handler->type == nullptr) return nullptr;
    if (diagnosing() && at(Kind::Comma) && lists_exceptions()) {
      return raise_from("multiple exception types must be parenthesized", type_start);
    }
    if (accept(Kind::As)) {
      if (!at(Kind::Name)) return no();
      handler->name = peek().name;
      advance();
    }
  }
  const char* owner = is_star ? "'except*' statement" : "'except' statement";
  if (!colon_of_block() || !block(handler->body, owner, lineno)) return nullptr;
  return done(handler);
}

StmtNode* Grammar::compound_statement() {
  switch (token_->kind) {
    case Kind::If: return if_statement();
    case Kind::While: return while_statement();
    case Kind::For: return for_statement<For>(peek().at);
    case Kind::With: return with_statement<With>(peek().at);
    case Kind::Try: return try_statement();
    case Kind::Def: return function_definition(peek().at, {}, false);
    case Kind::Class: return class_definition(peek().at, {});
    case Kind::Async: return async_statement();
    default: return decorated();
  }
}

StmtNode* Grammar::async_statement() {
  const Location start = peek().at;
  advance();
  switch (token_->kind) {
    case Kind::Def: return function_definition(start, {}, true);
    case Kind::For: return for_statement<AsyncFor>(start);
    case Kind::With: return with_statement<AsyncWith>(start);
    default: return no();
  }
}

}  // namespace gilbox::syntax
