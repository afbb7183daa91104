// asyncio.Handle and asyncio.TimerHandle: a call on its way.
#include "modules/context.hpp"
#include "modules/event_loop.hpp"
#include "modules/gather.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

Handle& self_of(Value v) { return *v.as<Handle>(); }

void drop_call(Handle& h) {
  assign(h.callback, Value::none());
  assign(h.first, Value());
  assign(h.second, Value());
  h.count = 0;
}

Ref<Tuple> arguments_of(Thread& t, const Handle& h) {
  if (h.count == Handle::kMany) return Ref<Tuple>(h.first.as<Tuple>());
  Value values[] = {h.first, h.second};
  return make_tuple(t, values, h.count);
}

Var new_handle(Thread& t, Type& type, const Args& args) {
  const bool timer = is_subtype(&type, &timer_handle_type);
  Value a[5];
  if (!bind_arguments(
          t, timer ? "TimerHandle" : "Handle",
          timer ? "when, callback, args, loop, context=None" : "callback, args, loop, context=None",
          args, timer ? a : a + 1))
    return Var::error();
  Ref<Tuple> values = tuple_from(t, a[2]);
  double when = 0;
  if (!values || (timer && !to_double(t, a[0], when))) return Var::error();
  Ref<Handle> made = make_handle(t, type, a[1], values->items, values->size, a[3], a[4]);
  if (made) made->when = when;
  return std::move(made).var();
}

Var cancel(Thread& t, Value v, const Value*) {
  Ref<Handle> h(&self_of(v));
  if (h->cancelled) return Var::none();
  h->cancelled = true;
  const bool debug = is_instance(h->loop, event_loop_type) && loop_of(h->loop).debug;
  if (debug) {  // keeps the words for its repr
    Var words = asyncio_function(t, "asyncio.events", "_handle_words");
    if (!words.failed()) words = call1(t, words, v);
    if (words.failed()) return words;
    assign(h->second, Value());
    drop_call(*h);
    assign(h->second, words);
  } else {
    drop_call(*h);
  }
  if (h->scheduled && is_instance(h->loop, event_loop_type)) timer_cancelled(loop_of(h->loop));
  return Var::none();
}
Var cancelled(Thread&, Value v, const Value*) { return Var::boolean(self_of(v).cancelled); }
Var get_context(Thread&, Value v, const Value*) { return Var(self_of(v).context); }
Var when(Thread&, Value v, const Value*) { return Var::real(self_of(v).when); }
Var run_now(Thread& t, Value v, const Value*) {
  Handle& h = self_of(v);
  ThreadContext* here = thread_context(t);
  if (!here) return Var::error();
  retain(h.context);
  Context* before = swap_context(*here, h.context.as<Context>());
  const bool ok = handle_run(t, h);
  release(static_cast<Object*>(swap_context(*here, before)));
  return ok ? Var::none() : Var::error();
}

Var handle_repr(Thread& t, Value v) {
  Var f = asyncio_function(t, "asyncio.events", "_handle_repr");
  return f.failed() ? f : call1(t, f, v);
}

Var compare_timers(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_instance(b, timer_handle_type)) return Var::not_implemented();
  const Handle &x = self_of(a), &y = self_of(b);
  auto same = [&]() -> int {
    if (x.when != y.when || x.cancelled != y.cancelled) return 0;
    const int callbacks = equal(t, x.callback, y.callback);
    if (callbacks <= 0) return callbacks;
    Ref<Tuple> left = arguments_of(t, x), right = arguments_of(t, y);
    return left && right ? equal(t, left.value(), right.value()) : -1;
  };
  switch (op) {
    case CompareOp::LT: return Var::boolean(x.when < y.when);
    case CompareOp::GT: return Var::boolean(x.when > y.when);
    default: break;
  }
  const int equal_to = same();
  if (equal_to < 0) return Var::error();
  if (op == CompareOp::LE) return Var::boolean(x.when < y.when || equal_to);
  if (op == CompareOp::GE) return Var::boolean(x.when > y.when || equal_to);
  return Var::boolean((op == CompareOp::EQ) == (equal_to != 0));
}
bool hash_timer(Thread& t, Value v, int64_t& out) {
  return hash(t, Value::real(self_of(v).when), out);
}

