#include "vm/start.hpp"

#include "base/switches.hpp"
#include "host/host.hpp"
#include "runtime/gc.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/switch_policy.hpp"
#include "runtime/type_of.hpp"
#include "sync/thread.hpp"
#include "trace/observer.hpp"
#include "types/cell.hpp"
#include "types/types.hpp"
#include "vm/builtins.hpp"
#include "vm/call.hpp"
#include "vm/console_stream.hpp"
#include "vm/import.hpp"
#include "vm/park.hpp"
#include "vm/resume.hpp"
#include "vm/safepoint.hpp"
#include "vm/source_lines.hpp"
#include "vm/stack.hpp"
#include "vm/sys_module.hpp"
#include "vm/traceback_text.hpp"
#include "vm/warn.hpp"

namespace gilbox::py {

namespace {

Dict* current_globals(Thread& t) { return t.frame ? t.frame->function->globals : nullptr; }

// The arguments of super(): __class__ of the running method, and its first argument.
bool super_arguments(Thread& t, Value& type, Value& object) {
  Frame* f = t.frame;
  if (!f) return raise(t, exc::RuntimeError, "super(): no current frame"), false;
  const bytecode::Code& code = *f->code->source;
  if (code.argument_count == 0 && !(code.flags & bytecode::kVarArgs))
    return raise(t, exc::RuntimeError, "super(): no arguments"), false;
  object = f->regs[0];
  if (code.argument_count == 0) {
    if (!is_tuple(object) || object.as<Tuple>()->size == 0)
      return raise(t, exc::RuntimeError, "super(): no arguments"), false;
    object = object.as<Tuple>()->items[0];
  }
  if (is_cell(object)) object = object.as<Cell>()->contents;
  if (object.is_unbound()) return raise(t, exc::RuntimeError, "super(): arg[0] deleted"), false;
  for (size_t i = 0; i < code.free.size(); ++i) {
    if (code.free[i] != "__class__") continue;
    Value cell = f->function->closure->items[i];
    type = cell.as<Cell>()->contents;
    if (type.is_unbound())
      return raise(t, exc::RuntimeError, "super(): empty __class__ cell"), false;
    return true;
  }
  return raise(t, exc::RuntimeError, "super(): __class__ cell not found"), false;
}

bool interrupt(Thread& t) { return safepoint(t); }

bool print_exception(Thread& t, Value exception, Value file) {
  Ref<Str> text = make_str(t, plain_report(t, exception));
  if (!text) return false;
  Value argument = text.value();
  return !call_method(t, file, names::s_write, &argument, 1).failed();
}

void set_hooks() {
  hooks.print_exception = print_exception;
  hooks.call_function = call_function;
  hooks.wait_in_place = wait_in_place;
  hooks.current_globals = current_globals;
  hooks.super_arguments = super_arguments;
  hooks.interrupt = interrupt;
  resume_hook = resume_from_native;
  warn_hook = warn;
}

// Their C++ functions resume generators by recursion; the eval loop has its own way (resume.cpp).
void never_call_directly(Value v) {
  if (v.is_object() &&
      (v.object()->type == &method_descriptor_type || v.object()->type == &native_function_type))
    v.as<NativeFunction>()->most = -1;
}

// What a thread holds besides its stack.
void drop_thread_state(Thread& t) {
  clear_exception(t);
  release(std::exchange(t.handled, Value::none()));
  release(std::exchange(t.async_exception, Value()));
  t.locals = {};
  if (t.repr_stack) release(static_cast<Object*>(std::exchange(t.repr_stack, nullptr)));
}

}  // namespace

bool start_interpreter(Thread& t, host::Host& host) {
  set_host(host);
  if (host.bell) t.parker.attach(*host.bell());
  set_hooks();
  t.number = sync::thread_number();
  t.name = trace::intern("MainThread");
  trace::emit<trace::Event::thread_start>(t.name);
  interpreter.finalizing = false;  // of the one before, where a process has several in turn
  gil.open();
  gil.take(t);
  t.ident = t.number;
  interpreter.main_thread = &t;
  link_thread(t);
  if (!make_stack(t) || !make_names(t) || !make_types(t) || !ready_type(t, console_stream_type))
    return false;
  static_cast<void>(raise_memory_error(t));  // makes the exception while there is memory
  clear_exception(t);
  interpreter.modules = make_dict(t).take();
  if (!interpreter.modules || !make_sys(t) || !make_builtins(t)) return false;
  for (Type* type : {&generator_type, &coroutine_type})
    never_call_directly(lookup_in_type(*type, names::s_send));
  never_call_directly(dict_get(*interpreter.builtins, intern(t, "next")));
  if (base::kChecked || switch_policy->every_safepoint()) t.breaker.fetch_or(kReenter);
  return true;
}

void stop_interpreter(Thread& t) {
  flush_std_streams(t);
  interpreter.finalizing = true;
  gil.close(t);
  // The module objects of these two may go with the others; what they hold is needed to the end.
  Ref<Dict> sys(interpreter.sys), builtins(interpreter.builtins);
  // Modules go in the reverse order of their import; sys and builtins last.
  if (interpreter.modules) {
    Ref<Dict> modules = dict_copy(t, *interpreter.modules);
    dict_clear(*interpreter.modules);
    if (modules) {
      for (uint32_t i = modules->used; i-- > 0;) {
        DictEntry& e = modules->entries[i];
        if (!e.value.is_object() || !is_subtype(type_of(e.value), &module_type)) continue;
        Dict* d = e.value.as<Module>()->dict;
        if (d == interpreter.sys || d == interpreter.builtins) continue;
        Ref<Dict> held(d);
        dict_clear(*d);
      }
    }
  }
  collect(t, 2);
  flush_std_streams(t);
  forget_sources();
  if (interpreter.sys) dict_clear(*std::exchange(interpreter.sys, nullptr));
  if (interpreter.builtins) dict_clear(*std::exchange(interpreter.builtins, nullptr));
  sys = builtins = Ref<Dict>();
  if (interpreter.modules)
    release(static_cast<Object*>(std::exchange(interpreter.modules, nullptr)));
  drop_thread_state(t);
  collect(t, 2);
  unlink_thread(t);
  free_stack(t);
  interpreter.main_thread = nullptr;
  gil.drop(t);
  gil.forget(t);
}

}  // namespace gilbox::py
