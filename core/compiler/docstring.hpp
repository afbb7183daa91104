// Docstrings as CPython 3.13 stores them: the margin common to all lines but the first is taken
// away.
#pragma once

#include <string>
#include <string_view>

namespace gilbox::compiler {

std::string clean_docstring(std::string_view text);

}  // namespace gilbox::compiler
