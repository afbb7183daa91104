// asyncio.Task: what Python programs see of it.
#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "modules/future_type.hpp"
#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "trace/names.hpp"
#include "trace/observer.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

int64_t next_number = 0;  // of names; with the GIL held

// What a future not ours, or a loop not ours, calls: a step. In a list of callbacks it stands for a
// Gathering, too.
struct TaskCaller : Object {
  Task* task;
};

bool begun(Thread& t, const Task& task) {
  if (!task.loop.is_unbound()) return true;
  raise(t, exc::RuntimeError, "Task object is not initialized.");
  return false;
}

Ref<Str> name_of(Thread& t, Task& task) {
  if (task.name.is_small()) {
    Ref<Str> text = format_text(t, "Task-%lld", static_cast<long long>(task.name.small()));
    if (!text) return {};
    assign(task.name, text.value());
  }
  return Ref<Str>(task.name.as<Str>());
}

// The first step at once, inside whatever creates the task.
bool start_eagerly(Thread& t, Task& task) {
  ThreadContext* here = thread_context(t);
  if (!here) return false;
  EventLoop& loop = loop_of(task.loop);
  Var creator = Var::adopt(std::exchange(loop.current, Value::none()));
  retain(task.context);
  Context* before = swap_context(*here, task.context.as<Context>());
  const bool ok = task_step(t, task);
  release(static_cast<Object*>(swap_context(*here, before)));
  release(std::exchange(loop.current, creator.take()));
  return ok;
}

void trace_created(Thread& t, Task& task) {
  if (!trace::observing(trace::Group::tasks)) return;
  Ref<Str> name = name_of(t, task);
  if (!name) return clear_exception(t);
  Utf8 text(*name);
  trace::emit<trace::Event::task_created>(reinterpret_cast<uintptr_t>(&task),
                                          trace::intern(text.view()));
}

// a: coro, loop, name, context, eager_start
bool task_begin(Thread& t, Value v, const Value* a) {
  Task& task = task_of(v);
  if (!future_begin(t, task, a[1])) return false;
  if (!is_coroutine(a[0])) {
    Var check = asyncio_function(t, "asyncio.coroutines", "iscoroutine");
    Var answer = check.failed() ? Var::error() : call1(t, check, a[0]);
    const int is = answer.failed() ? -1 : truth(t, answer);
    if (is < 0) return false;
    if (!is) {
      task.tells_if_destroyed = false;
      return raise(t, exc::TypeError, "a coroutine was expected, got %R", a[0]), false;
    }
  }
  assign(task.coroutine, a[0]);
  if (a[3].is_unbound() || a[3].is_none()) {
    Ref<Context> own = copy_current_context(t);
    if (!own) return false;
    assign(task.context, own.value());
  } else if (is_instance(a[3], context_type)) {
    assign(task.context, a[3]);
  } else {
    return raise(t, exc::TypeError, "'%T' object is not a contextvars.Context", a[3]), false;
  }
  if (a[2].is_unbound() || a[2].is_none()) {
    assign(task.name, Value::small(++next_number));
  } else {
    Ref<Str> name = str(t, a[2]);
    if (!name) return false;
    assign(task.name, name.value());
  }
  const int eager = a[4].is_unbound() ? 0 : truth(t, a[4]);
  if (eager < 0) return false;
  task.tells_if_destroyed = true;
  task.next = pending_tasks;
  task.previous = nullptr;
  if (pending_tasks) pending_tasks->previous = &task;
  pending_tasks = &task;
  trace_created(t, task);
  if (eager && task.native_loop && loop_of(task.loop).thread) return start_eagerly(t, task);
  return task_schedule(t, task);
}

bool task_init(Thread& t, Value v, const Args& args) {
  Value a[5];
  return bind_arguments(t, "Task", "coro, *, loop=None, name=None, context=None, eager_start=False",
                        args, a) &&
         task_begin(t, v, a);
}

Var task_new(Thread& t, Type& type, const Args& args) {
  Var made = future_new(t, type, args);
  if (made.failed()) return made;
  Task& task = *made.as<Task>();
  task.coroutine = task.awaits = Value::none();
  task.context = Value::none();
  task.name = Value::none();
  return made;
}

// Asks what the task waits for to be cancelled. 1 it will, 0 it cannot be, -1 error.
int cancel_awaited(Thread& t, Task& task, Value message) {
  Var awaited(task.awaits);
  if (!awaited.get().is_object()) return 0;
  if (awaited.as<Object>()->type == &future_type)
    return future_cancel(t, future_of(awaited), message);
  NativeCall nested(t);
  Value keyword = Value::object(names::s_msg);
  Ref<Tuple> named = make_tuple(t, &keyword, 1);
  Var method = nested.ok() && named ? get_attr(t, awaited, "cancel") : Var::error();
  if (method.failed()) return -1;
  Var answer = call(t, method, Args{&message, 0, named.get()});
  return answer.failed() ? -1 : truth(t, answer);
}

