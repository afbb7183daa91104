// All static types made ready in one go, from the tables types.def and runtime/exceptions.def.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

// Once, after make_names(): readies every static type of runtime and types. False: no memory.
bool make_types(Thread& t);
// Puts the types (and exceptions) that live in module builtins under their names into `builtins`.
bool add_builtin_types(Thread& t, Dict& builtins);

}  // namespace gilbox::py
