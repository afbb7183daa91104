// asyncio.Future: what Python programs see of it.
#include "modules/future_type.hpp"

#include "modules/awaiter.hpp"
#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/exception_types.hpp"
#include "types/generic_alias.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

Var text(Thread& t, const char* words) {
  return Var(Value::object(intern(t, std::string_view(words))));
}

bool begun(Thread& t, const Future& f) {
  if (!f.loop.is_unbound()) return true;
  raise(t, exc::RuntimeError, "%s object is not initialized.",
        is_subtype(f.type, &task_type) ? "Task" : "Future");
  return false;
}

bool future_init(Thread& t, Value v, const Args& args) {
  Value loop;
  return bind_arguments(t, "Future", "*, loop=None", args, &loop) &&
         future_begin(t, future_of(v), loop);
}

Var get_loop(Thread& t, Value v, const Value*) {
  return begun(t, future_of(v)) ? Var(future_of(v).loop) : Var::error();
}
Var done(Thread&, Value v, const Value*) {
  return Var::boolean(future_of(v).state != FutureState::Pending);
}
Var cancelled(Thread&, Value v, const Value*) {
  return Var::boolean(future_of(v).state == FutureState::Cancelled);
}
Var cancel(Thread& t, Value v, const Value* a) {
  if (!begun(t, future_of(v))) return Var::error();
  const int did = future_cancel(t, future_of(v), a[0]);
  return did < 0 ? Var::error() : Var::boolean(did != 0);
}
Var result(Thread& t, Value v, const Value*) {
  return begun(t, future_of(v)) ? future_result(t, future_of(v)) : Var::error();
}
Var exception(Thread& t, Value v, const Value*) {
  Future& f = future_of(v);
  if (!begun(t, f)) return Var::error();
  if (f.state == FutureState::Cancelled) {
    GILBOX_TRY(e, future_cancelled_error(t, f));
    return raise_instance(t, e);
  }
  if (f.state == FutureState::Pending)
    return raise(t, invalid_state_error_type, "Exception is not set.");
  f.never_retrieved = false;
  return Var(f.exception);
}
Var set_result(Thread& t, Value v, const Value* a) {
  if (!begun(t, future_of(v))) return Var::error();
  return future_set_result(t, future_of(v), a[0]) ? Var::none() : Var::error();
}
Var set_exception_(Thread& t, Value v, const Value* a) {
  if (!begun(t, future_of(v))) return Var::error();
  return future_set_exception(t, future_of(v), a[0]) ? Var::none() : Var::error();
}
Var make_cancelled_error(Thread& t, Value v, const Value*) {
  return future_cancelled_error(t, future_of(v));
}

Var add_done_callback(Thread& t, Value v, const Value* a) {
  if (!begun(t, future_of(v))) return Var::error();
  Ref<Context> own;
  Value context = a[1];
  if (context.is_unbound() || context.is_none()) {
    own = copy_current_context(t);
    if (!own) return Var::error();
    context = own.value();
  }
  return future_add_callback(t, future_of(v), a[0], context) ? Var::none() : Var::error();
}

// Takes the callbacks out into a list of (callable, context) in turn; null: error.
Ref<List> take_callbacks(Thread& t, Future& f) {
  Ref<List> all = make_list(t);
  if (!all || f.waiter.is_unbound()) return all;
  if (!list_append(t, *all, f.waiter) || !list_append(t, *all, f.waiter_context)) return {};
  if (!f.more.is_unbound() && !list_extend(t, *all, f.more)) return {};
  for (Value* field : {&f.waiter, &f.waiter_context, &f.more}) assign(*field, Value());
  return all;
}

Var remove_done_callback(Thread& t, Value v, const Value* a) {
  Future& f = future_of(v);
  if (!begun(t, f)) return Var::error();
  Ref<List> all = take_callbacks(t, f);
  if (!all) return Var::error();
  int64_t removed = 0;
  for (uint32_t i = 0; i + 1 < all->size; i += 2) {
    const bool is_task = all->items[i + 1].is_unbound();
    const int same = is_task ? 0 : equal(t, all->items[i], a[0]);
    if (same < 0) return Var::error();
    removed += same;
    if (!same && !future_add_callback(t, f, all->items[i], all->items[i + 1])) return Var::error();
  }
  return Var::small(removed);
}

// The callbacks as CPython shows them: None, or a list of (callable, context).
Var get_callbacks(Thread& t, Value v) {
  Future& f = future_of(v);
  if (f.waiter.is_unbound()) return Var::none();
  Ref<List> all = make_list(t);
  auto put = [&](Value callback, Value context) {
    Var caller(callback);
    Ref<Context> shown;
    if (context.is_unbound()) {
      caller = call1(t, Value::object(&task_caller_type), callback);
      shown = copy_current_context(t);
      if (caller.failed() || !shown) return false;
      context = shown.value();
    }
    Value pair[] = {caller, context};
    Ref<Tuple> made = make_tuple(t, pair, 2);
    return made && list_append(t, *all, made.value());
  };
  if (!all || !put(f.waiter, f.waiter_context)) return Var::error();
  if (!f.more.is_unbound()) {
    List& rest = *f.more.as<List>();
    for (uint32_t i = 0; i + 1 < rest.size; i += 2)
      if (!put(rest.items[i], rest.items[i + 1])) return Var::error();
  }
  return std::move(all).var();
}

