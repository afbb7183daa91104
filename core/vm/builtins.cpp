#include "vm/builtins.hpp"

#include "runtime/interpreter.hpp"
#include "types/types.hpp"
#include "vm/import.hpp"
#include "vm/site_builtins.hpp"

namespace gilbox::py {

namespace {

bool add_functions(Thread& t, Module& m, const NativeDef* rows) {
  for (; rows->name; ++rows) {
    Ref<NativeFunction> fn = make_native(t, *rows, Value::object(&m), nullptr);
    Str* name = intern(t, std::string_view(rows->name));
    if (!fn || !name || !dict_set(t, *m.dict, name, fn.value())) return false;
    fn->module = Value::object(names::s_builtins);
    retain(fn->module);
  }
  return true;
}

bool add_value(Thread& t, Dict& d, const char* name, Value v) {
  Str* key = intern(t, std::string_view(name));
  return key && dict_set(t, d, key, v);
}

}  // namespace

bool make_builtins(Thread& t) {
  Ref<Module> m = add_module(t, names::s_builtins);
  if (!m) return false;
  interpreter.builtins = m->dict;
  for (const NativeDef* table :
       {kObjectBuiltins, kNumberBuiltins, kIterationBuiltins, kCodeBuiltins, kTextBuiltins})
    if (!add_functions(t, *m, table)) return false;
  Dict& d = *m->dict;
  return add_builtin_types(t, d) && add_value(t, d, "None", Value::none()) &&
         add_value(t, d, "True", Value::boolean(true)) &&
         add_value(t, d, "False", Value::boolean(false)) &&
         add_value(t, d, "Ellipsis", Value::ellipsis()) &&
         add_value(t, d, "NotImplemented", Value::not_implemented()) &&
         add_value(t, d, "__debug__", Value::boolean(true)) && add_site_builtins(t, d);
}

}  // namespace gilbox::py
