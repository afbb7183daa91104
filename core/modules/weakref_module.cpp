// _weakref: what weakref.py is built on (Library Reference, "weakref").
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

namespace {

WeakRef* list_of(Value v) {
  WeakRef** list = v.is_object() ? weak_list(v.object()) : nullptr;
  return list ? *list : nullptr;
}

Var get_count(Thread& t, Value, const Value* a) {
  int64_t n = 0;
  for (WeakRef* ref = list_of(a[0]); ref; ref = ref->next) ++n;
  return make_int(t, n);
}

Var get_refs(Thread& t, Value, const Value* a) {
  Ref<List> all = make_list(t);
  for (WeakRef* ref = all ? list_of(a[0]) : nullptr; ref; ref = ref->next)
    if (ref->references > 0 && !list_append(t, *all, Value::object(ref))) return Var::error();
  return std::move(all).var();
}

Var proxy(Thread& t, Value, const Value* a) {
  Type& type = is_callable(a[0]) ? weak_callable_proxy_type : weak_proxy_type;
  return make_weak_ref(t, type, a[0], a[1].is_unbound() ? Value::none() : a[1]).var();
}

Var remove_dead(Thread& t, Value, const Value* a) {
  // Only when the reference is dead: a new value may have taken the place meanwhile.
  if (!is_dict(a[0])) return raise(t, exc::TypeError, "a dict is wanted, not '%T'", a[0]);
  Var v = dict_get_item(t, *a[0].as<Dict>(), a[1]);
  if (v.failed()) return v;
  if (v.is_unbound() || !is_subtype(fast_type_of(v), &weak_ref_type)) return Var::none();
  if (!weak_get(*v.as<WeakRef>()).get().is_none()) return Var::none();
  return dict_remove_item(t, *a[0].as<Dict>(), a[1]) < 0 ? Var::error() : Var::none();
}

bool fill(Thread& t, Module& m) {
  return add(t, m, "ref", Value::object(&weak_ref_type)) &&
         add(t, m, "ReferenceType", Value::object(&weak_ref_type)) &&
         add(t, m, "ProxyType", Value::object(&weak_proxy_type)) &&
         add(t, m, "CallableProxyType", Value::object(&weak_callable_proxy_type));
}

const NativeDef kFunctions[] = {
    {"getweakrefcount", get_count, "object, /"},
    {"getweakrefs", get_refs, "object, /"},
    {"proxy", proxy, "object, callback=None, /"},
    {"_remove_dead_weakref", remove_dead, "dct, key, /"},
    {},
};

}  // namespace

extern const ModuleDef _weakref_module = {"_weakref", kFunctions, fill};

}  // namespace gilbox::py
