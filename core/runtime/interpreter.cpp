#include "runtime/interpreter.hpp"

namespace gilbox::py {

Interpreter interpreter;
Hooks hooks;

void link_thread(Thread& t) {
  t.next = interpreter.threads;
  interpreter.threads = &t;
  ++interpreter.thread_count;
}

void unlink_thread(Thread& t) {
  for (Thread** at = &interpreter.threads; *at; at = &(*at)->next) {
    if (*at != &t) continue;
    *at = t.next;
    --interpreter.thread_count;
    return;
  }
}

Var builtin_by_name(Thread& t, const char* name) {
  Str* key = intern(t, name);
  if (!key) return Var::error();
  Value found = interpreter.builtins ? dict_get(*interpreter.builtins, key) : Value();
  return found.is_unbound() ? raise(t, exc::RuntimeError, "lost builtins.%s", name) : Var(found);
}

}  // namespace gilbox::py
