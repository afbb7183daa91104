#include "modules/thread_start.hpp"

#include <cstdlib>
#include <new>

#include "base/switches.hpp"
#include "host/host.hpp"
#include "modules/module_def.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/switch_policy.hpp"
#include "runtime/thread_statistics.hpp"
#include "runtime/turns.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"
#include "sync/resting_threads.hpp"
#include "trace/observer.hpp"
#include "vm/console_stream.hpp"
#include "vm/deadlock.hpp"
#include "vm/safepoint.hpp"
#include "vm/stack.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::py {

namespace {

uint32_t running = 0;      // threads started and not ended
uint32_t non_daemons = 0;  // … that the end of the program waits for
WaitList shutdown_waiters;
size_t stack_bytes = 0;  // 0: the default
constinit sync::RestingThreads native_threads;

// In WebAssembly stacks are pieces of the process's memory. Deep recursion of native code asks how
// much is left (base/stack_room.hpp); 300 threads fit into the default 64 MiB.
constexpr size_t kStackBytes = base::kWasm ? 128 * 1024 : 0;
// What must be left when a thread has got all it needs, so that the program can go on, and say that
// it could not start more of them.
constexpr size_t kMemoryReserve = 1024 * 1024;
constexpr size_t kReserveOfEach = 16 * 1024;  // for what each thread still takes when it begins

bool has_memory_for(size_t stack) {
  if (!base::kWasm) return true;
  void* const probe = std::malloc(kMemoryReserve + running * kReserveOfEach + stack);
  std::free(probe);
  return probe != nullptr;
}

// What a new thread is given; owned by it.
struct Start {
  Thread* thread;
  Var function;
  Ref<Tuple> args;
  Ref<Dict> kwargs;
  Ref<ThreadHandle> handle;
  bool report;
  uint32_t parent;
};

Var call_target(Thread& t, Start& start) {
  if (!start.kwargs || start.kwargs->live == 0)
    return call(t, start.function, start.args->items, start.args->size);
  Ref<List> values = make_list(t, start.args->items, start.args->size), names = make_list(t);
  uint32_t at = 0;
  while (values && names) {
    DictEntry* e = dict_next(*start.kwargs, at);
    if (!e) break;
    if (!list_append(t, *names, e->key) || !list_append(t, *values, e->value)) return Var::error();
  }
  if (!values || !names) return Var::error();
  Ref<Tuple> name_tuple = make_tuple(t, names->items, names->size);
  if (!name_tuple) return Var::error();
  return call(t, start.function, Args{values->items, start.args->size, name_tuple.get()});
}

void report_uncaught(Thread& t, Start& start) {
  if (is_kill(t) || clear_if(t, exc::SystemExit)) return clear_exception(t);
  if (!start.report) return clear_exception(t);
  Var error = take_exception(t);
  Ref<Str> what =
      format_text(t, "Exception ignored in thread started by %R:\n", start.function.get());
  if (what) write_to_stderr(t, Utf8(*what).view());
  write_to_stderr(t, plain_report(t, error));
  clear_exception(t);
}

void run_thread(void* argument) {
  auto* start = static_cast<Start*>(argument);
  Thread* t = start->thread;
  sync::adopt_thread_number(t->number);
  trace::emit<trace::Event::thread_start>(t->name, start->parent);
  current_thread = t;
  if (the_host().bell) t->parker.attach(*the_host().bell());
  gil.take(*t);
  start->handle->begun = true;
  start->handle->joiners.wake_all();
  {
    Var result = call_target(*t, *start);
    if (result.failed()) report_uncaught(*t, *start);
  }
  Ref<ThreadHandle> handle = std::move(start->handle);
  delete start;
  t->locals = Ref<Dict>();
  clear_exception(*t);
  handle->state = ThreadHandle::kDone;
  handle->joiners.wake_all();
  --running;
  if (!handle->daemon && --non_daemons == 0) shutdown_waiters.wake_all();
  handle = Ref<ThreadHandle>();
  free_stack(*t);
  unlink_thread(*t);
  note_ended(*t);
  if (interpreter.stuck == interpreter.thread_count) look_for_deadlock(*t);
  if (turns) turns->pass(*t, false);
  gil.drop(*t, trace::DropReason::finished);
  gil.forget(*t);
  trace::emit<trace::Event::thread_exit>();
  current_thread = nullptr;
  delete t;
}

Var resume_join(Thread& t, Wait& wait, bool timed_out) {
  (void)t;
  auto& handle = *wait.state[0].as<ThreadHandle>();
  bool over = handle.state == ThreadHandle::kDone;
  if (!over && !timed_out && sync::monotonic_now() < wait.deadline) return Var::blocked();
  handle.joiners.leave(wait);
  return Var::none();
}
void cancel_join(Thread&, Wait& wait) { wait.state[0].as<ThreadHandle>()->joiners.leave(wait); }

Var join(Thread& t, Value v, const Value* a) {
  auto& handle = *v.as<ThreadHandle>();
  if (handle.state == ThreadHandle::kNotStarted)
    return raise(t, exc::RuntimeError, "thread not started");
  int64_t deadline;
  if (!deadline_after(t, a[0], deadline)) return Var::error();
  if (handle.state == ThreadHandle::kDone) return Var::none();
  if (handle.ident == t.ident) return raise(t, exc::RuntimeError, "Cannot join current thread");
  if (interpreter.finalizing && handle.daemon)
    return raise(t, exc::PythonFinalizationError,
                 "cannot join daemon thread at interpreter shutdown");
  if (!handle.joiners.join(t, WaitKind::Join, deadline)) return Var::error();
  t.wait.resume = resume_join;
  t.wait.cancel = cancel_join;
  t.wait.holder = [](const Wait& wait) { return wait.state[0].as<ThreadHandle>()->number; };
  t.wait.object = Var(v);
  t.wait.state[0] = Var(v);
  return Var::blocked();
}
Var is_done(Thread&, Value v, const Value*) {
  return Var::boolean(v.as<ThreadHandle>()->state == ThreadHandle::kDone);
}
Var set_done(Thread&, Value v, const Value*) {
  v.as<ThreadHandle>()->state = ThreadHandle::kDone;
  v.as<ThreadHandle>()->joiners.wake_all();
  return Var::none();
}
Var ident(Thread& t, Value v, const Value*) {
  return make_int_unsigned(t, v.as<ThreadHandle>()->ident);
}
Var handle_new(Thread& t, Type&, const Args&) { return make_thread_handle(t).var(); }
Var handle_repr(Thread& t, Value v) {
  return format_text(t, "<_ThreadHandle object: ident=%lld>",
                     static_cast<long long>(v.as<ThreadHandle>()->ident))
      .var();
}
void handle_dealloc(Object* o) { free_object(o, sizeof(ThreadHandle)); }

const NativeDef kHandleMethods[] = {
    {"join", join, "timeout=None, /"},
    {"is_done", is_done, ""},
    {"_set_done", set_done, ""},
    {"ident", ident, "", nullptr, NativeKind::Property},
    {},
};

// A native thread begins within a millisecond, unless a page has to make a worker for it first.
// With few threads the starter waits for that, so that they begin in CPython's order; with many it
// soon goes on, and several workers are made at the same time.
constexpr uint32_t kFewThreads = 8;
constexpr sync::Nanoseconds kMostForBeginOfFew = 1000 * sync::kMillisecond;
constexpr sync::Nanoseconds kMostForBegin = 5 * sync::kMillisecond;

Var resume_begin(Thread&, Wait& wait, bool timed_out) {
  auto& handle = *wait.state[0].as<ThreadHandle>();
  if (!handle.begun && !timed_out) return Var::blocked();
  handle.joiners.leave(wait);
  return Var(wait.state[0]);
}

Var resume_shutdown(Thread&, Wait& wait, bool) {
  if (non_daemons) return Var::blocked();
  shutdown_waiters.leave(wait);
  return Var::none();
}
void cancel_shutdown(Thread&, Wait& wait) { shutdown_waiters.leave(wait); }

}  // namespace

