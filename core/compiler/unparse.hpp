// An expression as source text, for annotations under `from __future__ import annotations`:
// CPython's ast_unparse.c decides about blanks and parentheses.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace gilbox::compiler {

std::string unparse(const syntax::ast::ExprNode& node);

}  // namespace gilbox::compiler
