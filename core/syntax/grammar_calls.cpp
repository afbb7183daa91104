// The arguments of calls and class definitions.
#include "syntax/grammar.hpp"

namespace gilbox::syntax {

using namespace ast;

bool Grammar::parenthesized_arguments(Call& call) {
  const Location open = peek().at;
  const Mark before = mark();
  advance();
  if (!call_arguments(call.args, call.keywords, &open)) {
    if (diagnosing()) diagnose_arguments(before);
    return false;
  }
  if (at(Kind::RightParen)) {
    advance();
    if (call.args.count == 1 && call.args[0]->kind == ast::Kind::GeneratorExp &&
        !call.args[0]->parenthesized) {
      done(cast<GeneratorExp>(
          call.args[0]));  // the parentheses of the call are those of the generator
    }
    return true;
  }
  if (diagnosing()) diagnose_arguments(before);
  return stumble();
}

// The arguments of a call or the bases of a class, up to the closing parenthesis. `open`, for
// calls, is where a generator expression that is the only argument begins.
bool Grammar::call_arguments(Seq<ExprNode*>& args, Seq<Keyword*>& keywords, const Location* open) {
  Items<Keyword> named(*this);
  std::vector<ExprNode*> positional;
  bool seen_keyword = false;
  bool seen_double_star = false;
  while (!at(Kind::RightParen)) {
    const Location start = peek().at;
    if (at(Kind::DoubleStar) || (at(Kind::Name) && peek(1).kind == Kind::Equal)) {
      auto* keyword = make<Keyword>(start);
      if (at(Kind::Name)) {
        keyword->arg = peek().name;
        advance();
        seen_keyword = true;
      } else {
        seen_double_star = true;
      }
      advance();
      keyword->value = expression();
      if (keyword->value == nullptr) return false;
      named.add(done(keyword));
    } else if (at(Kind::Star)) {
      if (seen_double_star) return stumble();
      ExprNode* star = starred_argument();
      if (star == nullptr) return false;
      positional.push_back(star);
    } else if (seen_keyword || seen_double_star) {
      if (at(Kind::Name)) advance();
      return stumble();
    } else {
      ExprNode* argument = at(Kind::Name) && peek(1).kind == Kind::ColonEqual
                               ? assignment_expression()
                               : expression();
      if (argument == nullptr) return false;
      if (at(Kind::ColonEqual) || at(Kind::Equal)) return stumble();
      if (open != nullptr && positional.empty() && named.size() == 0 && at_comprehension()) {
        auto* generator = make<GeneratorExp>(*open);
        generator->elt = argument;
        if (!comprehension_clauses(generator->generators)) return false;
        positional.push_back(done(generator));
        if (!at(Kind::RightParen)) return stumble();
        break;
      }
      positional.push_back(argument);
    }
    if (!accept(Kind::Comma)) break;
  }
  args = copied(positional);
  keywords = named.take();
  return true;
}

}  // namespace gilbox::syntax
