// isinstance and issubclass.
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// __bases__ of something that only looks like a class. Unbound: it does not.
Var abstract_bases(Thread& t, Value cls) {
  Var bases = get_attr_or_unbound(t, cls, names::d_bases);
  if (bases.failed() || bases.is_unbound() || is_tuple(bases)) return bases;
  return Var::unbound();
}

int abstract_subclass(Thread& t, Value derived, Value cls) {
  if (derived == cls) return 1;
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return -1;
  Var bases = abstract_bases(t, derived);
  if (bases.failed()) return -1;
  if (bases.is_unbound()) return 0;
  Tuple& all = *bases.as<Tuple>();
  for (uint32_t i = 0; i < all.size; ++i)
    if (int r = abstract_subclass(t, all.items[i], cls)) return r;
  return 0;
}

bool check_class(Thread& t, Value cls, const char* message) {
  Var bases = abstract_bases(t, cls);
  if (bases.failed()) return false;
  if (bases.is_unbound()) return raise(t, exc::TypeError, "%s", message), false;
  return true;
}

int real_instance(Thread& t, Value v, Value cls) {
  if (is_type(cls)) {
    if (is_subtype(fast_type_of(v), cls.as<Type>())) return 1;
    Var its_class = get_attr_or_unbound(t, v, names::d_class);
    if (its_class.failed()) return -1;
    return is_type(its_class) && its_class.as<Type>() != fast_type_of(v) &&
           is_subtype(its_class.as<Type>(), cls.as<Type>());
  }
  if (!check_class(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"))
    return -1;
  Var its_class = get_attr_or_unbound(t, v, names::d_class);
  if (its_class.failed()) return -1;
  return its_class.is_unbound() ? 0 : abstract_subclass(t, its_class, cls);
}

int real_subclass(Thread& t, Value derived, Value cls) {
  if (is_type(derived) && is_type(cls)) return is_subtype(derived.as<Type>(), cls.as<Type>());
  if (!check_class(t, derived, "issubclass() arg 1 must be a class") ||
      !check_class(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
    return -1;
  return abstract_subclass(t, derived, cls);
}

template <class One>
int any_of(Thread& t, Value classes, One&& one) {
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return -1;
  Ref<Tuple> all(classes.as<Tuple>());
  for (uint32_t i = 0; i < all->size; ++i)
    if (int r = one(all->items[i])) return r;
  return 0;
}

}  // namespace

int default_instance_check(Thread& t, Value v, Value cls) { return real_instance(t, v, cls); }
int default_subclass_check(Thread& t, Value v, Value cls) { return real_subclass(t, v, cls); }

int is_instance_of(Thread& t, Value v, Value cls) {
  if (is_type(cls) && fast_type_of(v) == cls.as<Type>()) return 1;
  if (fast_type_of(cls) == &type_type) return real_instance(t, v, cls);
  if (is_tuple(cls)) return any_of(t, cls, [&](Value one) { return is_instance_of(t, v, one); });
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return -1;
  Var r = call_special(t, cls, names::d_instancecheck, &v, 1);
  if (r.failed()) return -1;
  return r.is_unbound() ? real_instance(t, v, cls) : truth(t, r);
}

int is_subclass_of(Thread& t, Value derived, Value cls) {
  if (fast_type_of(cls) == &type_type) {
    if (derived == cls) return 1;
    return real_subclass(t, derived, cls);
  }
  if (is_tuple(cls))
    return any_of(t, cls, [&](Value one) { return is_subclass_of(t, derived, one); });
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return -1;
  Var r = call_special(t, cls, names::d_subclasscheck, &derived, 1);
  if (r.failed()) return -1;
  return r.is_unbound() ? real_subclass(t, derived, cls) : truth(t, r);
}

}  // namespace gilbox::py
