// warnings.warn from C++: module warnings when the program imported it, its default rules otherwise.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// At the line that runs. False: the warning was turned into an exception.
bool warn(Thread& t, Type& category, Value text);

}  // namespace gilbox::py
