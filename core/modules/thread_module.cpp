// _thread: threads and locks at their barest; threading is built on it (Library Reference,
// "_thread").
#include <optional>

#include "modules/lock.hpp"
#include "modules/module_def.hpp"
#include "modules/thread_start.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "sync/thread.hpp"
#include "trace/observer.hpp"
#include "vm/safepoint.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::py {

extern Type local_type;        // thread_local.cpp
size_t& thread_stack_bytes();  // thread_start.cpp

namespace {

Var start_new_thread(Thread& t, Value, const Value* a) {
  if (!is_callable(a[0])) return raise(t, exc::TypeError, "first arg must be callable");
  if (!is_tuple(a[1])) return raise(t, exc::TypeError, "2nd arg must be a tuple");
  if (!a[2].is_unbound() && !is_dict(a[2]))
    return raise(t, exc::TypeError, "optional 3rd arg must be a dictionary");
  Ref<ThreadHandle> handle = make_thread_handle(t);
  if (!handle) return Var::error();
  handle->daemon = true;
  Dict* kwargs = a[2].is_unbound() ? nullptr : a[2].as<Dict>();
  if (!start_thread(t, a[0], *a[1].as<Tuple>(), kwargs, *handle, "", true)) return Var::error();
  return make_int_unsigned(t, handle->ident);
}

Var start_joinable_thread(Thread& t, Value, const Value* a) {
  if (!is_callable(a[0])) return raise(t, exc::TypeError, "thread function must be callable");
  Ref<ThreadHandle> handle;
  if (a[1].is_unbound() || a[1].is_none()) {
    handle = make_thread_handle(t);
  } else {
    if (type_of(a[1]) != &thread_handle_type)
      return raise(t, exc::TypeError, "'handle' must be a _ThreadHandle");
    handle = Ref<ThreadHandle>(a[1].as<ThreadHandle>());
  }
  int daemon = a[2].is_unbound() ? 1 : truth(t, a[2]);
  if (!handle || daemon < 0) return Var::error();
  handle->daemon = daemon;
  std::optional<Utf8> name;
  if (is_str(a[3])) name.emplace(*a[3].as<Str>());
  if (!start_thread(t, a[0], *empty_tuple(), nullptr, *handle, name ? name->view() : "", false))
    return Var::error();
  return wait_for_begin(t, *handle);
}

Var make_handle(Thread& t, Value, const Value* a) {
  int64_t ident;
  if (!to_int64(t, a[0], ident)) return Var::error();
  Ref<ThreadHandle> handle = make_thread_handle(t);
  if (!handle) return Var::error();
  handle->ident = static_cast<uint64_t>(ident);
  handle->state = ThreadHandle::kRunning;
  handle->daemon = true;
  return std::move(handle).var();
}

Var get_ident(Thread& t, Value, const Value*) { return make_int_unsigned(t, t.ident); }
Var get_main_ident(Thread& t, Value, const Value*) {
  return make_int_unsigned(t, interpreter.main_thread->ident);
}
Var get_native_id(Thread&, Value, const Value*) { return Var::small(sync::thread_number()); }
Var allocate_lock(Thread& t, Value, const Value*) { return make_lock(t).var(); }

// A lock on behalf of something else: _waiter("condition", thing or its id).
Var waiter(Thread& t, Value, const Value* a) {
  struct Row {
    const char* name;
    WaitKind kind;
  };
  constexpr Row kKinds[] = {{"condition", WaitKind::Condition}, {"semaphore", WaitKind::Semaphore},
                            {"event", WaitKind::Event},         {"barrier", WaitKind::Barrier},
                            {"queue", WaitKind::Queue},         {"queue_put", WaitKind::QueuePut},
                            {"tasks", WaitKind::Tasks}};
  if (!is_str(a[0])) return raise(t, exc::TypeError, "kind must be a string");
  Utf8 name(*a[0].as<Str>());
  for (const Row& row : kKinds)
    if (name.view() == row.name) return make_lock(t, row.kind, a[1]).var();
  return raise(t, exc::ValueError, "unknown kind of waiter: %R", a[0]);
}

// Tells the trace and the reports what a thread is called now.
Var set_name(Thread& t, Value, const Value* a) {
  int64_t ident;
  if (!to_int64(t, a[0], ident)) return Var::error();
  if (!is_str(a[1])) return raise(t, exc::TypeError, "name must be a string");
  for (Thread* at = interpreter.threads; at; at = at->next)
    if (at->ident == static_cast<uint64_t>(ident)) {
      at->name = trace::intern(Utf8(*a[1].as<Str>()).view());
      trace::emit<trace::Event::thread_name>(at->name, at->number);
    }
  return Var::none();
}

// The report of an exception, as a text: what threading.excepthook prints.
Var report_text(Thread& t, Value, const Value* a) {
  if (!is_subtype(type_of(a[0]), &exc::BaseException))
    return raise(t, exc::TypeError, "an exception is needed, not '%T'", a[0]);
  return make_str(t, exception_report(t, a[0])).var();
}

Var exit_thread(Thread& t, Value, const Value*) { return raise_none(t, exc::SystemExit); }
Var count(Thread&, Value, const Value*) { return Var::small(running_threads()); }
Var daemons_allowed(Thread&, Value, const Value*) { return Var::boolean(true); }
Var is_main_interpreter(Thread&, Value, const Value*) { return Var::boolean(true); }
Var shutdown(Thread& t, Value, const Value*) { return wait_for_threads(t); }

Var interrupt_main(Thread& t, Value, const Value* a) {
  int64_t signal = 2;
  if (!a[0].is_unbound() && !to_index(t, a[0], signal)) return Var::error();
  if (signal < 1 || signal > 63) return raise(t, exc::ValueError, "signal number out of range");
  deliver_signal(static_cast<int>(signal));
  return Var::none();
}

Var stack_size(Thread& t, Value, const Value* a) {
  int64_t bytes = 0;
  if (!a[0].is_unbound() && !to_index(t, a[0], bytes)) return Var::error();
  if (bytes < 0) return raise(t, exc::ValueError, "size must be 0 or a positive value");
  if (bytes > 0 && bytes < 32768)
    return raise(t, exc::ValueError, "size not valid: %lld bytes", static_cast<long long>(bytes));
  auto old = static_cast<int64_t>(thread_stack_bytes());
  if (!a[0].is_unbound()) thread_stack_bytes() = static_cast<size_t>(bytes);
  return Var::small(old);
}

const NativeDef kFunctions[] = {
    {"start_new_thread", start_new_thread, "function, args, kwargs=<unrepresentable>, /"},
    {"start_new", start_new_thread, "function, args, kwargs=<unrepresentable>, /"},
    {"start_joinable_thread", start_joinable_thread,
     "function, handle=None, daemon=True, _name=None"},
    {"_make_thread_handle", make_handle, "ident, /"},
    {"get_ident", get_ident, ""},
    {"_get_main_thread_ident", get_main_ident, ""},
    {"get_native_id", get_native_id, ""},
    {"allocate_lock", allocate_lock, ""},
    {"allocate", allocate_lock, ""},
    {"_exception_report", report_text, "exception, /"},
    {"_waiter", waiter, "kind, thing, /"},
    {"_set_name", set_name, "ident, name, /"},
    {"exit", exit_thread, ""},
    {"exit_thread", exit_thread, ""},
    {"_count", count, ""},
    {"daemon_threads_allowed", daemons_allowed, ""},
    {"_is_main_interpreter", is_main_interpreter, ""},
    {"_shutdown", shutdown, ""},
    {"interrupt_main", interrupt_main, "signum=2, /"},
    {"stack_size", stack_size, "size=0, /"},
    {},
};

bool fill(Thread& t, Module& m) {
  return add_type(t, m, lock_type) && add(t, m, "LockType", Value::object(&lock_type)) &&
         add_type(t, m, rlock_type) && add_type(t, m, local_type) &&
         add_type(t, m, thread_handle_type) &&
         add(t, m, "error", Value::object(&exc::RuntimeError)) &&
         add(t, m, "TIMEOUT_MAX", Value::real(kTimeoutMax));
}

}  // namespace

extern const ModuleDef _thread_module;
const ModuleDef _thread_module = {"_thread", kFunctions, fill};

}  // namespace gilbox::py