Ref<ThreadHandle> make_thread_handle(Thread& t) {
  return Ref<ThreadHandle>::adopt(make<ThreadHandle>(t, thread_handle_type));
}

bool start_thread(Thread& t, Value function, Tuple& args, Dict* kwargs, ThreadHandle& handle,
                  std::string_view name, bool report) {
  if (handle.state != ThreadHandle::kNotStarted)
    return raise(t, exc::RuntimeError, "thread already started"), false;
  if (interpreter.finalizing)
    return raise(t, exc::PythonFinalizationError,
                 "can't create new thread at interpreter shutdown"),
           false;
  const size_t stack = stack_bytes != 0 ? stack_bytes : kStackBytes;
  auto* fresh = has_memory_for(stack) ? new (std::nothrow) Thread : nullptr;
  auto* start = fresh ? new (std::nothrow) Start{fresh,
                                                 Var(function),
                                                 Ref<Tuple>(&args),
                                                 Ref<Dict>(kwargs),
                                                 Ref<ThreadHandle>(&handle),
                                                 report,
                                                 t.number}
                      : nullptr;
  if (!start || !make_stack(*fresh)) {
    delete start;
    if (fresh && fresh->stack) free_stack(*fresh);
    delete fresh;
    clear_exception(t);
    return raise(t, exc::RuntimeError, "can't start new thread"), false;
  }
  fresh->ident = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(fresh));
  fresh->number = handle.number = sync::reserve_thread_number();
  fresh->name = trace::intern(name);
  fresh->daemon = handle.daemon;
  if (base::kChecked || switch_policy->every_safepoint()) fresh->breaker = kReenter;
  handle.ident = fresh->ident;
  handle.state = ThreadHandle::kRunning;
  link_thread(*fresh);
  ++running;
  if (!handle.daemon) ++non_daemons;
  native_threads.sleep_at(the_host().bell);
  if (native_threads.run({.name = "python", .stack_size = stack}, run_thread, start)) {
    unlink_thread(*fresh);
    --running;
    if (!handle.daemon) --non_daemons;
    handle.state = ThreadHandle::kNotStarted;
    free_stack(*fresh);
    delete start;
    delete fresh;
    return raise(t, exc::RuntimeError, "can't start new thread"), false;
  }
  return true;
}

