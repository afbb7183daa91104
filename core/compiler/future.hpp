// `from __future__ import …`.
#pragma once

#include <cstdint>

#include "compiler/diagnostics.hpp"

namespace gilbox::compiler {

struct Future {
  uint32_t flags = 0;      // bytecode::kFutureAnnotations …
  uint32_t last_line = 0;  // no `from __future__` import may be below
};

// What a program asks for at its start; reports features that do not exist.
Future future_features(const syntax::ast::ModNode& tree, Diagnostics& diagnostics);

}  // namespace gilbox::compiler
