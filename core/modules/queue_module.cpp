// _queue: SimpleQueue, an unbounded queue that needs no lock of its own: the GIL is enough.
#include "modules/deque.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"
#include "sync/clock.hpp"
#include "types/generic_alias.hpp"
#include "vm/wait_list.hpp"

namespace gilbox::py {

namespace {

struct SimpleQueue : Object {
  Object* weak;
  Deque* items;
  WaitList getters;
};
SimpleQueue& self_of(Value v) { return *v.as<SimpleQueue>(); }
extern Type simple_queue_type;
Value empty_error;  // class _queue.Empty; lives as long as the interpreter

Var queue_new(Thread& t, Type& type, const Args& args) {
  if (args.count || args.keyword_count())
    return raise(t, exc::TypeError, "SimpleQueue() takes no arguments");
  Ref<Deque> items = make_deque(t);
  auto* q = static_cast<SimpleQueue*>(items ? new_object(t, type, type.instance_size) : nullptr);
  if (!q) return Var::error();
  q->items = items.take();
  return Var::adopt(Value::object(q));
}

Var put(Thread& t, Value v, const Value* a) {
  SimpleQueue& q = self_of(v);
  if (!deque_append(t, *q.items, a[0])) return Var::error();
  if (!q.getters.empty()) q.getters.wake_one();
  return Var::none();
}

Var raise_empty(Thread& t) { return raise_none(t, *empty_error.as<Type>()); }

Var resume_get(Thread& t, Wait& wait, bool timed_out) {
  SimpleQueue& q = self_of(wait.state[0]);
  Var item = deque_pop_left(*q.items);
  if (!item.is_unbound()) {
    q.getters.leave(wait);
    return item;
  }
  if (timed_out || sync::monotonic_now() >= wait.deadline) {
    q.getters.leave(wait);
    return raise_empty(t);
  }
  if (auto* node = reinterpret_cast<WaitList::Node*>(static_cast<uintptr_t>(wait.number[0])))
    node->woken = false;
  return Var::blocked();
}
void cancel_get(Thread&, Wait& wait) {
  SimpleQueue& q = self_of(wait.state[0]);
  q.getters.leave(wait);
  if (q.items->size) q.getters.wake_one();
}

Var get(Thread& t, Value v, const Value* a) {
  SimpleQueue& q = self_of(v);
  int block = a[0].is_unbound() ? 1 : truth(t, a[0]);
  if (block < 0) return Var::error();
  int64_t deadline = INT64_MAX;
  if (block && !a[1].is_unbound() && !a[1].is_none()) {
    double seconds = 0;
    const bool number = is_float(a[1]) || is_int(a[1]);
    if (number && !to_double(t, a[1], seconds)) return Var::error();
    if (seconds < 0) return raise(t, exc::ValueError, "'timeout' must be a non-negative number");
    if (!deadline_after(t, a[1], deadline)) return Var::error();
  }
  Var item = deque_pop_left(*q.items);
  if (!item.is_unbound()) return item;
  if (!block) return raise_empty(t);
  if (!q.getters.join(t, WaitKind::Queue, deadline)) return Var::error();
  t.wait.resume = resume_get;
  t.wait.cancel = cancel_get;
  t.wait.object = Var(v);
  t.wait.state[0] = Var(v);
  return Var::blocked();
}
Var get_nowait(Thread& t, Value v, const Value*) {
  Var item = deque_pop_left(*self_of(v).items);
  return item.is_unbound() ? raise_empty(t) : item;
}
Var empty(Thread&, Value v, const Value*) { return Var::boolean(self_of(v).items->size == 0); }
Var qsize(Thread&, Value v, const Value*) { return Var::small(self_of(v).items->size); }

// How many threads wait for an item, those included that one was just put for.
Var getters(Thread&, Value v, const Value*) {
  int64_t count = 0;
  for (const WaitList::Node* n = self_of(v).getters.first(); n; n = n->next) ++count;
  return Var::small(count);
}

void traverse(Object* o, Visitor& visit) { visit(static_cast<SimpleQueue*>(o)->items); }
void dealloc(Object* o) {
  gc_untrack(o);
  if (*weak_list(o)) clear_weak_refs(current_thread, o);
  release(static_cast<Object*>(static_cast<SimpleQueue*>(o)->items));
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"put", put, "item, block=True, timeout=None"},
    {"put_nowait", put, "item"},
    {"get", get, "block=True, timeout=None"},
    {"get_nowait", get_nowait, ""},
    {"empty", empty, ""},
    {"qsize", qsize, ""},
    {"_getters", getters, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};
Type simple_queue_type = [] {
  Type t = static_type("_queue.SimpleQueue", sizeof(SimpleQueue), kGc | kBase);
  t.weak_offset = offsetof(SimpleQueue, weak);
  t.new_ = queue_new;
  t.traverse = traverse;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

bool fill(Thread& t, Module& m) {
  Ref<Dict> ns = make_dict(t);
  Ref<Str> module = make_ascii(t, "_queue"),
           doc = make_ascii(t, "Exception raised by Queue.get(block=0)/get_nowait().");
  if (!ns || !module || !doc || !dict_set(t, *ns, names::d_module, module.value()) ||
      !dict_set(t, *ns, names::d_doc, doc.value()))
    return false;
  Value base = Value::object(&exc::Exception);
  Ref<Tuple> bases = make_tuple(t, &base, 1);
  Type* made =
      bases ? make_class(t, type_type, intern(t, std::string_view("Empty")), bases.get(), ns.get())
            : nullptr;
  if (!made) return false;
  empty_error = Value::object(made);  // the one reference is the module's
  bool ok = add(t, m, "Empty", empty_error);
  release(empty_error);
  return ok && add_type(t, m, simple_queue_type);
}

}  // namespace

extern const ModuleDef _queue_module;
const ModuleDef _queue_module = {"_queue", nullptr, fill};

}  // namespace gilbox::py
