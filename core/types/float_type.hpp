// Making floats: the constructor, from text, to and from hexadecimal.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

Var float_new(Thread& t, Type& type, const Args& args);
// float(text): white space, underscores, inf and nan allowed. ValueError naming `original`.
bool float_from_text(Thread& t, const Str& text, Value original, double& out);
Var float_hex(Thread& t, Value self, const Value* a);
Var float_fromhex(Thread& t, Value type, const Value* a);
Var make_float_of(Thread& t, Type& type, double d);
Ref<Str> float_repr(Thread& t, double d);
double round_to_decimals(double d, int64_t places, bool& overflow);

}  // namespace gilbox::py
