// object.__reduce_ex__ and friends: what copy and pickle ask every object.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

Var object_reduce(Thread& t, Value self, const Value* a);
Var object_reduce_ex(Thread& t, Value self, const Value* a);
Var object_getstate(Thread& t, Value self, const Value* a);
// (type, (argument,), state): a container rebuilt by calling its class with what it holds.
Var reduce_by_call(Thread& t, Value self, Value argument);
// copyreg.__newobj__: cls.__new__(cls, *args); the function object pickles name.
Var newobj_function(Thread& t);

}  // namespace gilbox::py
