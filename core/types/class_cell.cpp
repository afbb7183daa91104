#include "runtime/names.hpp"
#include "types/class_make.hpp"

namespace gilbox::py {

bool fill_class_cell(Thread& t, Value cell, Type& type) {
  if (std::string_view(type_name(cell)) != "cell")
    return raise(t, exc::TypeError, "__classcell__ must be a nonlocal cell, not %R",
                 Value::object(type_of(cell))),
           false;
  Str* name = intern(t, "cell_contents");
  return name && set_attr(t, cell, name, Value::object(&type));
}

}  // namespace gilbox::py
