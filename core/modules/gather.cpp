#include "modules/gather.hpp"

#include "modules/event_loop.hpp"
#include "modules/future_type.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

Gathering& self_of(Value v) { return *v.as<Gathering>(); }

// The future of one argument; a coroutine becomes a task of `loop` (none yet: of the current one).
Var ensure_future(Thread& t, Value argument, Value loop) {
  if (loop.is_object() && is_coroutine(argument)) return create_task(t, loop, argument);
  if (is_exact_future(argument) && loop.is_object() && future_of(argument).loop == loop)
    return Var(argument);
  GILBOX_TRY(ensure, asyncio_function(t, "asyncio.tasks", "ensure_future"));
  Value keyword = Value::object(intern(t, std::string_view("loop")));
  Ref<Tuple> named = make_tuple(t, &keyword, 1);
  Value given[] = {argument, loop};
  return named ? call(t, ensure, Args{given, 1, named.get()}) : Var::error();
}

// What children end with, in a list; a cancellation is an exception like any other.
Ref<List> results_of(Thread& t, Gathering& g) {
  Ref<List> results = make_list(t);
  if (!results || !list_reserve(t, *results, g.children->size)) return {};
  for (uint32_t i = 0; i < g.children->size; ++i) {
    Future& child = future_of(g.children->items[i]);
    Var result(child.result);
    if (child.state == FutureState::Cancelled) {
      Ref<Str> empty = empty_str(t);
      if (!empty) return {};
      Value message = child.cancel_message.is_none() ? empty.value() : child.cancel_message;
      result = call1(t, Value::object(&cancelled_error_type), message);
      if (result.failed()) return {};
    } else if (child.exception.is_object()) {
      child.never_retrieved = false;
      result = Var(child.exception);
    }
    if (!list_append(t, *results, result)) return {};
  }
  return results;
}

bool all_done(Thread& t, Gathering& g) {
  Ref<List> results = results_of(t, g);
  if (!results) return false;
  if (!g.cancel_requested) return future_set_result(t, g, results.value());
  // One of the children's cancellations, with its message, becomes that of the whole.
  Future& last = future_of(g.children->items[g.children->size - 1]);
  Var error = future_cancelled_error(t, last);
  return !error.failed() && future_set_exception(t, g, error);
}

Var cancel(Thread& t, Value v, const Value* a) {
  Gathering& g = self_of(v);
  Ref<Gathering> held(&g);
  if (g.state != FutureState::Pending) return Var::boolean(false);
  Value message = a[0].is_unbound() ? Value::none() : a[0];
  Value keyword = Value::object(names::s_msg);
  Ref<Tuple> named = make_tuple(t, &keyword, 1);
  NativeCall nested(t);
  if (!nested.ok() || !named) return Var::error();
  bool any = false;
  for (uint32_t i = 0; i < g.children->size; ++i) {
    Var child(g.children->items[i]);
    GILBOX_TRY(method, get_attr(t, child, "cancel"));
    GILBOX_TRY(did, call(t, method, Args{&message, 0, named.get()}));
    any |= truth(t, did) > 0;
  }
  if (any) g.cancel_requested = true;
  return Var::boolean(any);
}

