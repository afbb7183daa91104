// The import statements.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

bool Grammar::dotted_name(Identifier& name) {
  if (!at(Kind::Name)) return stumble();
  name = peek().name;
  advance();
  if (!at(Kind::Dot)) return true;
  std::string whole(name);
  while (accept(Kind::Dot)) {
    if (!at(Kind::Name)) return stumble();
    whole += '.';
    whole += peek().name;
    advance();
  }
  name = names_.intern(whole);
  return true;
}

StmtNode* Grammar::import_statement() {
  auto* statement = make<Import>(peek().at);
  const Location start = peek().at;
  advance();
  if (diagnosing() && at(Kind::Newline))
    return raise_from("Expected one or more names after 'import'", peek().at);
  Items<Alias> names(*this);
  bool has_as = false;
  do {
    auto* alias = make<Alias>(peek().at);
    if (!dotted_name(alias->name)) return nullptr;
    if (accept(Kind::As)) {
      has_as = true;
      if (!at(Kind::Name)) return no();
      alias->asname = peek().name;
      advance();
    }
    names.add(done(alias));
  } while (accept(Kind::Comma));
  if (diagnosing() && !has_as && at(Kind::From)) {
    advance();
    Identifier module;
    if (dotted_name(module))
      return raise_from("Did you mean to use 'from ... import ...' instead?", start);
    return nullptr;
  }
  statement->names = names.take();
  return done(statement);
}

StmtNode* Grammar::import_from_statement() {
  auto* statement = make<ImportFrom>(peek().at);
  advance();
  while (at(Kind::Dot) || at(Kind::Ellipsis)) {
    statement->level += at(Kind::Dot) ? 1 : 3;
    advance();
  }
  if (statement->level == 0 || !at(Kind::Import)) {
    if (!dotted_name(statement->module)) return nullptr;
  }
  if (!expect(Kind::Import)) return nullptr;
  Items<Alias> names(*this);
  if (at(Kind::Star)) {
    auto* alias = make<Alias>(peek().at);
    advance();
    alias->name = names_.intern("*");
    names.add(done(alias));
  } else if (!import_names(names)) {
    return nullptr;
  }
  statement->names = names.take();
  return done(statement);
}

bool Grammar::import_names(Items<Alias>& names) {
  const bool in_parentheses = accept(Kind::LeftParen);
  if (diagnosing() && !in_parentheses && at(Kind::Newline))
    return raise_from("Expected one or more names after 'import'", peek().at), false;
  for (;;) {
    auto* alias = make<Alias>(peek().at);
    if (!at(Kind::Name)) return stumble();
    alias->name = peek().name;
    advance();
    if (accept(Kind::As)) {
      if (!at(Kind::Name)) return stumble();
      alias->asname = peek().name;
      advance();
    }
    names.add(done(alias));
    if (!accept(Kind::Comma)) break;
    if (in_parentheses && at(Kind::RightParen)) break;
    if (!in_parentheses && at(Kind::Newline)) {
      if (diagnosing()) raise_here("trailing comma not allowed without surrounding parentheses");
      return stumble();
    }
  }
  return !in_parentheses || expect(Kind::RightParen);
}

}  // namespace gilbox::syntax
