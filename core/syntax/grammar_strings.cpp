// String literals, their concatenation, and f-strings (PEP 701).
#include "base/utf8.hpp"
#include "syntax/grammar.hpp"
#include "syntax/literal.hpp"

namespace gilbox::syntax {

using namespace ast;

// One or more literals side by side: one constant, or a JoinedStr when one of them is an f-string.
ExprNode* Grammar::strings() {
  const Location start = peek().at;
  Items<ExprNode> parts(*this);
  bool any_bytes = false;
  bool any_text = false;
  bool any_f_string = false;
  while (at(Kind::String) || at(Kind::FStringStart)) {
    if (at(Kind::FStringStart)) {
      any_f_string = any_text = true;
      if (!f_string(parts)) return nullptr;
      continue;
    }
    bool is_bytes = false;
    Constant* constant = string_constant(is_bytes);
    if (constant == nullptr) return nullptr;
    (is_bytes ? any_bytes : any_text) = true;
    parts.add(constant);
  }
  if (any_bytes && any_text) {
    return raise_here("cannot mix bytes and nonbytes literals");
  }
  if (any_f_string) {
    auto* node = make<JoinedStr>(start);
    node->values = folded(parts);
    return done(node);
  }
  if (parts.size() == 1) return parts[0];
  std::string whole;
  for (std::uint32_t i = 0; i < parts.size(); ++i) whole += cast<Constant>(parts[i])->value.text;
  auto* node = make<Constant>(start);
  node->value.type = any_bytes ? ConstantValue::Type::Bytes : ConstantValue::Type::Str;
  node->value.text = arena_.copy(whole);
  node->u_prefix = cast<Constant>(parts[0])->u_prefix;
  return done(node);
}

Constant* Grammar::string_constant(bool& is_bytes) {
  const StringParts parts = split_string(text_of(peek()));
  auto* node = make<Constant>(peek().at);
  is_bytes = parts.is_bytes;
  node->value.type = is_bytes ? ConstantValue::Type::Bytes : ConstantValue::Type::Str;
  node->u_prefix = parts.is_u ? UPrefix::Yes : UPrefix::No;
  if (is_bytes && base::ascii_prefix(parts.body) != parts.body.size()) {
    return raise("bytes can only contain ASCII literal characters", peek().at);
  }
  if (!decode(parts.body, parts.is_raw, is_bytes, peek(), node->value.text)) return nullptr;
  advance();
  return done(node);
}

bool Grammar::decode(std::string_view body, bool is_raw, bool is_bytes, const Token& token,
                     std::string_view& text) {
  if (is_raw || body.find('\\') == std::string_view::npos) {
    text = arena_.copy(body);
    return true;
  }
  std::string decoded;
  EscapeReport report;
  decode_escapes(body, is_bytes, options_, decoded, report);
  if (!report.error.empty() && token.kind == Kind::FStringMiddle) {
    // CPython decodes the text of an f-string when it has read all of it.
    if (f_string_error_.empty()) f_string_error_ = report.error;
  } else if (!report.error.empty()) {
    raise(report.error, token.at);
    return false;
  }
  if (!report.warning.empty() && options_.warnings != nullptr) {
    options_.warnings->push_back({report.warning, token.at.lineno});
  }
  text = arena_.copy(decoded);
  return true;
}

// Parts without the empty ones, and with neighbouring constants made one.
Seq<ExprNode*> Grammar::folded(Items<ExprNode>& parts) {
  Items<ExprNode> result(*this);
  std::string whole;
  for (std::uint32_t i = 0; i < parts.size();) {
    auto* first = as<Constant>(parts[i]);
    if (first == nullptr) {
      result.add(parts[i++]);
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < parts.size() && parts[end]->kind == ast::Kind::Constant) ++end;
    if (end > i + 1) {
      whole.clear();
      for (std::uint32_t k = i; k < end; ++k) whole += cast<Constant>(parts[k])->value.text;
      first->value.text = arena_.copy(whole);
      first->at = between(first->at, parts[end - 1]->at);
    }
    if (!first->value.text.empty()) result.add(first);
    i = end;
  }
  return result.take();
}

bool Grammar::f_string(Items<ExprNode>& parts) {
  bool is_raw = false;
  for (char c : text_of(peek())) is_raw = is_raw || c == 'r' || c == 'R';
  advance();
  while (!at(Kind::FStringEnd)) {
    if (!(at(Kind::LeftBrace) ? replacement_field(parts, is_raw) : f_string_text(parts, is_raw)))
      return false;
  }
  if (!f_string_error_.empty()) return raise_here(f_string_error_), false;
  advance();
  return true;
}

bool Grammar::f_string_text(Items<ExprNode>& parts, bool is_raw) {
  if (!at(Kind::FStringMiddle)) return stumble();
  auto* node = make<Constant>(peek().at);
  node->value.type = ConstantValue::Type::Str;
  if (!decode(text_of(peek()), is_raw, false, peek(), node->value.text)) return false;
  advance();
  parts.add(done(node));
  return true;
}

// `{expression = ! conversion : specification}`
bool Grammar::replacement_field(Items<ExprNode>& parts, bool is_raw) {
  const Token open = peek();
  const Mark before = mark();
  auto* field = make<FormattedValue>(open.at);
  field->conversion = -1;
  advance();
  if (diagnosing() && diagnose_empty_field()) return false;
  field->value = at(Kind::Yield) ? yield_expression() : star_expressions();
  if (field->value == nullptr) {
    if (diagnosing()) diagnose_field_expression(before);
    return false;
  }
  const bool shows_itself = at(Kind::Equal);
  if (shows_itself) {
    advance();
    const std::string_view shown = source_.text().substr(open.end, peek().start - open.end);
    auto* text = make<Constant>(open.at);
    ++text->at.col_offset;
    text->value.type = ConstantValue::Type::Str;
    text->value.text = arena_.copy(shown);
    text->at.end_lineno = peek().at.lineno;
    text->at.end_col_offset = peek().at.col_offset;
    parts.add(text);
  }
  const bool has_conversion = at(Kind::Exclamation);
  if (has_conversion && !conversion(*field)) return false;
  if (at(Kind::Colon)) {
    auto* specification = make<JoinedStr>(peek().at);
    advance();
    Items<ExprNode> spec_parts(*this);
    while (!at(Kind::RightBrace)) {
      if (!(at(Kind::LeftBrace) ? replacement_field(spec_parts, is_raw)
                                : f_string_text(spec_parts, is_raw))) {
        if (diagnosing()) raise_here("f-string: expecting '}', or format specs");
        return false;
      }
    }
    specification->values = folded(spec_parts);
    field->format_spec = done(specification);
  }
  if (!at(Kind::RightBrace)) {
    if (diagnosing()) diagnose_field_end(shows_itself, has_conversion);
    return stumble();
  }
  if (shows_itself && !has_conversion && field->format_spec == nullptr) field->conversion = 'r';
  advance();
  parts.add(done(field));
  return true;
}

bool Grammar::conversion(FormattedValue& field) {
  const Token mark = peek();
  advance();
  if (!at(Kind::Name)) {
    if (diagnosing()) {
      const bool is_missing = at(Kind::Colon) || at(Kind::RightBrace);
      raise_here(is_missing ? "f-string: missing conversion character"
                            : "f-string: invalid conversion character");
    }
    return stumble();
  }
  if (peek().start != mark.end) {
    raise("f-string: conversion type must come right after the exclamanation mark",
          between(mark.at, peek().at));
    return false;
  }
  const std::string_view letter = peek().name;
  if (letter != "s" && letter != "r" && letter != "a") {
    if (peek(1).kind == Kind::Error) return advance(), stumble();
    raise("f-string: invalid conversion character '" + std::string(letter) +
              "': expected 's', 'r', or 'a'",
          peek().at);
    return false;
  }
  field.conversion = letter[0];
  advance();
  return true;
}

}  // namespace gilbox::syntax
