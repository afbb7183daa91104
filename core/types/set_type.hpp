// What the rest of types/ needs of sets beyond runtime/containers.hpp.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

extern Type set_iterator_type;
bool is_any_set(Value v);  // set, frozenset or a subclass of one

}  // namespace gilbox::py
