#include "modules/thread_start.hpp"

#include <new>

#include "host/host.hpp"
#include "modules/module_def.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"
#include "sync/thread.hpp"
#include "vm/console_stream.hpp"
#include "vm/safepoint.hpp"
#include "vm/stack.hpp"

namespace gilbox::py {

namespace {

uint32_t running = 0;      // threads started and not ended
uint32_t non_daemons = 0;  // … that the end of the program waits for
WaitList shutdown_waiters;
size_t stack_bytes = 0;  // 0: the default

// What a new thread is given; owned by it.
struct Start {
  Thread* thread;
  Var function;
  Ref<Tuple> args;
  Ref<Dict> kwargs;
  Ref<ThreadHandle> handle;
  bool report;
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
  if (start.report)
    report_unraisable(t, start.function);
  else
    clear_exception(t);
}

void unlink(Thread& t) {
  for (Thread** at = &interpreter.threads; *at; at = &(*at)->next)
    if (*at == &t) {
      *at = t.next;
      return;
    }
}

void run_thread(void* argument) {
  auto* start = static_cast<Start*>(argument);
  Thread* t = start->thread;
  current_thread = t;
  if (the_host().bell) t->parker.attach(*the_host().bell());
  gil.take(*t);
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
  unlink(*t);
  gil.drop(*t);
  gil.forget(*t);
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
                  bool report) {
  if (handle.state != ThreadHandle::kNotStarted)
    return raise(t, exc::RuntimeError, "thread already started"), false;
  if (interpreter.finalizing)
    return raise(t, exc::PythonFinalizationError,
                 "can't create new thread at interpreter shutdown"),
           false;
  auto* fresh = new (std::nothrow) Thread;
  auto* start = fresh ? new (std::nothrow) Start{fresh,
                                                 Var(function),
                                                 Ref<Tuple>(&args),
                                                 Ref<Dict>(kwargs),
                                                 Ref<ThreadHandle>(&handle),
                                                 report}
                      : nullptr;
  if (!start || !make_stack(*fresh)) {
    delete start;
    delete fresh;
    return raise_memory_error(t), false;
  }
  fresh->ident = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(fresh));
  handle.ident = fresh->ident;
  handle.state = ThreadHandle::kRunning;
  fresh->next = interpreter.threads;
  interpreter.threads = fresh;
  ++running;
  if (!handle.daemon) ++non_daemons;
  auto thread =
      sync::Thread::start({.name = "python", .stack_size = stack_bytes}, run_thread, start);
  if (!thread) {
    unlink(*fresh);
    --running;
    if (!handle.daemon) --non_daemons;
    handle.state = ThreadHandle::kNotStarted;
    free_stack(*fresh);
    delete start;
    delete fresh;
    return raise(t, exc::RuntimeError, "can't start new thread"), false;
  }
  thread->detach();
  return true;
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
