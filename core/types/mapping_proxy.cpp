#include "types/mapping_proxy.hpp"

#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py {

Var make_mapping_proxy(Thread& t, Value mapping) {
  auto* proxy = make<MappingProxy>(t, mapping_proxy_type);
  if (!proxy) return Var::error();
  retain(mapping);
  proxy->mapping = mapping;
  return Var::adopt(Value::object(proxy));
}

namespace {

Value mapping_of(Value v) { return v.as<MappingProxy>()->mapping; }

Var proxy_new(Thread& t, Type&, const Args& args) {
  Value mapping;
  if (!bind_arguments(t, "mappingproxy", "mapping", args, &mapping)) return Var::error();
  if (!fast_type_of(mapping)->get_item || is_list(mapping) || is_tuple(mapping))
    return raise(t, exc::TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
  return make_mapping_proxy(t, mapping);
}

Var proxy_repr(Thread& t, Value v) {
  return format_text(t, "mappingproxy(%R)", mapping_of(v)).var();
}
Var proxy_str(Thread& t, Value v) { return str(t, mapping_of(v)).var(); }
Var proxy_iter(Thread& t, Value v) { return iter(t, mapping_of(v)); }
Var proxy_get_item(Thread& t, Value v, Value key) { return get_item(t, mapping_of(v), key); }
int64_t proxy_length(Thread& t, Value v) { return length(t, mapping_of(v)); }
int proxy_contains(Thread& t, Value v, Value key) {
  return is_dict(mapping_of(v)) ? dict_contains(t, *mapping_of(v).as<Dict>(), key)
                                : contains(t, mapping_of(v), key);
}
bool proxy_hash(Thread& t, Value v, int64_t& out) { return hash(t, mapping_of(v), out); }
Var proxy_compare(Thread& t, Value a, Value b, CompareOp op) {
  return compare(t, mapping_of(a), b, op);
}
Var proxy_or(Thread& t, Value a, Value b) {
  Value left = fast_type_of(a) == &mapping_proxy_type ? mapping_of(a) : a;
  Value right = fast_type_of(b) == &mapping_proxy_type ? mapping_of(b) : b;
  return binary(t, BinaryOp::Or, left, right);
}
Var proxy_ior(Thread& t, Value v, Value) {
  return raise(t, exc::TypeError, "'|=' is not supported by %T; use '|' instead", v);
}

// The dict's own methods do the work.
Var proxy_keys(Thread& t, Value v, const Value*) {
  return call_method(t, mapping_of(v), names::s_keys);
}
Var proxy_values(Thread& t, Value v, const Value*) {
  return call_method(t, mapping_of(v), names::s_values);
}
Var proxy_items(Thread& t, Value v, const Value*) {
  return call_method(t, mapping_of(v), names::s_items);
}
Var proxy_copy(Thread& t, Value v, const Value*) {
  return call_method(t, mapping_of(v), names::s_copy);
}
Var proxy_get(Thread& t, Value v, const Value* a) {
  Value args[] = {a[0], a[1].is_unbound() ? Value::none() : a[1]};
  return call_method(t, mapping_of(v), names::s_get, args, 2);
}
Var proxy_reversed(Thread& t, Value v, const Value*) {
  return call_method(t, mapping_of(v), names::d_reversed);
}

void proxy_traverse(Object* o, Visitor& visit) { visit(static_cast<MappingProxy*>(o)->mapping); }
void proxy_dealloc(Object* o) {
  release(static_cast<MappingProxy*>(o)->mapping);
  free_object(o, sizeof(MappingProxy));
}

const NativeDef kMethods[] = {
    {"get", proxy_get, "key, default=None, /"},
    {"keys", proxy_keys, ""},
    {"values", proxy_values, ""},
    {"items", proxy_items, ""},
    {"copy", proxy_copy, ""},
    {"__reversed__", proxy_reversed, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};

}  // namespace

constinit Type mapping_proxy_type = [] {
  Type t = static_type("mappingproxy", sizeof(MappingProxy), kGc | kMapping);
  t.dealloc = proxy_dealloc;
  t.traverse = proxy_traverse;
  t.new_ = proxy_new;
  t.repr = proxy_repr;
  t.str = proxy_str;
  t.iter = proxy_iter;
  t.get_item = proxy_get_item;
  t.length = proxy_length;
  t.contains = proxy_contains;
  t.hash = proxy_hash;
  t.compare = proxy_compare;
  t.binary[static_cast<int>(BinaryOp::Or)] = proxy_or;
  t.in_place[static_cast<int>(BinaryOp::Or)] = proxy_ior;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
