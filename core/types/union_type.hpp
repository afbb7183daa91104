// `int | str`: types.UnionType.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Union : Object {
  Value args;        // tuple, flattened, without duplicates
  Value parameters;  // tuple of type variables; unbound: not computed yet
};
extern Type union_type;
Var make_union(Thread& t, Value a, Value b);  // NotImplemented when an operand is no type

}  // namespace gilbox::py