// A chain of tasks that each await the next is gone down without recursion, however long it is.
Var cancel(Thread& t, Value v, const Value* a) {
  if (!begun(t, task_of(v))) return Var::error();
  Value message = a[0].is_unbound() ? Value::none() : a[0];
  Ref<Task> task(&task_of(v)), met;  // met: a task passed before, to notice a ring (Brent)
  for (uint64_t steps = 0, next_met = 1;; ++steps) {
    task->never_retrieved = false;
    if (task->state != FutureState::Pending) return Var::boolean(false);
    ++task->cancel_requests;
    trace::emit<trace::Event::task_cancel>(reinterpret_cast<uintptr_t>(task.get()),
                                           acting_task(*task));
    Value awaited = task->awaits;
    const bool is_task = awaited.is_object() && awaited.object()->type == &task_type;
    if (!is_task || task_of(awaited).state != FutureState::Pending) break;
    task = Ref<Task>(&task_of(awaited));
    if (met && task.get() == met.get())
      return raise(t, exc::RecursionError, "maximum recursion depth exceeded");
    if (steps == next_met) {
      met = task;
      next_met *= 2;
    }
  }
  const int did = cancel_awaited(t, *task, message);
  if (did) return did < 0 ? Var::error() : Var::boolean(true);
  task->must_cancel = true;
  assign(task->cancel_message, message);
  return Var::boolean(true);
}
Var cancelling(Thread&, Value v, const Value*) { return Var::small(task_of(v).cancel_requests); }
Var uncancel(Thread&, Value v, const Value*) {
  Task& task = task_of(v);
  if (task.cancel_requests > 0 && --task.cancel_requests == 0) task.must_cancel = false;
  return Var::small(task.cancel_requests);
}
Var refuse(Thread& t, const char* what) {
  return raise(t, exc::RuntimeError, "Task does not support %s operation", what);
}
Var set_result(Thread& t, Value, const Value*) { return refuse(t, "set_result"); }
Var set_exception_(Thread& t, Value, const Value*) { return refuse(t, "set_exception"); }
Var get_name(Thread& t, Value v, const Value*) {
  if (task_of(v).name.is_none()) return Var::none();
  return name_of(t, task_of(v)).var();
}
Var set_name(Thread& t, Value v, const Value* a) {
  Ref<Str> name = str(t, a[0]);
  if (!name) return Var::error();
  assign(task_of(v).name, name.value());
  return Var::none();
}
Var get_coroutine(Thread&, Value v, const Value*) { return Var(task_of(v).coroutine); }
Var get_context(Thread&, Value v, const Value*) { return Var(task_of(v).context); }
Var by_base_tasks(Thread& t, const char* name, Value v, Value limit, Value file, uint32_t count) {
  GILBOX_TRY(f, asyncio_function(t, "asyncio.base_tasks", name));
  Value arguments[] = {v, limit.is_unbound() ? Value::none() : limit,
                       file.is_unbound() ? Value::none() : file};
  return call(t, f, arguments, count);
}
Var get_stack(Thread& t, Value v, const Value* a) {
  return by_base_tasks(t, "_task_get_stack", v, a[0], Value(), 2);
}
Var print_stack(Thread& t, Value v, const Value* a) {
  return by_base_tasks(t, "_task_print_stack", v, a[0], a[1], 3);
}
Var task_repr(Thread& t, Value v) {
  if (!begun(t, task_of(v))) return Var::error();
  return by_base_tasks(t, "_task_repr", v, Value(), Value(), 1);
}

bool set_log_destroy(Thread& t, Value v, Value to) {
  if (to.is_unbound()) return raise(t, exc::AttributeError, "cannot delete attribute"), false;
  const int is = truth(t, to);
  if (is < 0) return false;
  task_of(v).tells_if_destroyed = is != 0;
  return true;
}

void task_finalize(Thread& t, Value v) {
  Task& task = task_of(v);
  if (task.state == FutureState::Pending && task.tells_if_destroyed && !interpreter.finalizing) {
    task.tells_if_destroyed = false;
    Var report = asyncio_function(t, "asyncio.base_tasks", "_destroyed_pending");
    if (report.failed() || call1(t, report, v).failed()) report_unraisable(t, v);
  }
  future_type.finalize(t, v);
}

void task_traverse(Object* o, Visitor& visit) {
  future_traverse(o, visit);
  auto* task = static_cast<Task*>(o);
  for (Value v : {task->coroutine, task->context, task->awaits}) visit(v);
}
void task_clear(Object* o) {
  auto* task = static_cast<Task*>(o);
  task_unlink(*task);
  for (Value* field : {&task->coroutine, &task->awaits, &task->context})
    assign(*field, Value::none());
  future_clear(o);
}
void task_dealloc(Object* o) {
  auto* task = static_cast<Task*>(o);
  task_unlink(*task);
  future_release(*task);
  for (Value v : {task->coroutine, task->context, task->awaits, task->name}) release(v);
  free_object(o, o->type->instance_size);
}

