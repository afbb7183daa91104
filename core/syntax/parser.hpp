#pragma once
// The parser: source text to tree.
//
//     base::Arena arena;
//     Source source("demo.py", text);
//     auto tree = parse(source, {}, arena);
//     if (!tree) report(format(tree.error(), source.filename()));
//     else compile(**tree);
//
// The tree and all its strings live in the arena. Errors that CPython finds after parsing ('return'
// outside function, a name assigned before its global declaration, duplicate arguments) are left to
// the compiler, as there. Threads: no shared state; one call works in one arena.
#include <vector>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "syntax/ast.hpp"
#include "syntax/source.hpp"
#include "syntax/syntax_error.hpp"

namespace gilbox::syntax {

enum class Mode : std::uint8_t {
  exec,    ///< a file: gives a Module
  eval,    ///< one expression: gives an Expression
  single,  ///< one interactive statement: gives an Interactive
};

struct ParseOptions {
  Mode mode = Mode::exec;
  /// Where to put warnings; without it they are dropped.
  std::vector<SyntaxWarning>* warnings = nullptr;
  /// Gives the character of a Unicode name for "\N{…}", or 0; without it the few hundred names of
  /// character_names.hpp are known.
  char32_t (*character_named)(std::string_view name) = nullptr;
};

/// Parses the whole source.
base::Result<ast::ModNode*, SyntaxError> parse(const Source& source, const ParseOptions& options,
                                               base::Arena& arena);

}  // namespace gilbox::syntax
