#include "modules/open_builtin.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/native.hpp"
#include "vm/import.hpp"

namespace gilbox::py {

namespace {

Var open_file(Thread& t, Value, const Args& args) {
  Str *io = intern(t, std::string_view("io")), *open = intern(t, std::string_view("open"));
  if (!io || !open) return Var::error();
  GILBOX_TRY(module, import_module(t, io));
  GILBOX_TRY(function, get_attr(t, module, open));
  return call(t, function, args);
}

const NativeDef kOpen = {"open", open_file, "Open a file and return its stream."};

}  // namespace

bool add_open_builtin(Thread& t) {
  Ref<NativeFunction> f = make_native(t, kOpen, Value(), nullptr);
  Str* name = intern(t, std::string_view("open"));
  if (f) f->module = Value::object(names::s_builtins);
  if (f) retain(f->module);
  return f && name && dict_set(t, *interpreter.builtins, name, f.value());
}

}  // namespace gilbox::py
