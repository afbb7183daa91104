// What generic aliases and unions share: type variables inside them, and how types print in them.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// The type variables in `args`, each once, in order of appearance. Null: an exception is set.
Ref<Tuple> collect_parameters(Thread& t, const Tuple& args);
// `args` with the type variables replaced by `item` (one, or a tuple). TypeError "… is not a
// generic class", "Too many arguments for …" as CPython's.
Ref<Tuple> substitute_parameters(Thread& t, Value self, const Tuple& args, const Tuple& parameters,
                                 Value item);
// `int`, `module.Class`, `list[int]`, `...`, `None`
bool put_type_repr(Thread& t, StrBuilder& out, Value v);

}  // namespace gilbox::py
