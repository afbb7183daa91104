// The match statement and its patterns (PEP 634).
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

// `match` is a name unless the line as a whole is a match statement; most lines tell by the next
// token.
bool Grammar::at_match_statement() const {
  if (token_->soft != TokenKind::SoftMatch) return false;
  const Kind next = peek(1).kind;
  return starts_expression(next);
}

// Gives nullptr with `is_match` false when the line is no match statement.
StmtNode* Grammar::match_statement(bool& is_match) {
  const Mark before = mark();
  const std::uint32_t lineno = peek().at.lineno;
  auto* statement = make<Match>(peek().at);
  {
    const Quiet quiet(*this);
    advance();
    statement->subject = match_subject();
    is_match = statement->subject != nullptr && at(Kind::Colon) && peek(1).kind == Kind::Newline;
    if (is_second_pass_ && statement->subject != nullptr && at(Kind::Newline)) {
      // Without a colon it is one only if it is nothing else.
      go_back(before);
      is_match = expression_statement() == nullptr || !at(Kind::Newline);
    }
  }
  if (has_raised()) return nullptr;
  if (!is_match) {
    if (statement->subject != nullptr && at(Kind::Colon)) advance();
    stumble();
    go_back(before);
    return nullptr;
  }
  if (diagnosing()) {
    // Once more, to find the mistakes in the subject.
    go_back(before);
    advance();
    statement->subject = match_subject();
    if (statement->subject == nullptr) return nullptr;
  }
  if (!colon_of_block()) return nullptr;
  advance();
  if (!accept(Kind::Indent)) {
    if (diagnosing()) {
      raise_here(
          "expected an indented block after 'match' statement on line " + std::to_string(lineno),
          SyntaxError::Type::IndentationError);
    }
    return no();
  }
  Items<MatchCase> cases(*this);
  do {
    if (token_->soft != TokenKind::SoftCase) return no();
    MatchCase* item = case_block();
    if (item == nullptr) return nullptr;
    cases.add(item);
  } while (!at(Kind::Dedent));
  advance();
  statement->cases = cases.take();
  return done(statement);
}

