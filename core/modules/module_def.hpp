// How a native module describes itself: one ModuleDef, one row in modules.def.
//
//   const NativeDef kFunctions[] = {{"sqrt", sqrt_, "x, /"}, …, {}};
//   bool fill(Thread& t, Module& m) { return add(t, m, "pi", Value::real(3.14…)); }
//   const ModuleDef math_module = {"math", kFunctions, fill};
#pragma once

#include "runtime/native.hpp"
#include "runtime/thread.hpp"
#include "types/module.hpp"

namespace gilbox::py {

struct ModuleDef {
  const char* name;                                   // as imported: "time", "_thread"
  const NativeDef* functions = nullptr;               // table ended by a row without a name
  bool (*fill)(Thread& t, Module& module) = nullptr;  // types and constants; false: exception set
};

// Helpers for fill(): false with MemoryError set.
bool add(Thread& t, Module& m, const char* name, Value v);
bool add_type(Thread& t, Module& m, Type& type);  // readies it; its name without the module's part
bool add_int(Thread& t, Module& m, const char* name, int64_t v);
bool add_text(Thread& t, Module& m, const char* name, std::string_view utf8);

}  // namespace gilbox::py