Var get_state(Thread& t, Value v) {
  switch (future_of(v).state) {
    case FutureState::Pending: return text(t, "PENDING");
    case FutureState::Cancelled: return text(t, "CANCELLED");
    case FutureState::Finished: return text(t, "FINISHED");
  }
  return Var::none();
}
Var or_none(Value v) { return v.is_unbound() ? Var::none() : Var(v); }
bool set_blocking(Thread& t, Value v, Value to) {
  if (to.is_unbound()) return raise(t, exc::AttributeError, "cannot delete attribute"), false;
  const int is = truth(t, to);
  if (is < 0) return false;
  future_of(v).blocking = is != 0;
  return true;
}
bool set_log_traceback(Thread& t, Value v, Value to) {
  if (to.is_unbound()) return raise(t, exc::AttributeError, "cannot delete attribute"), false;
  const int is = truth(t, to);
  if (is < 0) return false;
  if (is) return raise(t, exc::ValueError, "_log_traceback can only be set to False"), false;
  future_of(v).never_retrieved = false;
  return true;
}
bool set_message(Thread&, Value v, Value to) {
  assign(future_of(v).cancel_message, to.is_unbound() ? Value::none() : to);
  return true;
}

Var future_await(Thread& t, Value v) {
  return begun(t, future_of(v)) ? make_future_iterator(t, &future_of(v)) : Var::error();
}

Var future_repr(Thread& t, Value v) {
  if (!begun(t, future_of(v))) return Var::error();
  Var f = asyncio_function(t, "asyncio.base_futures", "_future_repr");
  return f.failed() ? f : call1(t, f, v);
}

void future_finalize(Thread& t, Value v) {
  if (!future_of(v).never_retrieved) return;
  future_of(v).never_retrieved = false;
  Var report = asyncio_function(t, "asyncio.base_futures", "_never_retrieved");
  if (report.failed() || call1(t, report, v).failed()) report_unraisable(t, v);
}

void future_dealloc(Object* o) {
  future_release(*static_cast<Future*>(o));
  free_object(o, o->type->instance_size);
}

}  // namespace

const NativeDef kFutureMethods[] = {
    {"get_loop", get_loop, ""},
    {"done", done, ""},
    {"cancelled", cancelled, ""},
    {"cancel", cancel, "msg=None"},
    {"result", result, ""},
    {"exception", exception, ""},
    {"set_result", set_result, "result, /"},
    {"set_exception", set_exception_, "exception, /"},
    {"add_done_callback", add_done_callback, "fn, /, *, context=<unrepresentable>"},
    {"remove_done_callback", remove_done_callback, "fn, /"},
    {"_make_cancelled_error", make_cancelled_error, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {}};
const GetSetDef kFutureGetSet[] = {
    {"_state", get_state},
    {"_asyncio_future_blocking",
     [](Thread&, Value v) { return Var::boolean(future_of(v).blocking); }, set_blocking},
    {"_loop", [](Thread&, Value v) { return or_none(future_of(v).loop); }},
    {"_callbacks", get_callbacks},
    {"_result", [](Thread&, Value v) { return or_none(future_of(v).result); }},
    {"_exception",
     [](Thread&, Value v) {
       return future_of(v).state == FutureState::Finished ? Var(future_of(v).exception)
                                                          : Var::none();
     }},
    {"_log_traceback", [](Thread&, Value v) { return Var::boolean(future_of(v).never_retrieved); },
     set_log_traceback},
    {"_source_traceback", [](Thread&, Value v) { return or_none(future_of(v).source); }},
    {"_cancel_message", [](Thread&, Value v) { return Var(future_of(v).cancel_message); },
     set_message},
    {}};

Var future_new(Thread& t, Type& type, const Args&) {
  auto* f = static_cast<Future*>(new_object(t, type, type.instance_size));
  if (!f) return Var::error();
  f->loop = f->result = f->waiter = f->waiter_context = f->more = f->source = Value();
  f->exception = f->traceback = f->cancel_message = Value::none();
  return Var::adopt(Value::object(f));
}
void future_traverse(Object* o, Visitor& visit) {
  auto* f = static_cast<Future*>(o);
  visit(f->dict);
  for (Value v : {f->loop, f->result, f->exception, f->traceback, f->cancel_message, f->waiter,
                  f->waiter_context, f->more, f->source})
    visit(v);
}
void future_clear(Object* o) {
  auto* f = static_cast<Future*>(o);
  if (f->dict) release(static_cast<Object*>(std::exchange(f->dict, nullptr)));
  for (Value* field : {&f->result, &f->waiter, &f->waiter_context, &f->more, &f->source, &f->loop})
    assign(*field, Value());
  for (Value* field : {&f->exception, &f->traceback, &f->cancel_message})
    assign(*field, Value::none());
}
void future_release(Future& f) {
  if (f.dict) release(static_cast<Object*>(f.dict));
  for (Value v : {f.loop, f.result, f.exception, f.traceback, f.cancel_message, f.waiter,
                  f.waiter_context, f.more, f.source})
    release(v);
}

Type future_type = [] {
  Type t = static_type("_asyncio.Future", sizeof(Future), kGc | kBase);
  t.dict_offset = offsetof(Future, dict);
  t.weak_offset = offsetof(Future, weak);
  t.new_ = future_new;
  t.init = future_init;
  t.repr = future_repr;
  t.iter = future_await;
  t.await = future_await;
  t.finalize = future_finalize;
  t.traverse = future_traverse;
  t.clear = future_clear;
  t.dealloc = future_dealloc;
  t.methods = kFutureMethods;
  t.getset = kFutureGetSet;
  return t;
}();

}  // namespace gilbox::py
