#include "runtime/class_slots.hpp"

#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Var call_descriptor(Thread& t, Value descriptor, const Value* args, uint32_t count) {
  Type* type = fast_type_of(descriptor);
  Var held(descriptor);
  if (has_flag(type, kMethodLike)) return call(t, descriptor, args, count);
  if (!type->descr_get) return call(t, descriptor, args + 1, count - 1);
  Var owner(Value::object(fast_type_of(args[0])));
  Var bound = type->descr_get(t, descriptor, args[0], owner);
  if (bound.failed()) return bound;
  return call(t, bound, args + 1, count - 1);
}

namespace {

// Calls the method `name` of v's type; the slot is only set when it exists.
template <class... Rest>
Var call_slot(Thread& t, Str* name, Value v, Rest... rest) {
  Value method = lookup_in_type(*fast_type_of(v), name);
  if (method.is_unbound()) return raise_attribute_error(t, v, name);
  Value args[] = {v, rest...};
  return call_descriptor(t, method, args, 1 + sizeof...(rest));
}

Str* binary_name(int op, bool reflected) {
  using namespace names;
  static Str** const kNames[][2] = {
      {&d_add, &d_radd},       {&d_sub, &d_rsub},         {&d_mul, &d_rmul},
      {&d_matmul, &d_rmatmul}, {&d_truediv, &d_rtruediv}, {&d_floordiv, &d_rfloordiv},
      {&d_mod, &d_rmod},       {&d_pow, &d_rpow},         {&d_lshift, &d_rlshift},
      {&d_rshift, &d_rrshift}, {&d_and, &d_rand},         {&d_or, &d_ror},
      {&d_xor, &d_rxor},       {&d_divmod, &d_rdivmod},
  };
  return *kNames[op][reflected];
}

Str* in_place_name(int op) {
  using namespace names;
  static Str** const kNames[] = {&d_iadd,      &d_isub, &d_imul, &d_imatmul, &d_itruediv,
                                 &d_ifloordiv, &d_imod, &d_ipow, &d_ilshift, &d_irshift,
                                 &d_iand,      &d_ior,  &d_ixor};
  return *kNames[op];
}

// The method, or NotImplemented when the class has none by that name.
Var try_binary(Thread& t, Str* name, Value self, Value other) {
  Value method = lookup_in_type(*fast_type_of(self), name);
  if (method.is_unbound()) return Var::not_implemented();
  Value args[] = {self, other};
  return call_descriptor(t, method, args, 2);
}

constexpr int kDivmod = bytecode::kBinaryOpCount;

// Both operands' turns, as the reference says: the right one first when its class derives from the
// left one's and provides another reflected method.
Var run_binary(Thread& t, Value a, Value b, int op, BinaryFn self, BinaryFn of_a, BinaryFn of_b) {
  Type *ta = fast_type_of(a), *tb = fast_type_of(b);
  bool other = ta != tb && of_b == self;
  if (of_a == self) {
    if (other && is_subtype(tb, ta)) {
      Str* name = binary_name(op, true);
      if (!(lookup_in_type(*tb, name) == lookup_in_type(*ta, name))) {
        Var r = try_binary(t, name, b, a);
        if (!r.get().is_not_implemented()) return r;
        other = false;
      }
    }
    Var r = try_binary(t, binary_name(op, false), a, b);
    if (!r.get().is_not_implemented() || ta == tb) return r;
  }
  if (other) return try_binary(t, binary_name(op, true), b, a);
  return Var::not_implemented();
}

Var checked_str(Thread& t, Var r, const char* what) {
  if (r.failed() || is_str(r)) return r;
  return raise(t, exc::TypeError, "%s returned non-string (type %T)", what, r.get());
}

}  // namespace

template <int kOp>
Var slot_binary(Thread& t, Value a, Value b) {
  return run_binary(t, a, b, kOp, slot_binary<kOp>, fast_type_of(a)->binary[kOp],
                    fast_type_of(b)->binary[kOp]);
}
template <int kOp>
Var slot_in_place(Thread& t, Value a, Value b) {
  return call_slot(t, in_place_name(kOp), a, b);
}
#define GILBOX_EACH(op)                                \
  template Var slot_binary<op>(Thread&, Value, Value); \
  template Var slot_in_place<op>(Thread&, Value, Value);
