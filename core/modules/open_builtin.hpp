// builtins.open: module io is imported when the first file is opened, not at start-up.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::py {

bool add_open_builtin(Thread& t);  // false: MemoryError set

}  // namespace gilbox::py
