// Cells: a variable shared between a function and the functions inside it.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Cell : Object {
  Value contents;  // owned; unbound: empty
};
extern Type cell_type;
Ref<Cell> make_cell(Thread& t, Value contents);
inline bool is_cell(Value v) { return v.is_object() && v.object()->type == &cell_type; }

}  // namespace gilbox::py
