#include "runtime/interpreter.hpp"

namespace gilbox::py {

Interpreter interpreter;
Hooks hooks;

Var builtin_by_name(Thread& t, const char* name) {
  Str* key = intern(t, name);
  if (!key) return Var::error();
  Value found = interpreter.builtins ? dict_get(*interpreter.builtins, key) : Value();
  return found.is_unbound() ? raise(t, exc::RuntimeError, "lost builtins.%s", name) : Var(found);
}

}  // namespace gilbox::py
