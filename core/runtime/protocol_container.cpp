// Length, items, membership, iteration.
#include "runtime/class_slots.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

// types/iterators.cpp
extern Type sequence_iterator_type;
Var make_sequence_iterator(Thread& t, Type& type, Value source, int64_t index);
// types/generic_alias.cpp
Var make_generic_alias(Thread& t, Value origin, Value parameters);

int64_t length(Thread& t, Value v) {
  Type* type = fast_type_of(v);
  if (!type->length) return raise(t, exc::TypeError, "object of type '%T' has no len()", v), -1;
  return type->length(t, v);
}

int64_t length_hint(Thread& t, Value v, int64_t fallback) {
  if (fast_type_of(v)->length) {
    int64_t n = length(t, v);
    if (n >= 0) return n;
    if (!clear_if(t, exc::TypeError)) return -1;
  }
  Var r = call_special(t, v, names::d_length_hint);
  if (r.failed()) return clear_if(t, exc::TypeError) ? fallback : -1;
  if (r.is_unbound() || r.get().is_not_implemented()) return fallback;
  if (!is_int(r))
    return raise(t, exc::TypeError, "__length_hint__ must be an integer, not %T", r.get()), -1;
  int64_t n;
  if (!to_int64(t, r, n)) return -1;
  if (n < 0) return raise(t, exc::ValueError, "__length_hint__() should return >= 0"), -1;
  return n;
}

Var get_item(Thread& t, Value v, Value key) {
  Type* type = fast_type_of(v);
  if (type->get_item) return type->get_item(t, v, key);
  if (is_type(v)) {
    if (v == Value::object(&type_type)) return make_generic_alias(t, v, key);  // type[C]
    Var method = get_attr_or_unbound(t, v, names::d_class_getitem);
    if (method.failed()) return method;
    if (!method.is_unbound()) return call1(t, method, key);
    return raise(t, exc::TypeError, "type '%N' is not subscriptable", v.as<Type>());
  }
  return raise(t, exc::TypeError, "'%T' object is not subscriptable", v);
}

bool set_item(Thread& t, Value v, Value key, Value value) {
  Type* type = fast_type_of(v);
  if (type->set_item) return type->set_item(t, v, key, value);
  // CPython's words differ between what has sequence methods and what has not.
  bool sequence = has_flag(type, kHeap) || type->length || type->contains;
  return raise(t, exc::TypeError,
               value.is_unbound() ? sequence && (is_int(key) || fast_type_of(key)->index)
                                        ? "'%T' object doesn't support item deletion"
                                        : "'%T' object does not support item deletion"
                                  : "'%T' object does not support item assignment",
               v),
         false;
}

int contains(Thread& t, Value container, Value item) {
  Type* type = fast_type_of(container);
  if (type->contains) return type->contains(t, container, item);
  Var it = iter(t, container);
  if (it.failed()) {
    if (clear_if(t, exc::TypeError))
      raise(t, exc::TypeError, "argument of type '%T' is not iterable", container);
    return -1;
  }
  for (;;) {
    Var one = next(t, it);
    if (one.failed()) return -1;
    if (one.is_unbound()) return 0;
    if (int same = equal(t, one, item)) return same;
  }
}

Var iter(Thread& t, Value v) {
  Type* type = fast_type_of(v);
  if (!type->iter) {
    if (type->get_item && !has_flag(type, kSubDict))
      return make_sequence_iterator(t, sequence_iterator_type, v, 0);
    return raise(t, exc::TypeError, "'%T' object is not iterable", v);
  }
  Var it = type->iter(t, v);
  if (!it.failed() && !fast_type_of(it)->next)
    return raise(t, exc::TypeError, "iter() returned non-iterator of type '%T'", it.get());
  return it;
}

Var next(Thread& t, Value iterator) {
  UnaryFn fn = fast_type_of(iterator)->next;
  if (!fn) return raise(t, exc::TypeError, "'%T' object is not an iterator", iterator);
  if (interrupted(t)) [[unlikely]]
    return Var::error();                   // a native that walks without end must hear Ctrl-C
  NativeCall depth(t, NativeCall::kStep);  // a map over a map over a map …
  if (!depth.ok()) [[unlikely]]
    return Var::error();
  Var r = fn(t, iterator);
  if (r.is_blocked()) [[unlikely]]
    return hooks.wait_in_place ? hooks.wait_in_place(t)
                               : raise(t, exc::SystemError, "nothing here can wait");
  if (r.failed() && clear_if(t, exc::StopIteration)) return Var::unbound();
  return r;
}

}  // namespace gilbox::py
