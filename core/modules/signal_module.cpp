// _signal: handlers of signals (Library Reference, "signal"). They run in the main thread, at its
// safepoints.
//
// The handlers are a list in the module; vm/safepoint.hpp says which signals wait. A signal whose
// handler is SIG_DFL is the host's affair: handle() tells it.
#include "host/host.hpp"
#include "modules/module_def.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/frame.hpp"
#include "types/function.hpp"
#include "types/method.hpp"
#include "vm/console_stream.hpp"
#include "vm/deadlock.hpp"
#include "vm/import.hpp"
#include "vm/safepoint.hpp"

namespace gilbox::py {

namespace {

constexpr int64_t kSignalCount = 65, kInterrupt = 2;
constexpr int64_t kShowTasks = static_cast<int64_t>(host::Signal::show_tasks);
constexpr int64_t kDeliverable = 64;  // a bit each
constexpr Value kDefault = Value::small(0), kIgnore = Value::small(1);
int64_t handled = 0;  // how many handlers ran; with the GIL held

// The list of handlers by number, borrowed; null before the module is there.
List* handlers(Thread& t) {
  Str *module = intern(t, std::string_view("_signal")),
      *name = intern(t, std::string_view("_handlers"));
  if (!module || !name || !interpreter.modules) return nullptr;
  Value m = dict_get(*interpreter.modules, module);
  if (m.is_unbound()) return nullptr;
  Value list = dict_get(*m.as<Module>()->dict, name);
  return is_list(list) ? list.as<List>() : nullptr;
}

bool number_of(Thread& t, Value v, int64_t& out) {
  if (!to_index(t, v, out, true)) return false;
  if (out < 1 || out >= kSignalCount)
    return raise(t, exc::ValueError, "signal number out of range"), false;
  return true;
}

// What `gilbox ps --tasks` asks for. A program that has not imported asyncio has none to show.
void show_tasks(Thread& t) {
  if (dict_get(*interpreter.modules, intern(t, std::string_view("asyncio"))).is_unbound()) return;
  Var held = take_exception(t);
  Var tree = import_module(t, intern(t, std::string_view("asyncio._task_tree")));
  if (tree.failed() || call_method(t, tree, intern(t, std::string_view("show"))).failed())
    report_unraisable(t, Value::none());
  set_exception(t, std::move(held));
}

// Runs what the waiting signals call for. False: one raised.
bool answer(Thread& t) {
  uint64_t waiting = take_signals();
  for (int64_t n = 1; waiting && n < kDeliverable; ++n) {
    if (!(waiting >> n & 1)) continue;
    waiting &= ~(uint64_t{1} << n);
    List* all = handlers(t);
    Var handler(all && n < all->size ? all->items[n] : kDefault);
    if (n == kShowTasks && handler.get() == kDefault) show_tasks(t);
    if (handler.get() == kIgnore || handler.get() == kDefault) continue;
    ++handled;
    Var frame = t.frame ? frame_object(t, *t.frame).var() : Var::none();
    Value a[] = {Value::small(n), frame};
    if (!frame.failed() && !call(t, handler, a, 2).failed()) continue;
    for (int64_t later = n + 1; later < kDeliverable; ++later)
      if (waiting >> later & 1) deliver_signal(static_cast<int>(later));
    return false;
  }
  return true;
}

// Whether a handler of the program's own could wake a waiting thread. default_int_handler and the
// partial that asyncio.run sets for SIGINT only end the program.
bool any_handler() {
  List* all = handlers(*interpreter.main_thread);
  for (uint32_t n = 1; all && n < all->size; ++n) {
    Value handler = all->items[n];
    if (!handler.is_object() || is_int(handler)) continue;
    if (n != kInterrupt || is_function(handler) || type_of(handler) == &method_type) return true;
  }
  return false;
}

Var set_handler(Thread& t, Value, const Value* a) {
  int64_t n;
  if (&t != interpreter.main_thread)
    return raise(t, exc::ValueError, "signal only works in main thread of the main interpreter");
  if (!number_of(t, a[0], n)) return Var::error();
  Value handler = a[1];
  const bool plain =
      is_int(handler) && (int_value(handler) == kDefault || int_value(handler) == kIgnore);
  if (!plain && !is_callable(handler))
    return raise(t, exc::TypeError,
                 "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  if (n == 9 || n == 19) return raise_os_error(t, 22);
  List* all = handlers(t);
  if (!all || n >= all->size) return raise(t, exc::RuntimeError, "the handlers are gone");
  if (plain) handler = int_value(handler);
  the_host().processes.handle(static_cast<host::Signal>(n), handler != kDefault);
  retain(handler);
  return Var::adopt(std::exchange(all->items[n], handler));
}

Var get_handler(Thread& t, Value, const Value* a) {
  int64_t n;
  if (!number_of(t, a[0], n)) return Var::error();
  List* all = handlers(t);
  return Var(all && n < all->size ? all->items[n] : kDefault);
}

Var default_int_handler(Thread& t, Value, const Value*) {
  return raise_none(t, exc::KeyboardInterrupt);
}

// As raise() of C: to this process.
Var raise_signal(Thread& t, Value, const Value* a) {
  int64_t n;
  if (!number_of(t, a[0], n)) return Var::error();
  List* all = handlers(t);
  Value handler = all && n < all->size ? all->items[n] : kDefault;
  if (handler == kIgnore) return Var::none();
  if (handler != kDefault) {
    deliver_signal(static_cast<int>(n));
    // Its handler runs before this returns, as after any system call.
    if (&t == interpreter.main_thread && hooks.interrupt && !hooks.interrupt(t))
      return Var::error();
    return Var::none();
  }
  const bool harmless = n == 17 || n == 18 || n == 23 || n == 28;
  if (harmless) return Var::none();
  auto& processes = the_host().processes;
  if (!processes.kill(processes.pid(), static_cast<host::Signal>(n)))
    processes.exit(128 + static_cast<int>(n));  // a host without processes: as a shell shows it
  return Var::none();
}

Var wake(Thread&, Wait& wait, bool) {
  return wait.number[0] == handled ? Var::blocked() : Var::none();
}
// Until a handler has run.
Var pause(Thread& t, Value, const Value*) {
  t.wait.kind = WaitKind::Sleep;
  t.wait.deadline = INT64_MAX;
  t.wait.number[0] = handled;
  t.wait.resume = wake;
  return Var::blocked();
}

const NativeDef kFunctions[] = {
    {"signal", set_handler, "signalnum, handler, /"},
    {"getsignal", get_handler, "signalnum, /"},
    {"raise_signal", raise_signal, "signalnum, /"},
    {"pause", pause, ""},
    {"default_int_handler", default_int_handler, "signalnum, frame, /"},
    {},
};

bool fill(Thread& t, Module& m) {
  Ref<List> all = make_list(t);
  Str* name = intern(t, std::string_view("default_int_handler"));
  for (int64_t n = 0; all && n < kSignalCount; ++n) {
    Value handler = n == kInterrupt && name ? dict_get(*m.dict, name) : kDefault;
    if (!list_append(t, *all, handler)) return false;
  }
  if (!all || !name || !add(t, m, "_handlers", all.value())) return false;
  signal_hook = answer;
  signal_handlers_hook = any_handler;
  return true;
}

}  // namespace

extern const ModuleDef _signal_module;
const ModuleDef _signal_module = {"_signal", kFunctions, fill};

}  // namespace gilbox::py
