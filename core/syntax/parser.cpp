#include "syntax/parser.hpp"

#include "syntax/grammar.hpp"

namespace gilbox::syntax {

base::Result<ast::ModNode*, SyntaxError> parse(const Source& source, const ParseOptions& options,
                                               base::Arena& arena) {
  if (source.problem()) return base::failure(*source.problem());
  Token stumbled;
  {
    Grammar grammar(source, options, arena, nullptr);
    if (ast::ModNode* tree = grammar.parse()) return tree;
    if (grammar.error()) return base::failure(grammar.final_error());
    stumbled = grammar.stumbled();
  }
  ParseOptions quiet = options;
  quiet.warnings = nullptr;
  Grammar grammar(source, quiet, arena, &stumbled);
  grammar.parse();
  return base::failure(grammar.final_error());
}

}  // namespace gilbox::syntax
