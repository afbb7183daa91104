// Functions, classes, their decorators, parameters and type parameters.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

StmtNode* Grammar::decorated() {
  Items<ExprNode> decorators(*this);
  while (accept(Kind::At)) {
    ExprNode* decorator = named_expression();
    if (decorator == nullptr || !expect(Kind::Newline)) return nullptr;
    decorators.add(decorator);
  }
  const Location start = peek().at;
  if (at(Kind::Class)) return class_definition(start, decorators.take());
  const bool is_async = at(Kind::Async) && peek(1).kind == Kind::Def;
  if (is_async) advance();
  if (!at(Kind::Def)) return no();
  return function_definition(start, decorators.take(), is_async);
}

StmtNode* Grammar::function_definition(const Location& start, Seq<ExprNode*> decorators,
                                       bool is_async) {
  return is_async ? function<AsyncFunctionDef>(start, decorators)
                  : function<FunctionDef>(start, decorators);
}

template <class T>
StmtNode* Grammar::function(const Location& start, Seq<ExprNode*> decorators) {
  auto* definition = make<T>(start);
  definition->decorator_list = decorators;
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  if (!at(Kind::Name)) return no();
  definition->name = peek().name;
  advance();
  const Mark before_types = mark();
  if (!type_parameters(definition->type_params)) {
    if (has_raised()) return nullptr;
    go_back(before_types);
  }
  if (!require(Kind::LeftParen)) return nullptr;
  definition->args = parameters(Kind::RightParen);
  if (definition->args == nullptr || !expect(Kind::RightParen)) return nullptr;
  const Mark before_arrow = mark();
  if (accept(Kind::Arrow)) {
    definition->returns = expression();
    if (definition->returns == nullptr) {
      if (without_tail(before_arrow, definition) == nullptr) return nullptr;
    }
  }
  if (!require(Kind::Colon) || !block(definition->body, "function definition", lineno))
    return nullptr;
  return done(definition);
}

StmtNode* Grammar::class_definition(const Location& start, Seq<ExprNode*> decorators) {
  auto* definition = make<ClassDef>(start);
  definition->decorator_list = decorators;
  const std::uint32_t lineno = peek().at.lineno;
  advance();
  if (!at(Kind::Name)) return no();
  definition->name = peek().name;
  advance();
  if (at(Kind::LeftBracket) && !type_parameters(definition->type_params)) return nullptr;
  const Mark before_bases = mark();
  if (accept(Kind::LeftParen)) {
    if (!call_arguments(definition->bases, definition->keywords, nullptr) ||
        !expect(Kind::RightParen)) {
      if (diagnosing()) diagnose_arguments(before_bases);
      return nullptr;
    }
  }
  if (!colon_of_block() || !block(definition->body, "class definition", lineno)) return nullptr;
  return done(definition);
}

// `[T, *Ts, **P]`; nothing when there is no bracket.
bool Grammar::type_parameters(Seq<TypeParamNode*>& parameters) {
  if (!accept(Kind::LeftBracket)) return true;
  Items<TypeParamNode> items(*this);
  if (diagnosing() && at(Kind::RightBracket))
    return raise_from("Type parameter list cannot be empty", peek().at), false;
  do {
    if (items.size() > 0 && at(Kind::RightBracket)) break;
    TypeParamNode* parameter = type_parameter();
    if (parameter == nullptr) return false;
    items.add(parameter);
  } while (accept(Kind::Comma));
  parameters = items.take();
  return expect(Kind::RightBracket);
}