void traverse(Object* o, Visitor& visit) {
  auto* h = static_cast<Handle*>(o);
  for (Value v : {h->callback, h->first, h->second, h->loop, h->context, h->source}) visit(v);
}
void clear(Object* o) {
  drop_call(*static_cast<Handle*>(o));
  assign(static_cast<Handle*>(o)->loop, Value::none());
}
void dealloc(Object* o) {
  auto* h = static_cast<Handle*>(o);
  for (Value v : {h->callback, h->first, h->second, h->loop, h->context, h->source}) release(v);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {{"cancel", cancel, ""},
                              {"cancelled", cancelled, ""},
                              {"get_context", get_context, ""},
                              {"_run", run_now, ""},
                              {}};
const NativeDef kTimerMethods[] = {{"when", when, ""}, {}};
const GetSetDef kGetSet[] = {
    {"_callback", [](Thread&, Value v) { return Var(self_of(v).callback); }},
    {"_args",
     [](Thread& t, Value v) {
       return self_of(v).cancelled ? Var::none() : arguments_of(t, self_of(v)).var();
     }},
    {"_cancelled", [](Thread&, Value v) { return Var::boolean(self_of(v).cancelled); }},
    {"_loop", [](Thread&, Value v) { return Var(self_of(v).loop); }},
    {"_context", [](Thread&, Value v) { return Var(self_of(v).context); }},
    {"_repr",
     [](Thread&, Value v) {
       Handle& h = self_of(v);
       return h.cancelled && !h.second.is_unbound() ? Var(h.second) : Var::none();
     }},
    {"_source_traceback",
     [](Thread&, Value v) {
       return self_of(v).source.is_unbound() ? Var::none() : Var(self_of(v).source);
     }},
    {"_when", [](Thread&, Value v) { return Var::real(self_of(v).when); }},
    {"_scheduled", [](Thread&, Value v) { return Var::boolean(self_of(v).scheduled); }},
    {}};

constexpr Type handle_like(const char* name) {
  Type t = static_type(name, sizeof(Handle), kGc | kBase);
  t.weak_offset = offsetof(Handle, weak);
  t.new_ = new_handle;
  t.repr = handle_repr;
  t.traverse = traverse;
  t.clear = clear;
  t.dealloc = dealloc;
  return t;
}

}  // namespace

Type handle_type = [] {
  Type t = handle_like("asyncio.events.Handle");
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();
Type timer_handle_type = [] {
  Type t = handle_like("asyncio.events.TimerHandle");
  t.base = &handle_type;
  t.compare = compare_timers;
  t.hash = hash_timer;
  t.methods = kTimerMethods;
  return t;
}();

Ref<Handle> make_handle(Thread& t, Type& type, Value callback, const Value* arguments,
                        uint32_t count, Value loop, Value context) {
  Ref<Context> own;
  if (context.is_unbound() || context.is_none()) {
    own = copy_current_context(t);
    if (!own) return {};
    context = own.value();
  } else if (!is_instance(context, context_type)) {
    raise(t, exc::TypeError, "'%T' object is not a contextvars.Context", context);
    return {};
  }
  Ref<Tuple> many;
  if (count > 2) {
    many = make_tuple(t, arguments, count);
    if (!many) return {};
  }
  auto* h = static_cast<Handle*>(new_object(t, type, type.instance_size));
  if (!h) return {};
  h->source = h->first = h->second = Value();
  h->timer = is_subtype(&type, &timer_handle_type);
  for (Value v : {callback, loop, context}) retain(v);
  h->callback = callback;
  h->loop = loop;
  h->context = context;
  if (many) {
    h->count = Handle::kMany;
    h->first = Value::object(many.take());
  } else {
    h->count = static_cast<uint8_t>(count);
    if (count > 0) retain(h->first = arguments[0]);
    if (count > 1) retain(h->second = arguments[1]);
  }
  Ref<Handle> made = Ref<Handle>::adopt(h);
  if (is_instance(loop, event_loop_type) && loop_of(loop).debug) {
    Var extract = asyncio_function(t, "asyncio.format_helpers", "extract_stack");
    Var stack = extract.failed() ? Var::error() : call(t, extract);
    if (stack.failed()) return {};
    assign(h->source, stack);
  }
  return made;
}

bool handle_run(Thread& t, Handle& handle) {
  Ref<Handle> h(&handle);
  Var callback(h->callback);
  Var result;
  if (fast_type_of(callback) == &gathering_type)
    return gathering_child_done(t, *callback.as<Gathering>(), future_of(h->first));
  if (h->count == Handle::kMany) {
    Var values(h->first);
    result = call(t, callback, values.as<Tuple>()->items, values.as<Tuple>()->size);
  } else {
    Value values[] = {h->first, h->second};
    Var first(values[0]), second(values[1]);
    result = call(t, callback, values, h->count);
  }
  if (!result.failed()) return true;
  if (matches(t, exc::KeyboardInterrupt) || matches(t, exc::SystemExit)) return false;
  Var error = take_exception(t);
  Var report = asyncio_function(t, "asyncio.events", "_callback_failed");
  Value arguments[] = {h.value(), error};
  return !report.failed() && !call(t, report, arguments, 2).failed();
}

}  // namespace gilbox::py
