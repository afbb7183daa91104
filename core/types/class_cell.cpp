#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "types/class_make.hpp"

namespace gilbox::py {

bool fill_class_cell(Thread& t, Value cell, Type& type) {
  if (!is_cell(cell))
    return raise(t, exc::TypeError, "__classcell__ must be a nonlocal cell, not %R",
                 Value::object(fast_type_of(cell))),
           false;
  Var v(Value::object(&type));
  Var old = Var::adopt(std::exchange(cell.as<Cell>()->contents, v.take()));
  return true;
}

}  // namespace gilbox::py
