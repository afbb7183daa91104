// Names and types for tests of the runtime and the types, without a VM: one for the test program.
#pragma once

#include <cstdlib>
#include <string>

#include "runtime/thread.hpp"
#include "types/types.hpp"

namespace gilbox::py {

inline Thread& test_thread() {
  static Thread& thread = [] -> Thread& {
    static Thread t;
    current_thread = &t;
    if (!make_names(t) || !make_types(t)) std::abort();
    return t;
  }();
  return thread;
}

// What a test expects to see of a value.
inline std::string shown(const Var& v) {
  Thread& t = test_thread();
  if (v.failed()) {
    Var raised = take_exception(t);
    return std::string("raised ") + type_name(raised);
  }
  Ref<Str> text = repr(t, v);
  return text ? std::string(Utf8(*text).view()) : "no repr";
}

}  // namespace gilbox::py
