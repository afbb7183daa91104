// super(): attributes of the classes behind `type` in the mro of `object`'s class.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Super : Object {
  Type* type;         // counted; the class whose followers are looked at
  Value object;       // None: unbound super
  Type* object_type;  // counted; whose mro it is
};
extern Type super_type;
// TypeError when `object` is no instance or subclass of `type`.
Var make_super(Thread& t, Type& type, Value object);
// What super(type, object).name gives, without making the super object: looks behind `type` in the
// mro of `start`. Unbound: nothing there (the super object itself answers then).
Var super_lookup(Thread& t, Type& type, Type& start, Value object, Str* name);

}  // namespace gilbox::py
