#include "modules/future.hpp"

#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "modules/gather.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "trace/observer.hpp"
#include "types/exception_types.hpp"

namespace gilbox::py {

namespace {

Var invalid_state(Thread& t, const char* text) {
  return raise(t, invalid_state_error_type, "%s", text);
}

// Calls one callback of a future that is done: soon, by the loop.
bool run_callback(Thread& t, Future& f, Value callback, Value context) {
  if (context.is_unbound() && callback.object()->type == &gathering_type) {
    Ref<Context> own = copy_current_context(t);
    return own && loop_call_soon(t, f.loop, callback, Value::object(&f), own.value());
  }
  if (context.is_unbound()) {
    if (trace::observing(trace::Group::tasks)) [[unlikely]]
      trace::emit<trace::Event::task_wake>(reinterpret_cast<uintptr_t>(callback.object()),
                                           acting_task(f));
    return task_schedule(t, task_of(callback));
  }
  return loop_call_soon(t, f.loop, callback, Value::object(&f), context);
}

// The future is done: everyone who waits is told.
bool release_callbacks(Thread& t, Future& f) {
  if (f.waiter.is_unbound()) return true;
  Var first = Var::adopt(std::exchange(f.waiter, Value()));
  Var context = Var::adopt(std::exchange(f.waiter_context, Value()));
  Var more = Var::adopt(std::exchange(f.more, Value()));
  if (!run_callback(t, f, first, context)) return false;
  if (more.is_unbound()) return true;
  List& rest = *more.as<List>();
  for (uint32_t i = 0; i + 1 < rest.size; i += 2)
    if (!run_callback(t, f, rest.items[i], rest.items[i + 1])) return false;
  return true;
}

// The exception that set_exception() stores; error when it cannot be one.
Var exception_to_store(Thread& t, Value exception) {
  Var e(exception);
  if (is_type(exception)) {
    e = call(t, exception);
    if (e.failed()) return e;
  }
  if (!is_exception(e)) return raise(t, exc::TypeError, "invalid exception object");
  if (!matches(e, exc::StopIteration)) return e;
  raise(t, exc::RuntimeError,
        "StopIteration interacts badly with generators and cannot be raised into a Future");
  Var replaced = take_exception(t);
  assign_field(replaced.as<Exception>()->cause, e);
  assign_field(replaced.as<Exception>()->context, e);
  replaced.as<Exception>()->suppress_context = true;
  return replaced;
}

}  // namespace

Ref<Future> make_future(Thread& t, Value loop) {
  auto f = Ref<Future>::adopt(
      static_cast<Future*>(future_type.new_(t, future_type, {}).take().object()));
  return f && future_begin(t, *f, loop) ? std::move(f) : Ref<Future>();
}

bool future_begin(Thread& t, Future& f, Value loop) {
  Var found;
  if (loop.is_unbound() || loop.is_none()) {
    found = asyncio_function(t, "asyncio.events", "get_event_loop");
    if (!found.failed()) found = call(t, found);
    if (found.failed()) return false;
    loop = found;
  }
  assign(f.loop, loop);
  f.state = FutureState::Pending;
  f.blocking = f.never_retrieved = false;
  for (Value* field : {&f.result, &f.waiter, &f.waiter_context, &f.more, &f.source})
    assign(*field, Value());
  for (Value* field : {&f.exception, &f.traceback, &f.cancel_message})
    assign(*field, Value::none());
  f.native_loop = is_instance(loop, event_loop_type) && loop_of(loop).own_call_soon;
  if (!f.native_loop || !loop_of(loop).debug) return true;
  Var extract = asyncio_function(t, "asyncio.format_helpers", "extract_stack");
  Var stack = extract.failed() ? Var::error() : call(t, extract);
  if (stack.failed()) return false;
  assign(f.source, stack);
  return true;
}

bool future_set_result(Thread& t, Future& f, Value result) {
  if (f.state != FutureState::Pending) return invalid_state(t, "invalid state"), false;
  assign(f.result, result);
  f.state = FutureState::Finished;
  return release_callbacks(t, f);
}

bool future_set_exception(Thread& t, Future& f, Value exception) {
  if (f.state != FutureState::Pending) return invalid_state(t, "invalid state"), false;
  Var e = exception_to_store(t, exception);
  if (e.failed()) return false;
  assign(f.exception, e);
  assign(f.traceback, e.as<Exception>()->traceback);
  f.state = FutureState::Finished;
  f.never_retrieved = true;
  return release_callbacks(t, f);
}

int future_cancel(Thread& t, Future& f, Value message) {
  f.never_retrieved = false;
  if (f.state != FutureState::Pending) return 0;
  f.state = FutureState::Cancelled;
  assign(f.cancel_message, message.is_unbound() ? Value::none() : message);
  return release_callbacks(t, f) ? 1 : -1;
}

Var future_cancelled_error(Thread& t, Future& f) {
  if (f.exception.is_object()) return Var::adopt(std::exchange(f.exception, Value::none()));
  return f.cancel_message.is_none()
             ? call(t, Value::object(&cancelled_error_type))
             : call1(t, Value::object(&cancelled_error_type), f.cancel_message);
}

Var future_result(Thread& t, Future& f) {
  switch (f.state) {
    case FutureState::Finished: {
      if (f.exception.is_none()) return Var(f.result);
      f.never_retrieved = false;
      Var e(f.exception);
      assign_field(e.as<Exception>()->traceback, f.traceback);
      return raise_instance(t, e);
    }
    case FutureState::Cancelled: {
      GILBOX_TRY(e, future_cancelled_error(t, f));
      return raise_instance(t, e);
    }
    case FutureState::Pending: break;
  }
  return invalid_state(t, "Result is not set.");
}

bool future_add_callback(Thread& t, Future& f, Value callback, Value context) {
  if (f.state != FutureState::Pending) return run_callback(t, f, callback, context);
  if (f.waiter.is_unbound()) {
    assign(f.waiter, callback);
    assign(f.waiter_context, context);
    return true;
  }
  if (f.more.is_unbound()) {
    Ref<List> list = make_list(t);
    if (!list) return false;
    f.more = Value::object(list.take());
  }
  return list_append(t, *f.more.as<List>(), callback) &&
         list_append(t, *f.more.as<List>(), context);
}

Var asyncio_function(Thread& t, const char* module, const char* name) {
  Value found = dict_get(*interpreter.modules, intern(t, std::string_view(module)));
  if (found.is_unbound()) return raise(t, exc::RuntimeError, "%s is not imported", module);
  return get_attr(t, found, name);
}

}  // namespace gilbox::py
