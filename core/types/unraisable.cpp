// Exceptions that have nowhere to go: raised in a finalizer or a callback.
#include "runtime/interpreter.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

extern Type namespace_type;

namespace {

bool write(Thread& t, Value file, Ref<Str> text) {
  if (!text) return false;
  Value argument = text.value();
  return !call_method(t, file, names::s_write, &argument, 1).failed();
}

bool print(Thread& t, Value file, Value error, Value where) {
  if (!where.is_unbound() && !where.is_none()) {
    Ref<Str> name = repr(t, where);
    if (!name) {
      clear_exception(t);
      name = make_ascii(t, "<object repr() failed>");
    }
    if (!write(t, file, format_text(t, "Exception ignored in: %U\n", name.get()))) return false;
  }
  if (hooks.print_exception) return hooks.print_exception(t, error, file);
  Ref<Str> text = str(t, error);
  if (!text) return false;
  if (!text->length) return write(t, file, format_text(t, "%N\n", fast_type_of(error)));
  return write(t, file, format_text(t, "%N: %U\n", fast_type_of(error), text.get()));
}

}  // namespace

void report_unraisable(Thread& t, Value where) {
  Var error = take_exception(t);
  if (error.is_unbound() || !interpreter.sys) return;
  Var held(where);
  Str* hook_name = intern(t, "unraisablehook");
  Var hook(hook_name ? dict_get(*interpreter.sys, hook_name) : Value());
  if (!hook.is_unbound() && !hook.get().is_none() && fast_type_of(hook) != &native_function_type) {
    // A hook of the program's own gets the same attributes CPython passes.
    Str* const kNames[] = {intern(t, "exc_type"), intern(t, "exc_value"),
                           intern(t, "exc_traceback"), intern(t, "err_msg"), intern(t, "object")};

    Var arguments = call(t, Value::object(&namespace_type));
    Value values[] = {Value::object(fast_type_of(error)), error, error.as<Exception>()->traceback,
                      Value::none(), where.is_unbound() ? Value::none() : where};
    bool ok = !arguments.failed();
    for (int i = 0; ok && i < 5; ++i)
      ok = kNames[i] && set_attr(t, arguments, kNames[i], values[i]);
    if (ok) ok = !call1(t, hook, arguments).failed();
    if (!ok) clear_exception(t);
    return;
  }
  Var file(dict_get(*interpreter.sys, names::s_stderr));
  if (!file.is_unbound() && !file.get().is_none()) print(t, file, error, where);
  clear_exception(t);
}

}  // namespace gilbox::py
