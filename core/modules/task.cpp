// One step of a task, from one await that has to wait to the next (PEP 3156, PEP 492).
#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "trace/observer.hpp"

namespace gilbox::py {

Task* pending_tasks = nullptr;

void task_unlink(Task& task) {
  if (task.next) task.next->previous = task.previous;
  if (task.previous)
    task.previous->next = task.next;
  else if (pending_tasks == &task)
    pending_tasks = task.next;
  task.next = task.previous = nullptr;
}

namespace {

uint64_t trace_number(const Task& task) { return reinterpret_cast<uintptr_t>(&task); }

void trace_await(const Task& task, trace::AwaitKind kind, Value object) {
  trace::emit<trace::Event::task_await>(
      kind, trace_number(task),
      object.is_object() ? reinterpret_cast<uintptr_t>(object.object()) : 0);
}

// What the coroutine shall raise: how the future it waited for failed, or a cancellation. Unbound:
// nothing, it goes on.
Var exception_at_step(Thread& t, Task& task) {
  Var awaited = Var::adopt(std::exchange(task.awaits, Value::none()));
  Var e;
  if (is_exact_future(awaited) || (awaited.get().is_object() && is_future(awaited))) {
    Future& f = future_of(awaited);
    if (f.state == FutureState::Cancelled) {
      e = future_cancelled_error(t, f);
    } else if (f.state == FutureState::Finished && f.exception.is_object()) {
      f.never_retrieved = false;
      assign(f.exception.as<Exception>()->traceback, f.traceback);
      e = Var(f.exception);
    }
  } else if (!awaited.get().is_none()) {
    Var result = call_method(t, awaited, intern(t, std::string_view("result")));
    if (result.failed()) e = take_exception(t);
  }
  if (!task.must_cancel || e.failed()) return e;
  task.must_cancel = false;
  if (e.is_unbound() || !is_instance(e, cancelled_error_type)) e = future_cancelled_error(t, task);
  return e;
}

Outcome resume(Thread& t, Task& task, Value exception, Var& result) {
  if (is_generator_like(task.coroutine)) {
    Generator& g = *task.coroutine.as<Generator>();
    return exception.is_unbound() ? resume_hook(t, g, Resumption::Value, Value::none(), result)
                                  : resume_hook(t, g, Resumption::Throw, exception, result);
  }
  Value none = Value::none();
  result = exception.is_unbound() ? call_method(t, task.coroutine, names::s_send, &none, 1)
                                  : call_method(t, task.coroutine, names::s_throw, &exception, 1);
  if (!result.failed()) return Outcome::Yielded;
  if (!matches(t, exc::StopIteration)) return Outcome::Raised;
  Var stop = take_exception(t);
  result = Var(stop.as<StopIterationObject>()->value);
  return Outcome::Returned;
}

// The coroutine has ended by an exception, which is set.
bool end_raised(Thread& t, Task& task) {
  Var e = take_exception(t);
  if (is_instance(e, cancelled_error_type)) {
    assign(task.exception, e);
    trace::emit<trace::Event::task_done>(trace::TaskOutcome::cancelled, trace_number(task));
    return future_cancel(t, task, Value(task.cancel_message)) >= 0;
  }
  trace::emit<trace::Event::task_done>(trace::TaskOutcome::raised, trace_number(task));
  if (!future_set_exception(t, task, e)) return false;
  if (!matches(e, exc::KeyboardInterrupt) && !matches(e, exc::SystemExit)) return true;
  set_exception(t, std::move(e));
  return false;
}

bool end_returned(Thread& t, Task& task, Value result) {
  if (task.must_cancel) {
    task.must_cancel = false;
    trace::emit<trace::Event::task_done>(trace::TaskOutcome::cancelled, trace_number(task));
    return future_cancel(t, task, Value(task.cancel_message)) >= 0;
  }
  trace::emit<trace::Event::task_done>(trace::TaskOutcome::returned, trace_number(task));
  return future_set_result(t, task, result);
}

// The coroutine misused a future: the RuntimeError that is set is raised in it at its next turn.
bool fail_later(Thread& t, Task& task) {
  Var error = take_exception(t);
  Ref<Future> failed = make_future(t, task.loop);
  if (!failed || !future_set_exception(t, *failed, error)) return false;
  failed->never_retrieved = false;
  assign(task.awaits, failed.value());
  return task_schedule(t, task);
}

bool wait_for_future(Thread& t, Task& task, Future& f) {
  Value self = Value::object(&task), other = Value::object(&f);
  if (f.loop != task.loop) {
    raise(t, exc::RuntimeError, "Task %R got Future %R attached to a different loop", self, other);
    return fail_later(t, task);
  }
  if (!f.blocking) {
    raise(t, exc::RuntimeError, "yield was used instead of yield from in task %R with %R", self,
          other);
    return fail_later(t, task);
  }
  if (&f == &task) {
    raise(t, exc::RuntimeError, "Task cannot await on itself: %R", self);
    return fail_later(t, task);
  }
  f.blocking = false;
  trace_await(task, f.type == &task_type ? trace::AwaitKind::task : trace::AwaitKind::future,
              other);
  assign(task.awaits, other);
  if (!future_add_callback(t, f, self, Value())) return false;
  if (!task.must_cancel) return true;
  Var cancelled =
      call_method(t, other, intern(t, std::string_view("cancel")), &task.cancel_message, 1);
  if (cancelled.failed()) return false;
  if (cancelled.get().is_true()) task.must_cancel = false;
  return true;
}

// A future that is not one of ours: by its methods.
bool wait_for_other(Thread& t, Task& task, Value v) {
  Value self = Value::object(&task);
  Str* blocking = intern(t, std::string_view("_asyncio_future_blocking"));
  Var flag = get_attr_or_unbound(t, v, blocking);
  if (flag.failed()) return false;
  if (flag.is_unbound() || flag.get().is_none()) {
    if (is_generator(v))
      raise(t, exc::RuntimeError,
            "yield was used instead of yield from for generator in task %R with %R", self, v);
    else
      raise(t, exc::RuntimeError, "Task got bad yield: %R", v);
    return fail_later(t, task);
  }
  Var get_loop = asyncio_function(t, "asyncio.futures", "_get_loop");
  Var loop = get_loop.failed() ? Var::error() : call1(t, get_loop, v);
  if (loop.failed()) return false;
  const int is_blocking = truth(t, flag);
  if (is_blocking < 0) return false;
  if (loop.get() != task.loop) {
    raise(t, exc::RuntimeError, "Task %R got Future %R attached to a different loop", self, v);
    return fail_later(t, task);
  }
  if (!is_blocking || v == self) {
    raise(t, exc::RuntimeError,
          is_blocking ? "Task cannot await on itself: %R"
                      : "yield was used instead of yield from in task %R with %R",
          self, v);
    return fail_later(t, task);
  }
  if (!set_attr(t, v, blocking, Value::boolean(false))) return false;
  Var wake = call1(t, Value::object(&task_caller_type), self);
  Var method = get_attr(t, v, "add_done_callback");
  if (wake.failed() || method.failed()) return false;
  Value given[] = {wake, task.context};
  Str* keyword = intern(t, std::string_view("context"));
  Value keywords = Value::object(keyword);
  Ref<Tuple> named = make_tuple(t, &keywords, 1);
  if (!named || call(t, method, Args{given, 1, named.get()}).failed()) return false;
  trace_await(task, trace::AwaitKind::future, v);
  assign(task.awaits, v);
  if (!task.must_cancel) return true;
  Var cancelled = call_method(t, v, intern(t, std::string_view("cancel")), &task.cancel_message, 1);
  if (cancelled.failed()) return false;
  if (truth(t, cancelled) > 0) task.must_cancel = false;
  return true;
}

bool after_step(Thread& t, Task& task, Outcome outcome, Value result) {
  if (outcome == Outcome::Yielded) {
    if (result.is_none()) {
      trace_await(task, trace::AwaitKind::yield, Value());
      return task_schedule(t, task);
    }
    return is_exact_future(result) ? wait_for_future(t, task, future_of(result))
                                   : wait_for_other(t, task, result);
  }
  task_unlink(task);
  return outcome == Outcome::Raised ? end_raised(t, task) : end_returned(t, task, result);
}

}  // namespace

uint64_t acting_task(const Future& f) {
  const Value current = f.native_loop ? loop_of(f.loop).current : Value::none();
  return current.is_object() ? reinterpret_cast<uintptr_t>(current.object()) : 0;
}

bool task_schedule(Thread& t, Task& task) {
  if (task.native_loop) {
    EventLoop& loop = loop_of(task.loop);
    if (loop.closed) return raise(t, exc::RuntimeError, "Event loop is closed"), false;
    return ready_push(t, loop, Value::object(&task));
  }
  Var caller = call1(t, Value::object(&task_caller_type), Value::object(&task));
  return !caller.failed() && loop_call_soon(t, task.loop, caller, Value(), task.context);
}

bool task_step(Thread& t, Task& task) {
  if (task.state != FutureState::Pending)
    return raise(t, invalid_state_error_type, "__step(): already done: %R %R", Value::object(&task),
                 task.coroutine),
           false;
  Ref<Task> held(&task);
  Var loop_held(task.loop);
  Value nowhere = Value::none();
  Value& current = is_instance(task.loop, event_loop_type) ? loop_of(task.loop).current : nowhere;
  if (current.is_object())
    return raise(t, exc::RuntimeError,
                 "Cannot enter into task %R while another task %R is being executed.",
                 Value::object(&task), current),
           false;
  Var exception = exception_at_step(t, task);
  if (exception.failed()) return false;
  assign(current, Value::object(&task));
  trace::emit<trace::Event::task_step>(trace_number(task));
  Var result;
  Outcome outcome = resume(t, task, exception, result);
  assign(current, Value::none());
  exception = Var();
  return after_step(t, task, outcome, result);
}

}  // namespace gilbox::py
