// Making and remaking classes: what type.__new__, type.__bases__ and make_class share.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// The most derived of `meta` and the bases' metaclasses. Null: "metaclass conflict…".
Type* winning_metaclass(Thread& t, Type& meta, const Tuple& bases);
// A new class (owned reference); `keywords` go to __init_subclass__.
Type* build_class(Thread& t, Type& meta, Str* name, Tuple* bases, Dict* ns, const Args& keywords);
// Computes the mro anew (by the metaclass's mro() when it has one of its own).
bool set_mro(Thread& t, Type& type);
// Puts the class into the cell its methods' __class__ refers to.
bool fill_class_cell(Thread& t, Value cell, Type& type);
void add_note(Thread& t, Value exception, Value note);  // errors are dropped

}  // namespace gilbox::py
