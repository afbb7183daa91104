// `from __future__ import …`.
#pragma once

#include <cstdint>

#include "compiler/diagnostics.hpp"

namespace gilbox::compiler {

// The flags of the features a program asks for at its start; reports unknown features and imports
// too late in the file.
uint32_t future_features(const syntax::ast::ModNode& tree, Diagnostics& diagnostics);

}  // namespace gilbox::compiler
