// list[int] and the like: types.GenericAlias.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

extern Type generic_alias_type;

Var make_generic_alias(Thread& t, Value origin, Value parameters);
// The __class_getitem__ of every generic built-in class.
Var generic_class_getitem(Thread& t, Value cls, const Value* a);

}  // namespace gilbox::py
