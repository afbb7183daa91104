// The native base of asyncio's loops (module asyncio.base_events adds what is written in Python),
// and module _asyncio.
#include <cmath>

#include "modules/awaiter.hpp"
#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "modules/future_type.hpp"
#include "modules/gather.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

bool add_queue(Thread& t, Module& m);          // async_queue.cpp
void report_tasks_of_loops();                  // loop_report.cpp
extern const NativeDef kDescriptorMethods[2];  // loop_descriptors.cpp
extern Type loop_descriptor_type;

namespace {

Type turn_type = [] {
  Type t = static_type("_asyncio._Turn", sizeof(Object), 0);
  t.await = [](Thread& t, Value) { return make_future_iterator(t, nullptr); };
  return t;
}();
Object turn = {1, 0, &turn_type};  // awaiting it gives everyone else a turn

bool own(Type& type, const char* name, Thread& t) {
  Str* key = intern(t, std::string_view(name));
  return lookup_in_type(type, key) == lookup_in_type(event_loop_type, key);
}

Var loop_new(Thread& t, Type& type, const Args&) {
  auto* loop = static_cast<EventLoop*>(new_object(t, type, type.instance_size));
  if (!loop) return Var::error();
  loop->current = loop->factory = Value::none();
  loop->own_call_soon = own(type, "call_soon", t);
  loop->own_create_task = own(type, "create_task", t);
  loop->own_time = own(type, "time", t);
  return Var::adopt(Value::object(loop));
}

bool check_open(Thread& t, const EventLoop& loop) {
  if (!loop.closed) return true;
  raise(t, exc::RuntimeError, "Event loop is closed");
  return false;
}

// Debug mode: a callback must be callable, and come from the loop's own thread.
bool check_call(Thread& t, Value loop, Value callback, const char* method, bool own_thread) {
  if (!loop_of(loop).debug) return true;
  Ref<Str> name = make_ascii(t, method);
  if (!name) return false;
  Value arguments[] = {callback, name.value(), Value::boolean(own_thread)};
  return !call_method(t, loop, intern(t, std::string_view("_check_call")), arguments, 3).failed();
}

// (fixed…, *args, context=None): the context, unbound when not given. False: TypeError.
bool take_context(Thread& t, const char* name, const char* first, const Args& args, uint32_t fixed,
                  Value& context) {
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Utf8 word(*args.names->items[k].as<Str>());
    if (word.view() != "context")
      return raise(t, exc::TypeError, "%s() got an unexpected keyword argument '%U'", name,
                   args.names->items[k].as<Str>()),
             false;
    context = args.values[args.count + k];
  }
  if (args.count >= fixed) return true;
  raise(t, exc::TypeError, "%s() missing %u required positional argument%s: %s", name,
        fixed - args.count, fixed - args.count == 1 ? "" : "s", first);
  return false;
}

Var call_method_with(Thread& t, Value v, const char* name, const Args& args) {
  GILBOX_TRY(method, get_attr(t, v, name));
  return call(t, method, args);
}

Var call_soon(Thread& t, Value v, const Args& args) {
  Value context;
  if (!check_open(t, loop_of(v)) || !take_context(t, "call_soon", "'callback'", args, 1, context) ||
      !check_call(t, v, args[0], "call_soon", true))
    return Var::error();
  Ref<Handle> h = make_handle(t, handle_type, args[0], args.values + 1, args.count - 1, v, context);
  return h && ready_push(t, loop_of(v), h.value()) ? std::move(h).var() : Var::error();
}

Var call_soon_threadsafe(Thread& t, Value v, const Args& args) {
  Value context;
  if (!check_open(t, loop_of(v)) ||
      !take_context(t, "call_soon_threadsafe", "'callback'", args, 1, context) ||
      !check_call(t, v, args[0], "call_soon_threadsafe", false))
    return Var::error();
  Ref<Handle> h = make_handle(t, handle_type, args[0], args.values + 1, args.count - 1, v, context);
  if (!h || !ready_push(t, loop_of(v), h.value())) return Var::error();
  loop_wake(loop_of(v));
  return std::move(h).var();
}

