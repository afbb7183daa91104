// Making complex numbers.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

inline bool is_complex(Value v) {
  return v.is_object() && is_subtype(v.object()->type, &complex_type);
}
Var complex_new(Thread& t, Type& type, const Args& args);
Var make_complex_of(Thread& t, Type& type, double real, double imag);

}  // namespace gilbox::py