Var wait_for_begin(Thread& t, ThreadHandle& handle) {
  Value v = Value::object(&handle);
  if (handle.begun) return Var(v);
  const bool limited = base::kWasm && !turns;
  const auto most = running <= kFewThreads ? kMostForBeginOfFew : kMostForBegin;
  const int64_t deadline = limited ? sync::monotonic_now() + most : INT64_MAX;
  if (!handle.joiners.join(t, WaitKind::Start, deadline)) return Var::error();
  t.wait.resume = resume_begin;
  t.wait.cancel = cancel_join;
  t.wait.object = Var(v);
  t.wait.state[0] = Var(v);
  return Var::blocked();
}

uint32_t running_threads() { return running; }
size_t& thread_stack_bytes() { return stack_bytes; }

Var wait_for_threads(Thread& t) {
  if (non_daemons == 0) return Var::none();
  if (!shutdown_waiters.join(t, WaitKind::Join, INT64_MAX)) return Var::error();
  t.wait.resume = resume_shutdown;
  t.wait.cancel = cancel_shutdown;
  return Var::blocked();
}

Type thread_handle_type = [] {
  Type t = static_type("_thread._ThreadHandle", sizeof(ThreadHandle), 0);
  t.new_ = handle_new;
  t.dealloc = handle_dealloc;
  t.repr = handle_repr;
  t.methods = kHandleMethods;
  return t;
}();

}  // namespace gilbox::py
