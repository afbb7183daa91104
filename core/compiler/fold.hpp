// Constant folding: what an expression is worth without running it. Pure functions.
#pragma once

#include <optional>

#include "bytecode/code.hpp"
#include "syntax/ast.hpp"

namespace gilbox::compiler {

// The constant `node` always has as its value: literals, arithmetic on them as far as it is cheap
// and cannot fail, tuples of constants, `__debug__`. `optimize` as in CompileOptions.
std::optional<bytecode::Constant> fold(const syntax::ast::ExprNode& node, int optimize);

bool is_true(const bytecode::Constant& value);

// For `x in [1, 2]` and `for x in [1, 2]`: a list or set display of constants as a tuple or
// frozenset.
std::optional<bytecode::Constant> fold_display(const syntax::ast::ExprNode& node, int optimize);

// The constant tuple of these elements.
std::optional<bytecode::Constant> fold_tuple(
    const syntax::ast::Seq<syntax::ast::ExprNode*>& elements, int optimize);

}  // namespace gilbox::compiler
