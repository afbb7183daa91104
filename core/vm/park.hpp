// The one place where a Python thread waits (runtime/wait.hpp says how a native asks for it).
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::py {

// A native returned blocked(): waits as t.wait says and returns what its `resume` finally answers,
// or an error when an exception (KeyboardInterrupt, an asynchronous one, the end of the process)
// takes its place.
Var wait_in_place(Thread& t);

}  // namespace gilbox::py