GILBOX_EACH(0)
GILBOX_EACH(1)
GILBOX_EACH(2)
GILBOX_EACH(3)
GILBOX_EACH(4)
GILBOX_EACH(5)
GILBOX_EACH(6)
GILBOX_EACH(7)
GILBOX_EACH(8)
GILBOX_EACH(9)
GILBOX_EACH(10)
GILBOX_EACH(11)
GILBOX_EACH(12)
#undef GILBOX_EACH

Var slot_divmod(Thread& t, Value a, Value b) {
  return run_binary(t, a, b, kDivmod, slot_divmod, fast_type_of(a)->divmod,
                    fast_type_of(b)->divmod);
}

Var slot_repr(Thread& t, Value v) {
  return checked_str(t, call_slot(t, names::d_repr, v), "__repr__");
}
Var slot_str(Thread& t, Value v) {
  return checked_str(t, call_slot(t, names::d_str, v), "__str__");
}

bool slot_hash(Thread& t, Value v, int64_t& out) {
  Var r = call_slot(t, names::d_hash, v);
  if (r.failed()) return false;
  if (!is_int(r))
    return raise(t, exc::TypeError, "__hash__ method should return an integer"), false;
  Value i = int_value(r);
  if (!to_int64(t, i, out)) {  // what fits in a hash stays as it is
    clear_exception(t);
    if (!hash(t, i, out)) return false;
  }
  if (out == -1) out = -2;
  return true;
}

Var slot_compare(Thread& t, Value a, Value b, CompareOp op) {
  using namespace names;
  Str* const kNames[] = {d_lt, d_le, d_eq, d_ne, d_gt, d_ge};
  return try_binary(t, kNames[static_cast<int>(op)], a, b);
}

Var slot_get_attr(Thread& t, Value v, Str* name) {
  Type& type = *fast_type_of(v);
  Value get = lookup_in_type(type, names::d_getattribute);
  Value generic = lookup_in_type(object_type, names::d_getattribute);
  Value fallback = lookup_in_type(type, names::d_getattr);
  Value args[] = {v, Value::object(name)};
  Var held(fallback);
  Var r = get == generic ? generic_find_attr(t, v, name) : call_descriptor(t, get, args, 2);
  if (r.is_unbound()) {  // the usual way to the fallback: no exception is made for it
    if (fallback.is_unbound()) return raise_attribute_error(t, v, name);
  } else if (!r.failed() || fallback.is_unbound() || !clear_if(t, exc::AttributeError)) {
    return r;
  }
  return call_descriptor(t, fallback, args, 2);
}

bool slot_set_attr(Thread& t, Value v, Str* name, Value value) {
  Var r = value.is_unbound() ? call_slot(t, names::d_delattr, v, Value::object(name))
                             : call_slot(t, names::d_setattr, v, Value::object(name), value);
  return !r.failed();
}

Var slot_call(Thread& t, Value callee, const Args& args) {
  Value method = lookup_in_type(*fast_type_of(callee), names::d_call);
  if (method.is_unbound()) return raise_attribute_error(t, callee, names::d_call);
  Var held(method);
  Type* type = fast_type_of(method);
  if (has_flag(type, kMethodLike)) {
    WithSelf all(callee, args);
    if (!all.ok()) return raise_memory_error(t);
    return call(t, method, all.args());
  }
  Var bound = lookup_special(t, callee, names::d_call);
  if (bound.failed()) return bound;
  NativeCall depth(t);
  if (!depth.ok()) return Var::error();
  return call(t, bound, args);
}

Var slot_iter(Thread& t, Value v) {
  Value method = lookup_in_type(*fast_type_of(v), names::d_iter);
  if (method.is_none()) return raise(t, exc::TypeError, "'%T' object is not iterable", v);
  return call_slot(t, names::d_iter, v);
}

// A StopIteration stays set: it carries the value. next() in protocol.hpp turns it into `unbound`.
Var slot_next(Thread& t, Value v) { return call_slot(t, names::d_next, v); }