Var call_when(Thread& t, Value v, double when, const char* name, const Args& args, Value context) {
  if (!check_call(t, v, args[1], name, true)) return Var::error();
  Ref<Handle> h =
      make_handle(t, timer_handle_type, args[1], args.values + 2, args.count - 2, v, context);
  if (!h) return Var::error();
  h->when = when;
  return timer_push(t, loop_of(v), *h) ? std::move(h).var() : Var::error();
}
Var call_later(Thread& t, Value v, const Args& args) {
  Value context;
  if (!take_context(t, "call_later", args.count ? "'callback'" : "'delay' and 'callback'", args, 2,
                    context))
    return Var::error();
  if (args[0].is_none()) return raise(t, exc::TypeError, "delay must not be None");
  double delay, now;
  if (!check_open(t, loop_of(v)) || !to_double(t, args[0], delay) || !loop_time(t, loop_of(v), now))
    return Var::error();
  return call_when(t, v, now + delay, "call_later", args, context);
}
Var call_at(Thread& t, Value v, const Args& args) {
  Value context;
  if (!take_context(t, "call_at", args.count ? "'callback'" : "'when' and 'callback'", args, 2,
                    context))
    return Var::error();
  if (args[0].is_none()) return raise(t, exc::TypeError, "when cannot be None");
  double when;
  if (!check_open(t, loop_of(v)) || !to_double(t, args[0], when)) return Var::error();
  return call_when(t, v, when, "call_at", args, context);
}

Var time_(Thread& t, Value v, const Value*) {
  EventLoop clock{};
  clock.own_time = true;  // asked by name: a class's own time() has called us
  double now;
  (void)v;
  return loop_time(t, clock, now) ? Var::real(now) : Var::error();
}
Var stop(Thread&, Value v, const Value*) {
  loop_of(v).stopping = true;
  loop_wake(loop_of(v));
  return Var::none();
}
Var run(Thread& t, Value v, const Value*) {
  return loop_run(t, loop_of(v)) ? Var::none() : Var::error();
}
Var wake(Thread&, Value v, const Value*) {
  loop_wake(loop_of(v));
  return Var::none();
}
Var is_running(Thread&, Value v, const Value*) {
  return Var::boolean(loop_of(v).thread != nullptr);
}
Var is_closed(Thread&, Value v, const Value*) { return Var::boolean(loop_of(v).closed); }
// create_task(coro, *, name=None, context=None, **kwargs): what a factory makes, or a Task.
Var create_task_(Thread& t, Value v, const Args& args) {
  if (!check_open(t, loop_of(v))) return Var::error();
  if (args.count != 1)
    return raise(t, exc::TypeError,
                 "BaseEventLoop.create_task() takes 2 positional arguments but %u %s given",
                 args.count + 1, args.count ? "were" : "was");
  Value name, context;
  bool others = false;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Utf8 word(*args.names->items[k].as<Str>());
    if (word.view() == "name")
      name = args.values[args.count + k];
    else if (word.view() == "context")
      context = args.values[args.count + k];
    else
      others = true;
  }
  if (!others && loop_of(v).factory.is_none()) {
    EventLoop& loop = loop_of(v);
    const bool before = std::exchange(loop.own_create_task, true);  // it is us who were asked
    Var made = create_task(t, v, args[0], name, context);
    loop.own_create_task = before;
    return made;
  }
  return call_method_with(t, v, "_create_task_by_factory", args);
}
Var create_future(Thread& t, Value v, const Value*) { return make_future(t, v).var(); }

void drop_calls(EventLoop& loop) {
  while (loop.ready_count) Var gone = ready_pop(loop);
  const uint32_t count = std::exchange(loop.timer_count, 0);
  for (uint32_t i = 0; i < count; ++i) {
    Ref<Handle> gone = Ref<Handle>::adopt(loop.timers[i].handle);
    gone->scheduled = false;
  }
  loop.timers_cancelled = 0;
  while (loop.source_count) source_remove(loop, *loop.sources[loop.source_count - 1].thing);
}
Var shut(Thread&, Value v, const Value*) {
  loop_of(v).closed = true;
  drop_calls(loop_of(v));
  return Var::none();
}

