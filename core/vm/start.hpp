// Bringing the interpreter of this process up and down.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::host {
struct Host;
}

namespace gilbox::py {

// The calling thread becomes Python's main thread and holds the GIL: names, types, sys, builtins,
// hooks. False: not enough memory.
bool start_interpreter(Thread& t, host::Host& host);
// Runs what is registered for exit, drops modules, collects, frees. Afterwards live_objects() is 0
// (checked build: what is left is named on stderr).
void stop_interpreter(Thread& t);

}  // namespace gilbox::py
