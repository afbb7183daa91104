// weakref.proxy: a weak reference that passes every operation on to its referent.
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

namespace {

// The referent, or ReferenceError. Values that are no proxies stand for themselves.
Var alive(Thread& t, Value v) {
  Type* type = fast_type_of(v);
  if (type != &weak_proxy_type && type != &weak_callable_proxy_type) return Var(v);
  Var referent = weak_get(*v.as<WeakRef>());
  if (referent.get().is_none())
    return raise(t, exc::ReferenceError, "weakly-referenced object no longer exists");
  return referent;
}

template <int kOp>
Var proxy_binary(Thread& t, Value a, Value b) {
  Var x = alive(t, a), y = alive(t, b);
  if (x.failed() || y.failed()) return Var::error();
  return binary(t, static_cast<BinaryOp>(kOp), x, y);
}
template <int kOp>
Var proxy_in_place(Thread& t, Value a, Value b) {
  Var x = alive(t, a), y = alive(t, b);
  if (x.failed() || y.failed()) return Var::error();
  return in_place(t, static_cast<BinaryOp>(kOp), x, y);
}
template <int kOp>
Var proxy_unary(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : unary(t, static_cast<UnaryOp>(kOp), x);
}

Var proxy_get_attr(Thread& t, Value v, Str* name) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : get_attr(t, x, name);
}
bool proxy_set_attr(Thread& t, Value v, Str* name, Value value) {
  Var x = alive(t, v);
  return !x.failed() && set_attr(t, x, name, value);
}
Var proxy_str(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : str(t, x).var();
}
Var proxy_repr(Thread& t, Value v) {
  Var x = weak_get(*v.as<WeakRef>());
  return format_text(t, "<weakproxy at %p to %T at %p>", static_cast<const void*>(v.object()),
                     x.get(),
                     x.get().is_object() ? static_cast<const void*>(x.get().object()) : nullptr)
      .var();
}
Var proxy_compare(Thread& t, Value a, Value b, CompareOp op) {
  Var x = alive(t, a), y = alive(t, b);
  if (x.failed() || y.failed()) return Var::error();
  return compare(t, x, y, op);
}
int proxy_truth(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? -1 : truth(t, x);
}
int64_t proxy_length(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? -1 : length(t, x);
}
Var proxy_get_item(Thread& t, Value v, Value key) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : get_item(t, x, key);
}
bool proxy_set_item(Thread& t, Value v, Value key, Value value) {
  Var x = alive(t, v);
  return !x.failed() && set_item(t, x, key, value);
}
int proxy_contains(Thread& t, Value v, Value item) {
  Var x = alive(t, v);
  return x.failed() ? -1 : contains(t, x, item);
}
Var proxy_iter(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : iter(t, x);
}
Var proxy_next(Thread& t, Value v) {
  Var x = alive(t, v);
  if (x.failed()) return x;
  if (!fast_type_of(x)->next)
    return raise(t, exc::TypeError, "Weakref proxy referenced a non-iterator '%T' object", x.get());
  return next(t, x);
}
Var proxy_index(Thread& t, Value v) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : index_of(t, x);
}
Var proxy_call(Thread& t, Value v, const Args& args) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : call(t, x, args);
}
Var proxy_bytes(Thread& t, Value v, const Value*) {
  Var x = alive(t, v);
  return x.failed() ? std::move(x) : call_method(t, x, names::d_bytes);
}

void proxy_traverse(Object* o, Visitor& visit) { visit(static_cast<WeakRef*>(o)->callback); }
void proxy_dealloc(Object* o) {
  auto* ref = static_cast<WeakRef*>(o);
  unlink_weak_ref(*ref);
  release(ref->callback);
  free_object(o, sizeof(WeakRef));
}

const NativeDef kMethods[] = {{"__bytes__", proxy_bytes, ""}, {}};

template <int... kOps>
constexpr void fill_binary(Type& t, std::integer_sequence<int, kOps...>) {
  ((t.binary[kOps] = proxy_binary<kOps>, t.in_place[kOps] = proxy_in_place<kOps>), ...);
}

constexpr Type proxy_type(const char* name, CallFn call) {
  Type t = static_type(name, sizeof(WeakRef), kGc);
  t.dealloc = proxy_dealloc;
  t.traverse = proxy_traverse;
  t.repr = proxy_repr;
  t.str = proxy_str;
  t.hash = hash_not_implemented;
  t.compare = proxy_compare;
  t.get_attr = proxy_get_attr;
  t.set_attr = proxy_set_attr;
  t.iter = proxy_iter;
  t.next = proxy_next;
  fill_binary(t, std::make_integer_sequence<int, bytecode::kBinaryOpCount>());
  t.unary[0] = proxy_unary<0>;
  t.unary[1] = proxy_unary<1>;
  t.unary[2] = proxy_unary<2>;
  t.index = proxy_index;
  t.truth = proxy_truth;
  t.length = proxy_length;
  t.get_item = proxy_get_item;
  t.set_item = proxy_set_item;
  t.contains = proxy_contains;
  t.call = call;
  t.methods = kMethods;
  return t;
}

}  // namespace

constinit Type weak_proxy_type = proxy_type("weakref.ProxyType", nullptr);
constinit Type weak_callable_proxy_type = proxy_type("weakref.CallableProxyType", proxy_call);

}  // namespace gilbox::py
