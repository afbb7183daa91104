#pragma once
// The tree as text, in the form of CPython's `ast.dump()`: for golden tests and for looking at
// trees. Threads: reads the tree only.
#include <string>

#include "syntax/ast.hpp"

namespace gilbox::syntax {

struct DumpOptions {
  int indent = -1;                  ///< spaces a level; -1 puts everything on one line
  bool include_attributes = false;  ///< lineno, col_offset, end_lineno, end_col_offset
};

std::string dump(const ast::Node& node, const DumpOptions& options = {});

}  // namespace gilbox::syntax
