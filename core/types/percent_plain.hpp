// '%' formatting of the plainest kind, done in one go: ASCII text, only %d, %s and %%, small ints
// and ASCII strings.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// Null with no exception set: not that plain (nothing has happened).
Ref<Str> percent_plain(Thread& t, const Str& format, Value arguments);

}  // namespace gilbox::py
