// range objects.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

struct Range : Object {
  Value start, stop, step, length;  // ints of any size, owned
};
extern Type range_type, long_range_iterator_type;

Var make_range(Thread& t, Value start, Value stop,
               Value step);  // exact ints; ValueError for step 0

}  // namespace gilbox::py
