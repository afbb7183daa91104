// Taking exception groups apart, for `except*`.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// Splits a group by exception type(s) into the matching part and the rest; each keeps the group's
// shape, None when empty. A naked exception is all or nothing. False with an error set.
bool split_exception(Thread& t, Value exception, Value types, Var& match, Var& rest);

}  // namespace gilbox::py
