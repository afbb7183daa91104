// What CPython's site module adds to builtins: exit, quit, copyright, credits, license.
#pragma once

#include "runtime/object.hpp"
#include "runtime/type.hpp"

namespace gilbox::py {

struct Dict;

// The objects' types are made ready here too.
bool add_site_builtins(Thread& t, Dict& builtins);

}  // namespace gilbox::py