Var slot_descr_get(Thread& t, Value descriptor, Value instance, Value owner) {
  Value method = lookup_in_type(*fast_type_of(descriptor), names::d_get);
  if (method.is_unbound()) return Var(descriptor);  // only __set__ remained
  return call_slot(t, names::d_get, descriptor, instance.is_unbound() ? Value::none() : instance,
                   owner.is_unbound() ? Value::none() : owner);
}

bool slot_descr_set(Thread& t, Value descriptor, Value instance, Value v) {
  Var r = v.is_unbound() ? call_slot(t, names::d_delete, descriptor, instance)
                         : call_slot(t, names::d_set, descriptor, instance, v);
  return !r.failed();
}

bool slot_init(Thread& t, Value self, const Args& args) {
  Value method = lookup_in_type(*fast_type_of(self), names::d_init);
  Var held(method);
  Var r;
  if (has_flag(fast_type_of(method), kMethodLike)) {
    WithSelf all(self, args);
    if (!all.ok()) return raise_memory_error(t), false;
    r = call(t, method, all.args());
  } else {
    Var bound = lookup_special(t, self, names::d_init);
    if (bound.failed()) return false;
    r = call(t, bound, args);
  }
  if (r.failed()) return false;
  if (!r.get().is_none())
    return raise(t, exc::TypeError, "__init__() should return None, not '%T'", r.get()), false;
  return true;
}

Var slot_new(Thread& t, Type& type, const Args& args) {
  Var fn = get_attr(t, Value::object(&type), names::d_new);
  if (fn.failed()) return fn;
  WithSelf all(Value::object(&type), args);
  if (!all.ok()) return raise_memory_error(t);
  return call(t, fn, all.args());
}

void slot_finalize(Thread& t, Value v) {
  Value method = lookup_in_type(*fast_type_of(v), names::d_del);
  if (method.is_unbound()) return;
  Var held(method);
  Var r = call_descriptor(t, method, &v, 1);
  if (r.failed()) report_unraisable(t, held);
}

int slot_truth(Thread& t, Value v) {
  Value method = lookup_in_type(*fast_type_of(v), names::d_bool);
  if (method.is_unbound()) return 1;
  Var r = call_descriptor(t, method, &v, 1);
  if (r.failed()) return -1;
  if (!r.get().is_bool())
    return raise(t, exc::TypeError, "__bool__ should return bool, returned %T", r.get()), -1;
  return r.get().is_true();
}

int64_t slot_length(Thread& t, Value v) {
  Var r = call_slot(t, names::d_len, v);
  if (r.failed()) return -1;
  Var i = index_of(t, r);
  if (i.failed()) return -1;
  if (int_sign(i) < 0) return raise(t, exc::ValueError, "__len__() should return >= 0"), -1;
  int64_t n;
  if (!to_int64(t, i, n)) {
    if (clear_if(t, exc::OverflowError))
      raise(t, exc::OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  return n;
}

Var slot_get_item(Thread& t, Value v, Value key) { return call_slot(t, names::d_getitem, v, key); }
bool slot_set_item(Thread& t, Value v, Value key, Value value) {
  Var r = value.is_unbound() ? call_slot(t, names::d_delitem, v, key)
                             : call_slot(t, names::d_setitem, v, key, value);
  return !r.failed();
}
int slot_contains(Thread& t, Value container, Value item) {
  Value method = lookup_in_type(*fast_type_of(container), names::d_contains);
  if (method.is_none())
    return raise(t, exc::TypeError, "'%T' object is not a container", container), -1;
  Var r = call_slot(t, names::d_contains, container, item);
  return r.failed() ? -1 : truth(t, r);
}

#define GILBOX_UNARY(fn, name) \
  Var fn(Thread& t, Value v) { return call_slot(t, names::name, v); }
GILBOX_UNARY(slot_neg, d_neg)
GILBOX_UNARY(slot_pos, d_pos)
GILBOX_UNARY(slot_invert, d_invert)
GILBOX_UNARY(slot_absolute, d_abs)
GILBOX_UNARY(slot_to_int, d_int)
GILBOX_UNARY(slot_to_float, d_float)
GILBOX_UNARY(slot_index, d_index)
GILBOX_UNARY(slot_await, d_await)
GILBOX_UNARY(slot_aiter, d_aiter)
GILBOX_UNARY(slot_anext, d_anext)
#undef GILBOX_UNARY

}  // namespace gilbox::py
