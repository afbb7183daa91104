// warnings.warn from C++: module warnings when the program imported it, its default rules
// otherwise.
#pragma once

#include <string_view>

#include "runtime/protocol.hpp"

namespace gilbox::py {

// At the line that runs. False: the warning was turned into an exception.
bool warn(Thread& t, Type& category, Value text);

// At a place of a source text that does not run (SyntaxWarning).
bool warn_explicit(Thread& t, Type& category, Value text, std::string_view filename, int line);

}  // namespace gilbox::py