void traverse(Object* o, Visitor& visit) {
  future_traverse(o, visit);
  visit(static_cast<Gathering*>(o)->children);
}
void clear(Object* o) {
  auto* g = static_cast<Gathering*>(o);
  if (g->children) release(static_cast<Object*>(std::exchange(g->children, nullptr)));
  future_clear(o);
}
void dealloc(Object* o) {
  auto* g = static_cast<Gathering*>(o);
  if (g->children) release(static_cast<Object*>(g->children));
  future_release(*g);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {{"cancel", cancel, "msg=None"}, {}};

// The children of the arguments: one for each, the same for the same. The loop comes with the
// first.
Ref<List> make_children(Thread& t, const Args& args, Var& loop, uint32_t& different) {
  Ref<List> children = make_list(t);
  Ref<Dict> once = make_dict(t);
  if (!children || !once || !list_reserve(t, *children, args.count)) return {};
  loop = running_loop(t);
  if (loop.is_unbound()) loop = Var::none();
  for (uint32_t i = 0; i < args.count; ++i) {
    Var child = args.count == 1 ? Var::unbound() : dict_get_item(t, *once, args.values[i]);
    if (child.failed()) return {};
    if (child.is_unbound()) {
      child = ensure_future(t, args.values[i], loop);
      if (child.failed()) return {};
      if (!is_future(child)) {
        raise(t, exc::TypeError, "gather() takes asyncio futures, not %R", child.get());
        return {};
      }
      if (loop.get().is_none()) loop = Var(future_of(child).loop);
      if (child.get() != args.values[i] && is_instance(child, task_type))
        task_of(child).tells_if_destroyed = false;
      ++different;
      if (!dict_set_item(t, *once, args.values[i], child)) return {};
    }
    if (!list_append(t, *children, child)) return {};
  }
  return children;
}

// Tells g of the end of a child: soon, or at once when it has ended already.
bool follow(Thread& t, Gathering& g, Value child) {
  if (future_of(child).state != FutureState::Pending)
    return gathering_child_done(t, g, future_of(child));
  return future_add_callback(t, future_of(child), Value::object(&g), Value());
}

}  // namespace

Type gathering_type = [] {
  Type t = static_type("asyncio.tasks._GatheringFuture", sizeof(Gathering), kGc | kBase);
  t.base = &future_type;
  t.dict_offset = offsetof(Gathering, dict);
  t.weak_offset = offsetof(Gathering, weak);
  t.new_ = future_new;
  t.traverse = traverse;
  t.clear = clear;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

bool gathering_child_done(Thread& t, Gathering& g, Future& child) {
  Ref<Gathering> held(&g);
  --g.left;
  if (g.state != FutureState::Pending) {
    child.never_retrieved = false;  // too late to be told
    return true;
  }
  if (!g.return_exceptions) {
    if (child.state == FutureState::Cancelled) {
      Var error = future_cancelled_error(t, child);
      return !error.failed() && future_set_exception(t, g, error);
    }
    if (child.exception.is_object()) {
      child.never_retrieved = false;
      return future_set_exception(t, g, child.exception);
    }
  }
  return g.left || all_done(t, g);
}

Var gather(Thread& t, Value, const Args& args) {
  bool return_exceptions = false;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Utf8 word(*args.names->items[k].as<Str>());
    if (word.view() != "return_exceptions")
      return raise(t, exc::TypeError, "gather() got an unexpected keyword argument '%U'",
                   args.names->items[k].as<Str>());
    const int is = truth(t, args.values[args.count + k]);
    if (is < 0) return Var::error();
    return_exceptions = is != 0;
  }
  if (args.count == 0) {
    GILBOX_TRY(get_loop, asyncio_function(t, "asyncio.events", "get_event_loop"));
    GILBOX_TRY(loop, call(t, get_loop));
    Ref<Future> none = make_future(t, loop);
    Ref<List> empty = make_list(t);
    return none && empty && future_set_result(t, *none, empty.value()) ? std::move(none).var()
                                                                       : Var::error();
  }
  Var loop;
  uint32_t different = 0;
  Ref<List> children = make_children(t, args, loop, different);
  if (!children) return Var::error();
  Var made = future_new(t, gathering_type, {});
  if (made.failed()) return made;
  Gathering& g = self_of(made);
  g.return_exceptions = return_exceptions;
  g.left = different;
  retain(children.value());
  g.children = children.get();
  if (!future_begin(t, g, loop)) return Var::error();
  if (different == children->size) {
    for (uint32_t i = 0; i < children->size; ++i)
      if (!follow(t, g, children->items[i])) return Var::error();
    return made;
  }
  Ref<Set> seen = make_set(t, set_type);
  for (uint32_t i = 0; seen && i < children->size; ++i) {
    const int fresh = set_add(t, *seen, children->items[i]);
    if (fresh < 0 || (fresh && !follow(t, g, children->items[i]))) return Var::error();
  }
  return seen ? std::move(made) : Var::error();
}

}  // namespace gilbox::py
