// The __dict__ word of an instance. For types whose objects carry a dict: their `__dict__`
// attribute is kDictGetSet (runtime/type_build.hpp).
#pragma once

#include "runtime/containers.hpp"

namespace gilbox::py {

Dict** instance_dict(Object* o);  // null: instances of the type have none; *null: not made yet

// object.__new__ and object.__init__'s refusal of arguments nobody takes.
Var object_new(Thread& t, Type& type, const Args& args);
bool object_init(Thread& t, Value self, const Args& args);

}  // namespace gilbox::py