// A value, or a tuple without parentheses; a lone starred value is none.
ExprNode* Grammar::match_subject() {
  const Location start = peek().at;
  ExprNode* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (!at(Kind::Comma)) return first->kind == ast::Kind::Starred ? no() : first;
  Items<ExprNode> elements(*this);
  elements.add(first);
  while (accept(Kind::Comma)) {
    if (!starts_expression(peek().kind)) break;
    ExprNode* next = star_named_expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = make<Tuple>(start);
  tuple->elts = elements.take();
  return done(tuple);
}

MatchCase* Grammar::case_block() {
  auto* node = make<MatchCase>(peek().at);
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  node->pattern = top_pattern();
  if (node->pattern == nullptr) return nullptr;
  if (accept(Kind::If)) {
    node->guard = named_expression();
    if (node->guard == nullptr) return nullptr;
  }
  if (!colon_of_block() || !block(node->body, "'case' statement", lineno)) return nullptr;
  return done(node);
}

// A pattern, or a sequence without brackets.
PatternNode* Grammar::top_pattern() {
  const Location start = peek().at;
  PatternNode* first = maybe_star_pattern();
  if (first == nullptr) return nullptr;
  if (!at(Kind::Comma)) return first->kind == ast::Kind::MatchStar ? no() : first;
  Items<PatternNode> patterns(*this);
  patterns.add(first);
  while (accept(Kind::Comma)) {
    if (at(Kind::Colon) || at(Kind::If)) break;
    PatternNode* next = maybe_star_pattern();
    if (next == nullptr) return nullptr;
    patterns.add(next);
  }
  auto* sequence = make<MatchSequence>(start);
  sequence->patterns = patterns.take();
  return done(sequence);
}

PatternNode* Grammar::maybe_star_pattern() {
  if (!at(Kind::Star)) return as_pattern();
  auto* star = make<MatchStar>(peek().at);
  advance();
  if (!at(Kind::Name)) return no();
  if (token_->soft != TokenKind::SoftUnderscore) star->name = peek().name;
  advance();
  return done(star);
}

PatternNode* Grammar::as_pattern() {
  const Location start = peek().at;
  PatternNode* pattern = or_pattern();
  if (pattern == nullptr || !accept(Kind::As)) return pattern;
  const bool is_underscore = token_->soft == TokenKind::SoftUnderscore;
  const Kind after = peek(1).kind;
  if (!at(Kind::Name) || is_underscore || after == Kind::Dot || after == Kind::LeftParen ||
      after == Kind::Equal) {
    if (diagnosing()) diagnose_pattern_target();
    if (at(Kind::Name) && !is_underscore) advance();
    return no();
  }
  auto* node = make<MatchAs>(start);
  node->pattern = pattern;
  node->name = peek().name;
  advance();
  return done(node);
}

PatternNode* Grammar::or_pattern() {
  Deeper deeper(*this);
  if (deeper.too_deep()) return raise_too_deep();
  const Location start = peek().at;
  PatternNode* first = closed_pattern();
  if (first == nullptr || !at(Kind::VerticalBar)) return first;
  Items<PatternNode> patterns(*this);
  patterns.add(first);
  while (accept(Kind::VerticalBar)) {
    PatternNode* next = closed_pattern();
    if (next == nullptr) return nullptr;
    patterns.add(next);
  }
  auto* node = make<MatchOr>(start);
  node->patterns = patterns.take();
  return done(node);
}

PatternNode* Grammar::closed_pattern() {
  switch (token_->kind) {
    case Kind::Number:
    case Kind::Minus:
    case Kind::String:
    case Kind::FStringStart: {
      auto* node = make<MatchValue>(peek().at);
      node->value = literal_expression();
      return node->value == nullptr ? nullptr : done(node);
    }
    case Kind::None:
    case Kind::True:
    case Kind::False: {
      auto* node = make<MatchSingleton>(peek().at);
      node->value.type = cast<Constant>(atom())->value.type;
      return done(node);
    }
    case Kind::Name: return name_pattern();
    case Kind::LeftParen:
    case Kind::LeftBracket: return sequence_pattern();
    case Kind::LeftBrace: return mapping_pattern();
    default: return no();
  }
}

ExprNode* Grammar::literal_expression() {
  if (at(Kind::String) || at(Kind::FStringStart)) return strings();
  if (at(Kind::None) || at(Kind::True) || at(Kind::False)) return atom();
  return complex_number();
}

ExprNode* Grammar::signed_number() {
  if (!at(Kind::Minus)) return at(Kind::Number) ? number() : no();
  auto* node = make<UnaryOp>(peek().at);
  advance();
  node->op = UnaryOperator::USub;
  node->operand = at(Kind::Number) ? number() : no();
  return node->operand == nullptr ? nullptr : done(node);
}

// A number, with a sign or an imaginary part.
ExprNode* Grammar::complex_number() {
  const Location start = peek().at;
  ExprNode* real = signed_number();
  if (real == nullptr || (!at(Kind::Plus) && !at(Kind::Minus))) return real;
  const auto is_imaginary = [](const ExprNode* node) {
    if (const auto* sign = as<UnaryOp>(node)) node = sign->operand;
    return cast<Constant>(node)->value.type == ConstantValue::Type::Imaginary;
  };
  auto* node = make<BinOp>(start);
  node->op = binary_operator(token_->kind);
  advance();
  if (!at(Kind::Number)) return no();
  if (is_imaginary(real)) return raise("real number required in complex literal", real->at);
  node->left = real;
  node->right = number();
  if (node->right == nullptr) return nullptr;
  if (!is_imaginary(node->right))
    return raise("imaginary number required in complex literal", node->right->at);
  return done(node);
}

// A capture, the wildcard, a dotted name to compare with, or a class pattern.
PatternNode* Grammar::name_pattern() {
  const Location start = peek().at;
  const Kind next = peek(1).kind;
  if (next != Kind::Dot && next != Kind::LeftParen) {
    if (next == Kind::Equal) return advance(), no();
    auto* node = make<MatchAs>(start);
    if (token_->soft != TokenKind::SoftUnderscore) node->name = peek().name;
    advance();
    return done(node);
  }
  ExprNode* dotted = dotted_pattern_name();
  if (dotted == nullptr) return nullptr;
  if (at(Kind::LeftParen)) return class_pattern(dotted);
  if (at(Kind::Equal)) return no();
  auto* node = make<MatchValue>(start);
  node->value = dotted;
  return done(node);
}

ExprNode* Grammar::dotted_pattern_name() {
  const Location start = peek().at;
  ExprNode* node = name();
  while (node != nullptr && at(Kind::Dot)) {
    auto* attribute = make<Attribute>(start);
    advance();
    if (!at(Kind::Name)) return no();
    attribute->value = node;
    attribute->attr = peek().name;
    advance();
    node = done(attribute);
  }
  return node;
}

// `[…]`, `(…)`; parentheses around one pattern only group.
PatternNode* Grammar::sequence_pattern() {
  const Location start = peek().at;
  const Kind closing = at(Kind::LeftParen) ? Kind::RightParen : Kind::RightBracket;
  advance();
  Items<PatternNode> patterns(*this);
  bool is_group = false;
  while (!at(closing)) {
    PatternNode* pattern = maybe_star_pattern();
    if (pattern == nullptr) return nullptr;
    patterns.add(pattern);
    if (!accept(Kind::Comma)) {
      is_group = closing == Kind::RightParen && patterns.size() == 1;
      break;
    }
  }
  if (is_group && patterns[0]->kind == ast::Kind::MatchStar) return no();
  if (!expect(closing)) return nullptr;
  if (is_group) return patterns[0];
  auto* node = make<MatchSequence>(start);
  node->patterns = patterns.take();
  return done(node);
}

PatternNode* Grammar::mapping_pattern() {
  auto* node = make<MatchMapping>(peek().at);
  advance();
  Items<PatternNode> patterns(*this);
  std::vector<ExprNode*> keys;
  while (!at(Kind::RightBrace)) {
    if (accept(Kind::DoubleStar)) {
      if (!at(Kind::Name) || token_->soft == TokenKind::SoftUnderscore) return no();
      node->rest = peek().name;
      advance();
      accept(Kind::Comma);
      break;
    }
    ExprNode* key = at(Kind::Name) ? dotted_pattern_name() : literal_expression();
    if (key == nullptr) return nullptr;
    if (key->kind == ast::Kind::Name || !expect(Kind::Colon)) return no();
    PatternNode* pattern = as_pattern();
    if (pattern == nullptr) return nullptr;
    keys.push_back(key);
    patterns.add(pattern);
    if (!accept(Kind::Comma)) break;
  }
  if (!expect(Kind::RightBrace)) return nullptr;
  node->keys = copied(keys);
  node->patterns = patterns.take();
  return done(node);
}

PatternNode* Grammar::class_pattern(ExprNode* cls) {
  auto* node = make<MatchClass>(cls->at);
  node->cls = cls;
  advance();
  Items<PatternNode> positional(*this);
  std::vector<PatternNode*> named;
  std::vector<Identifier> names;
  while (!at(Kind::RightParen)) {
    if (at(Kind::Name) && peek(1).kind == Kind::Equal) {
      names.push_back(peek().name);
      advance();
      advance();
      PatternNode* pattern = as_pattern();
      if (pattern == nullptr) return nullptr;
      named.push_back(pattern);
    } else {
      if (!names.empty()) {
        if (diagnosing()) diagnose_positional_pattern();
        if (at(Kind::Name)) advance();
        return no();
      }
      PatternNode* pattern = as_pattern();
      if (pattern == nullptr) return nullptr;
      positional.add(pattern);
    }
    if (!accept(Kind::Comma)) break;
  }
  if (!expect(Kind::RightParen)) return nullptr;
  node->patterns = positional.take();
  node->kwd_attrs = copied(names);
  node->kwd_patterns = copied(named);
  return done(node);
}

}  // namespace gilbox::syntax
