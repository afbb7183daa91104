// Mistakes in expressions: missing commas, "=" for "==", stars where none may be.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

std::string_view Grammar::expression_name(const ExprNode* node) {
  using Type = ConstantValue::Type;
  switch (node->kind) {
    case ast::Kind::Attribute: return "attribute";
    case ast::Kind::Subscript: return "subscript";
    case ast::Kind::Starred: return "starred";
    case ast::Kind::Name: return "name";
    case ast::Kind::List: return "list";
    case ast::Kind::Tuple: return "tuple";
    case ast::Kind::Lambda: return "lambda";
    case ast::Kind::Call: return "function call";
    case ast::Kind::BoolOp:
    case ast::Kind::BinOp:
    case ast::Kind::UnaryOp: return "expression";
    case ast::Kind::GeneratorExp: return "generator expression";
    case ast::Kind::Yield:
    case ast::Kind::YieldFrom: return "yield expression";
    case ast::Kind::Await: return "await expression";
    case ast::Kind::ListComp: return "list comprehension";
    case ast::Kind::SetComp: return "set comprehension";
    case ast::Kind::DictComp: return "dict comprehension";
    case ast::Kind::Dict: return "dict literal";
    case ast::Kind::Set: return "set display";
    case ast::Kind::JoinedStr:
    case ast::Kind::FormattedValue: return "f-string expression";
    case ast::Kind::Compare: return "comparison";
    case ast::Kind::IfExp: return "conditional expression";
    case ast::Kind::NamedExpr: return "named expression";
    default: break;
  }
  const auto* constant = as<Constant>(node);
  switch (constant != nullptr ? constant->value.type : Type::Str) {
    case Type::None: return "None";
    case Type::True: return "True";
    case Type::False: return "False";
    case Type::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

namespace {

// CPython asks only whether a soft keyword begins with the name, so that `t` and `mat` count as
// well.
bool begins_soft_keyword(std::string_view name) {
  for (const std::string_view keyword : {"_", "case", "match", "type"}) {
    if (keyword.starts_with(name)) return true;
  }
  return false;
}

}  // namespace

// Right after an operand: another expression without an operator between them; Python 2's print.
void Grammar::diagnose_expression(const Mark& before, ExprNode* node) {
  const Mark after = mark();
  const Token first = tokens_[before.position];
  const Token second = tokens_[std::min(before.position + 1, tokens_.size() - 1)];
  const bool may_be_prefix =
      first.kind == Kind::Name && (begins_soft_keyword(first.name) || second.kind == Kind::String);
  if (at(Kind::Error)) {
    stumble();
    return;
  }
  if (!may_be_prefix && starts_expression(peek().kind)) {
    ExprNode* next = nullptr;
    {
      const Quiet quiet(*this);
      next = expression();
    }
    if (next != nullptr && at(Kind::Error)) stumble();
    if (has_raised()) return;
    const bool in_brackets = next != nullptr && tokens_[position() - 1].level > 0;
    const auto* name = as<Name>(node);
    const bool is_legacy = name != nullptr && (name->id == "print" || name->id == "exec");
    go_back(after);
    if (in_brackets && !is_legacy) {
      raise("invalid syntax. Perhaps you forgot a comma?", between(node->at, next->at));
      return;
    }
  }
  if (at(Kind::If)) {
    advance();
    const ExprNode* condition = disjunction();
    if (has_raised()) return;
    if (condition != nullptr && !at(Kind::Else) && !at(Kind::Colon)) {
      raise("expected 'else' after 'if' expression", between(node->at, condition->at));
      return;
    }
    go_back(after);
  }
  if (first.kind == Kind::Name && second.kind != Kind::LeftParen &&
      starts_expression(second.kind)) {
    // CPython remembers an expression it has just read without looking for mistakes in it.
    known_disjunction_ =
        !may_be_prefix && after.position == before.position + 1 ? after.position : kNowhere;
    diagnose_legacy_statement(before);
    known_disjunction_ = kNowhere;
    if (!has_raised()) go_back(after);
  }
}

// A name with an expression behind it; CPython looks at that expression's mistakes too.
void Grammar::diagnose_legacy_statement(const Mark& before) {
  go_back(before);
  const Token name = peek();
  advance();
  const ExprNode* arguments = star_expressions();
  if (arguments == nullptr || has_raised() || !is_legacy_statement(name)) return;
  const std::string text(name.name);
  raise("Missing parentheses in call to '" + text + "'. Did you mean " + text + "(...)?",
        between(name.at, arguments->at));
}

// `not` binds looser than the arithmetic operator on its left.
void Grammar::diagnose_not_after_operator(int least_precedence) {
  if (position() == 0) return;
  switch (tokens_[position() - 1].kind) {
    case Kind::Plus:
    case Kind::Minus:
    case Kind::Star:
    case Kind::Slash:
    case Kind::DoubleSlash:
    case Kind::Percent:
    case Kind::At:
    case Kind::Tilde: break;
    default: return;
  }
  const Mark before = mark();
  const Location start = peek().at;
  advance();
  const ExprNode* operand_node =
      least_precedence == kFactor ? operand(kFactor) : binary(kInversion);
  if (operand_node != nullptr && !has_raised()) {
    raise("'not' after an operator must be parenthesized", between(start, operand_node->at));
  }
  if (!has_raised()) go_back(before);
}

bool Grammar::starts_with_display(const Mark& before) {
  const Mark after = mark();
  go_back(before);
  bool is_display = at(Kind::True) || at(Kind::False) || at(Kind::None);
  if (at(Kind::LeftParen) || at(Kind::LeftBracket)) {
    const Quiet quiet(*this);
    const ExprNode* node = atom();
    is_display =
        node != nullptr && (node->kind == ast::Kind::List || node->kind == ast::Kind::Tuple ||
                            node->kind == ast::Kind::GeneratorExp);
    if (is_display && node->kind != ast::Kind::List)
      is_display =
          node->parenthesized && node->at.col_offset == tokens_[before.position].at.col_offset;
  }
  go_back(after);
  return is_display;
}

// Where `:=` may stand: "=" instead of it or of "==", and targets it cannot have.
void Grammar::diagnose_named_expression(const Mark& before, const ExprNode* node) {
  const Mark after = mark();
  const auto value_follows = [&](const ExprNode*& value) {
    value = bitwise_or();
    return value != nullptr && !has_raised() && !at(Kind::Equal) && !at(Kind::ColonEqual);
  };
  if (at(Kind::ColonEqual)) {
    advance();
    if (expression() != nullptr && !has_raised()) {
      raise("cannot use assignment expressions with " + std::string(expression_name(node)),
            node->at);
    }
  } else if (at(Kind::Equal)) {
    const bool is_bare_name =
        tokens_[before.position].kind == Kind::Name && position() == before.position + 1;
    const bool is_operand =
        node->parenthesized ||
        (node->kind != ast::Kind::BoolOp && node->kind != ast::Kind::Compare &&
         node->kind != ast::Kind::IfExp && node->kind != ast::Kind::Lambda &&
         (node->kind != ast::Kind::UnaryOp || cast<UnaryOp>(node)->op != UnaryOperator::Not));
    const ExprNode* value = nullptr;
    if (is_bare_name) {
      advance();
      if (value_follows(value)) {
        raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
              between(node->at, value->at));
      }
    } else if (is_operand && !starts_with_display(before)) {
      advance();
      if (value_follows(value)) {
        raise("cannot assign to " + std::string(expression_name(node)) +
                  " here. Maybe you meant '==' instead of '='?",
              node->at);
      }
    }
  }
  if (!has_raised()) go_back(after);
}

// What stands in parentheses is neither a group nor a tuple.
void Grammar::diagnose_group(const Mark& before) {
  go_back(before);
  advance();
  const Location first = peek().at;
  if (at(Kind::DoubleStar)) {
    advance();
    if (expression() != nullptr && at(Kind::RightParen)) {
      raise("cannot use double starred expression here", first);
    }
    return;
  }
  if (!at(Kind::Star)) return;
  const ExprNode* node = starred_argument();
  if (node == nullptr || has_raised()) return;
  if (at(Kind::RightParen)) {
    raise("cannot use starred expression here", node->at);
    return;
  }
  diagnose_comprehension_target(before);
}

// In brackets or braces: a comprehension whose target is starred or a tuple without parentheses.
void Grammar::diagnose_comprehension_target(const Mark& before) {
  go_back(before);
  const bool is_group = at(Kind::LeftParen);
  advance();
  Seq<Comprehension*> generators;
  const Mark first_mark = mark();
  if (at(Kind::Star)) {
    const ExprNode* node = starred_argument();
    if (node != nullptr && at_comprehension() && comprehension_clauses(generators)) {
      raise("iterable unpacking cannot be used in comprehension", node->at);
    }
    if (has_raised()) return;
    go_back(first_mark);
  }
  if (is_group) return;
  const ExprNode* first = star_named_expression();
  if (first == nullptr || !at(Kind::Comma)) return;
  Location last = peek().at;
  while (accept(Kind::Comma)) {
    if (!starts_expression(peek().kind)) break;
    const ExprNode* next = star_named_expression();
    if (next == nullptr) return;
    last = next->at;
  }
  if (at_comprehension() && comprehension_clauses(generators)) {
    raise("did you forget parentheses around the comprehension target?", between(first->at, last));
  }
}

bool Grammar::unpacks_in_comprehension() {
  const Mark before = mark();
  Seq<Comprehension*> generators;
  const bool fits = comprehension_clauses(generators) && at(Kind::RightBrace);
  go_back(before);
  return fits && !has_raised();
}

void Grammar::raise_missing_colon(const Location& key) {
  if (has_raised()) return;
  Location place = key;
  place.col_offset = key.end_col_offset - 1;
  raise("':' expected after dictionary key", place);
  error_->end_offset = 0;
}

bool Grammar::diagnose_dictionary_value(const Location& colon) {
  if (at(Kind::RightBrace) || at(Kind::Comma)) {
    raise("expression expected after dictionary key and ':'", colon);
    return true;
  }
  if (!at(Kind::Star)) return false;
  const Mark before = mark();
  const Location star = peek().at;
  advance();
  if (bitwise_or() != nullptr && !has_raised()) {
    raise_from("cannot use a starred expression in a dictionary value", star);
    return true;
  }
  go_back(before);
  return has_raised();
}

}  // namespace gilbox::syntax