Var caller_new(Thread& t, Type& type, const Args& args) {
  if (args.count != 1 || !is_future(args[0]))
    return raise(t, exc::TypeError, "a task was expected");
  auto* c = make<TaskCaller>(t, type);
  if (!c) return Var::error();
  retain(args[0]);
  c->task = args[0].as<Task>();
  return Var::adopt(Value::object(c));
}
Var caller_call(Thread& t, Value v, const Args&) {
  if (!is_instance(Value::object(v.as<TaskCaller>()->task), task_type))
    return raise(t, exc::TypeError, "a task was expected");
  return task_step(t, *v.as<TaskCaller>()->task) ? Var::none() : Var::error();
}

const NativeDef kTaskMethods[] = {{"cancel", cancel, "msg=None"},
                                  {"cancelling", cancelling, ""},
                                  {"uncancel", uncancel, ""},
                                  {"set_result", set_result, "result, /"},
                                  {"set_exception", set_exception_, "exception, /"},
                                  {"get_name", get_name, ""},
                                  {"set_name", set_name, "value, /"},
                                  {"get_coro", get_coroutine, ""},
                                  {"get_context", get_context, ""},
                                  {"get_stack", get_stack, "*, limit=None"},
                                  {"print_stack", print_stack, "*, limit=None, file=None"},
                                  {}};
const GetSetDef kTaskGetSet[] = {
    {"_log_destroy_pending",
     [](Thread&, Value v) { return Var::boolean(task_of(v).tells_if_destroyed); }, set_log_destroy},
    {"_must_cancel", [](Thread&, Value v) { return Var::boolean(task_of(v).must_cancel); }},
    {"_coro", [](Thread&, Value v) { return Var(task_of(v).coroutine); }},
    {"_fut_waiter", [](Thread&, Value v) { return Var(task_of(v).awaits); }},
    {}};
const GetSetDef kCallerGetSet[] = {
    {"__self__", [](Thread&, Value v) { return Var(Value::object(v.as<TaskCaller>()->task)); }},
    {"__qualname__",
     [](Thread& t, Value v) {
       const bool is_task = is_subtype(v.as<TaskCaller>()->task->type, &task_type);
       return make_ascii(t, is_task ? "Task.task_wakeup" : "gather.<locals>._done_callback").var();
     }},
    {}};

}  // namespace

Task* task_of_callback(Value callback) {
  if (!callback.is_object() || callback.object()->type != &task_caller_type) return nullptr;
  Task* task = callback.as<TaskCaller>()->task;
  return is_instance(Value::object(task), task_type) ? task : nullptr;
}

Var create_task(Thread& t, Value loop, Value coroutine, Value name, Value context) {
  const bool native = is_instance(loop, event_loop_type);
  if (native && loop_of(loop).own_create_task && loop_of(loop).factory.is_none()) {
    if (loop_of(loop).closed) return raise(t, exc::RuntimeError, "Event loop is closed");
    GILBOX_TRY(made, task_new(t, task_type, {}));
    const Value a[] = {coroutine, loop, name, context, Value()};
    return task_begin(t, made, a) ? std::move(made) : Var::error();
  }
  GILBOX_TRY(method, get_attr(t, loop, "create_task"));
  Value keywords[] = {Value::object(names::s_name),
                      Value::object(intern(t, std::string_view("context")))};
  Value given[] = {coroutine, name.is_unbound() ? Value::none() : name,
                   context.is_unbound() ? Value::none() : context};
  Ref<Tuple> named = make_tuple(t, keywords, 2);
  return named ? call(t, method, Args{given, 1, named.get()}) : Var::error();
}

Type task_type = [] {
  Type t = static_type("_asyncio.Task", sizeof(Task), kGc | kBase);
  t.base = &future_type;
  t.dict_offset = offsetof(Task, dict);
  t.weak_offset = offsetof(Task, weak);
  t.new_ = task_new;
  t.init = task_init;
  t.repr = task_repr;
  t.finalize = task_finalize;
  t.traverse = task_traverse;
  t.clear = task_clear;
  t.dealloc = task_dealloc;
  t.methods = kTaskMethods;
  t.getset = kTaskGetSet;
  return t;
}();

Type task_caller_type = [] {
  Type t = static_type("_asyncio.TaskStepMethWrapper", sizeof(TaskCaller), kGc);
  t.new_ = caller_new;
  t.call = caller_call;
  t.traverse = [](Object* o, Visitor& visit) { visit(static_cast<TaskCaller*>(o)->task); };
  t.dealloc = [](Object* o) {
    release(static_cast<Object*>(static_cast<TaskCaller*>(o)->task));
    free_object(o, sizeof(TaskCaller));
  };
  t.getset = kCallerGetSet;
  return t;
}();

}  // namespace gilbox::py
