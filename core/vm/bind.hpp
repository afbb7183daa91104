// Binding a call's arguments to a Python function's parameters, with CPython's words when they do
// not fit.
#pragma once

#include "types/function.hpp"

namespace gilbox::py {

// Fills out[0, code.local_count) with owned values; places without a value become unbound. False
// with TypeError set (everything in `out` released again). Source: Python/ceval.c,
// initialize_locals.
bool bind(Thread& t, Function& f, const Args& args, Value* out);

}  // namespace gilbox::py
