// weakref.ref, and the lists behind it (runtime/weak_reference.hpp).
#include "runtime/weak_reference.hpp"

#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py {

void unlink_weak_ref(WeakRef& ref) {
  if (!ref.referent) return;
  if (ref.previous)
    ref.previous->next = ref.next;
  else if (WeakRef** list = weak_list(ref.referent))
    *list = ref.next;
  if (ref.next) ref.next->previous = ref.previous;
  ref.next = ref.previous = nullptr;
  ref.referent = nullptr;
}

Ref<WeakRef> make_weak_ref(Thread& t, Type& type, Value referent, Value callback) {
  WeakRef** list = referent.is_object() ? weak_list(referent.object()) : nullptr;
  if (!list) {
    raise(t, exc::TypeError, "cannot create weak reference to '%T' object", referent);
    return {};
  }
  // The plain reference is shared; it and the plain proxy stand first.
  if (callback.is_none()) {
    for (WeakRef* ref = *list; ref; ref = ref->next)
      if (ref->type == &type && ref->callback.is_none() && !has_flag(&type, kHeap) &&
          ref->references > 0)
        return Ref<WeakRef>(ref);
  }
  auto* ref = make<WeakRef>(t, type, type.instance_size);
  if (!ref) return {};
  ref->callback = Value::none();
  retain(callback);
  ref->callback = callback;
  ref->referent = referent.object();
  list = weak_list(referent.object());
  // The newest first: callbacks run in that order, as in CPython. The plain one keeps the front.
  WeakRef* after = nullptr;
  if (*list && (*list)->callback.is_none() && !callback.is_none()) {
    after = *list;
    while (after->next && after->next->callback.is_none()) after = after->next;
  }
  ref->previous = after;
  ref->next = after ? after->next : *list;
  if (ref->next) ref->next->previous = ref;
  (after ? after->next : *list) = ref;
  return Ref<WeakRef>::adopt(ref);
}

void clear_weak_refs(Thread* t, Object* referent) {
  WeakRef** list = weak_list(referent);
  Ref<List> due;
  // All go dead first: a callback must not see a half-dead object.
  while (WeakRef* ref = *list) {
    if (ref->references > 0 && t && !ref->callback.is_none()) {
      if (!due) due = make_list(*t);
      if (due) list_append(*t, *due, Value::object(ref));
    }
    unlink_weak_ref(*ref);
  }
  if (!due) return;
  Var held = take_exception(*t);
  for (uint32_t i = 0; i < due->size; ++i) {
    Var ref(due->items[i]);
    Var callback = Var::adopt(std::exchange(ref.as<WeakRef>()->callback, Value::none()));
    Var r = call1(*t, callback, ref);
    if (r.failed()) report_unraisable(*t, callback);
  }
  set_exception(*t, std::move(held));
}

namespace {

WeakRef& self_of(Value v) { return *v.as<WeakRef>(); }

Var ref_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count() && &type == &weak_ref_type)
    return raise(t, exc::TypeError, "ref() takes no keyword arguments");
  if (args.count < 1)
    return raise(t, exc::TypeError, "__new__ expected at least 1 argument, got %u", args.count);
  if (args.count > 2 && &type == &weak_ref_type)
    return raise(t, exc::TypeError, "__new__ expected at most 2 arguments, got %u", args.count);
  return make_weak_ref(t, type, args[0], args.count > 1 ? args[1] : Value::none()).var();
}
bool ref_init(Thread&, Value, const Args&) { return true; }

Var ref_call(Thread& t, Value v, const Args& args) {
  if (args.count || args.keyword_count())
    return raise(t, exc::TypeError, "__call__ expected 0 arguments, got %u", args.count);
  return weak_get(self_of(v));
}

Var ref_repr(Thread& t, Value v) {
  Var referent = weak_get(self_of(v));
  const void* address = v.object();
  if (referent.get().is_none()) return format_text(t, "<weakref at %p; dead>", address).var();
  Var name = get_attr_or_unbound(t, referent, names::d_name);
  if (name.failed()) return name;
  if (is_str(name))
    return format_text(t, "<weakref at %p; to '%T' at %p (%U)>", address, referent.get(),
                       static_cast<const void*>(referent.get().object()), name.as<Str>())
        .var();
  return format_text(t, "<weakref at %p; to '%T' at %p>", address, referent.get(),
                     static_cast<const void*>(referent.get().object()))
      .var();
}

bool ref_hash(Thread& t, Value v, int64_t& out) {
  WeakRef& ref = self_of(v);
  if (!ref.has_hash) {
    Var referent = weak_get(ref);
    if (referent.get().is_none())
      return raise(t, exc::TypeError, "weak object has gone away"), false;
    if (!hash(t, referent, ref.hash)) return false;
    ref.has_hash = true;
  }
  out = ref.hash;
  return true;
}

Var ref_compare(Thread& t, Value a, Value b, CompareOp op) {
  if ((op != CompareOp::EQ && op != CompareOp::NE) || !is_subtype(fast_type_of(b), &weak_ref_type))
    return Var::not_implemented();
  Var x = weak_get(self_of(a)), y = weak_get(self_of(b));
  if (x.get().is_none() || y.get().is_none())
    return Var::boolean((a == b) == (op == CompareOp::EQ));
  return compare(t, x, y, op);
}

Var get_callback(Thread&, Value v) { return Var(self_of(v).callback); }

void ref_traverse(Object* o, Visitor& visit) { visit(static_cast<WeakRef*>(o)->callback); }
void ref_clear(Object* o) {
  auto* ref = static_cast<WeakRef*>(o);
  unlink_weak_ref(*ref);
  Var gone = Var::adopt(std::exchange(ref->callback, Value::none()));
}
void ref_dealloc(Object* o) {
  auto* ref = static_cast<WeakRef*>(o);
  unlink_weak_ref(*ref);
  release(ref->callback);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class}, {}};
const GetSetDef kGetSet[] = {{"__callback__", get_callback}, {}};

}  // namespace

constinit Type weak_ref_type = [] {
  Type t = static_type("weakref.ReferenceType", sizeof(WeakRef), kBase | kGc);
  t.dealloc = ref_dealloc;
  t.traverse = ref_traverse;
  t.clear = ref_clear;
  t.repr = ref_repr;
  t.hash = ref_hash;
  t.compare = ref_compare;
  t.call = ref_call;
  t.new_ = ref_new;
  t.init = ref_init;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