TypeParamNode* Grammar::type_parameter() {
  const Location start = peek().at;
  const Kind stars = token_->kind;
  if (stars == Kind::Star || stars == Kind::DoubleStar) advance();
  if (!at(Kind::Name)) return no();
  const Identifier name = peek().name;
  advance();
  const auto default_value = [&](ExprNode*& value) {
    if (!accept(Kind::Equal)) return true;
    value = stars == Kind::Star ? star_expression() : expression();
    return value != nullptr;
  };
  if (stars == Kind::Star) {
    auto* parameter = make<TypeVarTuple>(start);
    parameter->name = name;
    if (diagnosing() && diagnose_bound_of_star("TypeVarTuple")) return nullptr;
    return default_value(parameter->default_value) ? done(parameter) : nullptr;
  }
  if (stars == Kind::DoubleStar) {
    auto* parameter = make<ParamSpec>(start);
    parameter->name = name;
    if (diagnosing() && diagnose_bound_of_star("ParamSpec")) return nullptr;
    return default_value(parameter->default_value) ? done(parameter) : nullptr;
  }
  auto* parameter = make<TypeVar>(start);
  parameter->name = name;
  if (accept(Kind::Colon)) {
    parameter->bound = expression();
    if (parameter->bound == nullptr) return nullptr;
  }
  return default_value(parameter->default_value) ? done(parameter) : nullptr;
}

// The parameters of a def (up to its closing parenthesis) or of a lambda (up to its colon), which
// has no annotations.
Arguments* Grammar::parameters(Kind closing) {
  const bool is_lambda = closing == Kind::Colon;
  auto* arguments = make<Arguments>(peek().at);
  Items<ExprNode> defaults(*this);
  std::vector<Arg*> plain;
  std::vector<Arg*> keyword_only;
  std::vector<ExprNode*> keyword_defaults;
  bool seen_slash = false;
  bool seen_star = false;
  const Mark before = mark();
  const auto fail = [&]() -> Arguments* {
    if (diagnosing()) diagnose_parameters(before, closing);
    return nullptr;
  };
  while (!at(closing)) {
    if (at(Kind::Slash)) {
      if (seen_slash || seen_star || plain.empty()) return no(), fail();
      advance();
      seen_slash = true;
      arguments->posonlyargs = copied(plain);
      plain.clear();
    } else if (at(Kind::DoubleStar)) {
      advance();
      arguments->kwarg = parameter(is_lambda, false);
      if (arguments->kwarg == nullptr) return fail();
      accept(Kind::Comma);
      if (!at(closing)) return no(), fail();
      break;
    } else if (at(Kind::Star)) {
      if (seen_star) return no(), fail();
      advance();
      seen_star = true;
      if (!at(Kind::Comma)) {
        arguments->vararg = parameter(is_lambda, true);
        if (arguments->vararg == nullptr) return fail();
      } else if (peek(1).kind != Kind::Name) {
        return advance(), no(), fail();
      }
    } else {
      Arg* argument = parameter(is_lambda, false);
      if (argument == nullptr) return fail();
      ExprNode* value = nullptr;
      if (accept(Kind::Equal)) {
        value = expression();
        if (value == nullptr) return fail();
      }
      if (seen_star) {
        keyword_only.push_back(argument);
        keyword_defaults.push_back(value);
      } else {
        if (value == nullptr && defaults.size() > 0) return no(), fail();
        if (value != nullptr) defaults.add(value);
        plain.push_back(argument);
      }
    }
    if (!accept(Kind::Comma)) {
      if (!at(closing)) return no(), fail();
      break;
    }
  }
  arguments->args = copied(plain);
  arguments->kwonlyargs = copied(keyword_only);
  arguments->kw_defaults = copied(keyword_defaults);
  arguments->defaults = defaults.take();
  return done(arguments);
}

Arg* Grammar::parameter(bool is_lambda, bool star_annotation) {
  if (!at(Kind::Name)) return no();
  auto* argument = make<Arg>(peek().at);
  argument->arg = peek().name;
  advance();
  if (!is_lambda && accept(Kind::Colon)) {
    argument->annotation = star_annotation ? star_expression() : expression();
    if (argument->annotation == nullptr) return nullptr;
  }
  return done(argument);
}

}  // namespace gilbox::syntax