void traverse(Object* o, Visitor& visit) {
  auto* loop = static_cast<EventLoop*>(o);
  visit(loop->dict);
  visit(loop->current);
  visit(loop->factory);
  for (uint32_t i = 0; i < loop->ready_count; ++i)
    visit(loop->ready[(loop->ready_first + i) & (loop->ready_capacity - 1)]);
  for (uint32_t i = 0; i < loop->timer_count; ++i) visit(loop->timers[i].handle);
  for (uint32_t i = 0; i < loop->source_count; ++i) {
    visit(loop->sources[i].thing);
    visit(loop->sources[i].handle);
  }
}
void clear(Object* o) {
  auto* loop = static_cast<EventLoop*>(o);
  drop_calls(*loop);
  if (loop->dict) release(static_cast<Object*>(std::exchange(loop->dict, nullptr)));
  assign(loop->factory, Value::none());
}
void dealloc(Object* o) {
  auto* loop = static_cast<EventLoop*>(o);
  clear(o);
  release(loop->current);
  release(loop->factory);
  if (loop->ready) deallocate(loop->ready, loop->ready_capacity * sizeof(Value));
  if (loop->timers) deallocate(loop->timers, loop->timer_capacity * sizeof(EventLoop::Timer));
  if (loop->sources) deallocate(loop->sources, loop->source_capacity * sizeof(LoopSource));
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {{"call_soon", call_soon},
                              {"call_soon_threadsafe", call_soon_threadsafe},
                              {"call_later", call_later},
                              {"call_at", call_at},
                              {"time", time_, ""},
                              {"stop", stop, ""},
                              {"is_running", is_running, ""},
                              {"is_closed", is_closed, ""},
                              {"create_future", create_future, ""},
                              {"create_task", create_task_},
                              kDescriptorMethods[0],
                              kDescriptorMethods[1],
                              {"_run", run, ""},
                              {"_shut", shut, ""},
                              {"_wake", wake, ""},
                              {}};
const GetSetDef kGetSet[] = {
    {"_task_factory", [](Thread&, Value v) { return Var(loop_of(v).factory); },
     [](Thread&, Value v, Value to) {
       assign(loop_of(v).factory, to.is_unbound() ? Value::none() : to);
       return true;
     }},
    {"_debug", [](Thread&, Value v) { return Var::boolean(loop_of(v).debug); },
     [](Thread& t, Value v, Value to) {
       const int is = truth(t, to);
       if (is < 0) return false;
       loop_of(v).debug = is != 0;
       return true;
     }},
    {"_stopping", [](Thread&, Value v) { return Var::boolean(loop_of(v).stopping); },
     [](Thread& t, Value v, Value to) {
       const int is = truth(t, to);
       if (is < 0) return false;
       loop_of(v).stopping = is != 0;
       return true;
     }},
    {"_thread_id",
     [](Thread& t, Value v) {
       const Thread* runs = loop_of(v).thread;
       return runs ? make_int(t, static_cast<int64_t>(runs->ident)) : Var::none();
     }},
    {"_ready_count", [](Thread&, Value v) { return Var::small(loop_of(v).ready_count); }},
    {"_timer_count", [](Thread&, Value v) { return Var::small(loop_of(v).timer_count); }},
    {}};

// ---- functions of the module

Var get_running_loop(Thread& t, Value, const Value*) {
  Var loop = running_loop(t);
  return loop.is_unbound() ? raise(t, exc::RuntimeError, "no running event loop") : loop;
}
Var running_or_none(Thread& t, Value, const Value*) {
  Var loop = running_loop(t);
  return loop.is_unbound() ? Var::none() : loop;
}
Var set_running_loop(Thread& t, Value, const Value* a) {
  ThreadContext* here = thread_context(t);
  if (!here) return Var::error();
  assign(here->running_loop, a[0].is_none() ? Value() : a[0]);
  return Var::none();
}
Var chosen_loop(Thread& t, Value, const Value*) {
  auto* here = static_cast<ThreadContext*>(t.platform);
  return !here || here->chosen_loop.is_unbound() ? Var::none() : Var(here->chosen_loop);
}
Var set_chosen_loop(Thread& t, Value, const Value* a) {
  ThreadContext* here = thread_context(t);
  if (!here) return Var::error();
  assign(here->chosen_loop, a[0].is_none() ? Value() : a[0]);
  return Var::none();
}

// The loop given, or the one that runs here. False: RuntimeError.
bool given_loop(Thread& t, Value given, Var& loop) {
  loop = given.is_unbound() || given.is_none() ? running_loop(t) : Var(given);
  if (!loop.is_unbound()) return true;
  raise(t, exc::RuntimeError, "no running event loop");
  return false;
}
Var current_task(Thread& t, Value, const Value* a) {
  Var loop;
  if (!given_loop(t, a[0], loop)) return Var::error();
  return is_instance(loop, event_loop_type) ? Var(loop_of(loop).current) : Var::none();
}
Var all_tasks(Thread& t, Value, const Value* a) {
  Var loop;
  if (!given_loop(t, a[0], loop)) return Var::error();
  Ref<Set> all = make_set(t, set_type);
  Ref<List> found = make_list(t);  // adding to the set may run Python code
  for (Task* task = pending_tasks; found && task; task = task->next)
    if (task->loop == loop.get() && task->references > 0 &&
        !list_append(t, *found, Value::object(task)))
      return Var::error();
  for (uint32_t i = 0; all && found && i < found->size; ++i)
    if (set_add(t, *all, found->items[i]) < 0) return Var::error();
  return found ? std::move(all).var() : Var::error();
}

Var pending_tasks_(Thread& t, Value, const Value*) {
  Ref<List> all = make_list(t);
  for (Task* task = pending_tasks; all && task; task = task->next)
    if (task->references > 0 && !list_append(t, *all, Value::object(task))) return Var::error();
  return std::move(all).var();
}

Var create_task_here(Thread& t, Value, const Value* a) {
  Var loop = running_loop(t);
  if (loop.is_unbound()) return raise(t, exc::RuntimeError, "no running event loop");
  return create_task(t, loop, a[0], a[1], a[2]);
}

const NativeDef kFunctions[] = {
    {"create_task", create_task_here, "coro, *, name=None, context=None"},
    {"gather", gather},
    {"get_running_loop", get_running_loop, ""},
    {"_get_running_loop", running_or_none, ""},
    {"_set_running_loop", set_running_loop, "loop, /"},
    {"_chosen_loop", chosen_loop, ""},
    {"_set_chosen_loop", set_chosen_loop, "loop, /"},
    {"current_task", current_task, "loop=None"},
    {"all_tasks", all_tasks, "loop=None"},
    {"_pending_tasks", pending_tasks_, ""},
    {}};

bool fill(Thread& t, Module& m) {
  let_await_resume_awaiters();
  report_tasks_of_loops();
  Permanent stays;
  if (!ready_type(t, turn_type) || !ready_type(t, future_iterator_type) ||
      !ready_type(t, loop_descriptor_type) || !ready_type(t, task_caller_type) ||
      !ready_type(t, context_type))
    return false;
  for (Type* type : {&cancelled_error_type, &invalid_state_error_type, &future_type, &task_type,
                     &gathering_type, &handle_type, &timer_handle_type, &event_loop_type})
    if (!add_type(t, m, *type)) return false;
  return add_queue(t, m) && add(t, m, "_turn", Value::object(&turn));
}

constexpr Type error_like(const char* name, Type& base, const char* doc) {
  Type t = static_type(name, sizeof(Exception), kBase | kGc | kSubException);
  t.base = &base;
  t.doc = doc;
  return t;
}

}  // namespace

constinit Type cancelled_error_type = error_like(
    "asyncio.exceptions.CancelledError", exc::BaseException, "The Future or Task was cancelled.");
constinit Type invalid_state_error_type =
    error_like("asyncio.exceptions.InvalidStateError", exc::Exception,
               "The operation is not allowed in this state.");

Type event_loop_type = [] {
  Type t = static_type("_asyncio.EventLoop", sizeof(EventLoop), kGc | kBase);
  t.dict_offset = offsetof(EventLoop, dict);
  t.weak_offset = offsetof(EventLoop, weak);
  t.new_ = loop_new;
  t.traverse = traverse;
  t.clear = clear;
  t.dealloc = dealloc;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

extern const ModuleDef _asyncio_module;
const ModuleDef _asyncio_module = {"_asyncio", kFunctions, fill};

}  // namespace gilbox::py
