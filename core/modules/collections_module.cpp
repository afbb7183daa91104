// _collections: deque, defaultdict and the counting loop of Counter; the rest of collections is in
// lib/.
#include "modules/deque.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

struct DefaultDict : Dict {
  Value factory;  // callable or None
};
DefaultDict& self_of(Value v) { return *v.as<DefaultDict>(); }
extern Type default_dict_type;

Var default_dict_new(Thread& t, Type& type, const Args& args) {
  GILBOX_TRY(made, dict_type.new_(t, type, args));
  self_of(made).factory = Value();
  return made;
}

bool default_dict_init(Thread& t, Value v, const Args& args) {
  Value factory = args.count ? args[0] : Value::none();
  if (!factory.is_none() && !is_callable(factory))
    return raise(t, exc::TypeError, "first argument must be callable or None"), false;
  retain(factory);
  release(std::exchange(self_of(v).factory, factory));
  Args rest{args.values + (args.count ? 1 : 0), args.count ? args.count - 1 : 0, args.names};
  return dict_type.init(t, v, rest);
}

Var default_dict_missing(Thread& t, Value v, const Value* a) {
  Value factory = self_of(v).factory;
  if (factory.is_none() || factory.is_unbound()) return raise_value(t, exc::KeyError, a[0]);
  GILBOX_TRY(made, call(t, factory));
  return set_item(t, v, a[0], made) ? made : Var::error();
}

Var default_dict_repr(Thread& t, Value v) {
  Value factory = self_of(v).factory.is_unbound() ? Value::none() : self_of(v).factory;
  Ref<Str> shown;
  {
    ReprGuard guard(t, factory);
    shown = guard.entered() ? repr(t, factory) : make_ascii(t, "...");
  }
  if (!shown) return Var::error();
  GILBOX_TRY(items, dict_type.repr(t, v));
  return format_text(t, "%N(%U, %S)", type_of(v), shown.get(), items.get()).var();
}

Var default_dict_copy(Thread& t, Value v, const Value*) {
  Value a[] = {self_of(v).factory.is_unbound() ? Value::none() : self_of(v).factory, v};
  return call(t, Value::object(type_of(v)), a, 2);
}

Var default_dict_or(Thread& t, Value a, Value b) {
  if (!is_dict(a) || !is_dict(b)) return Var::not_implemented();
  Value own = is_instance(a, default_dict_type) ? a : b;
  Value args[] = {self_of(own).factory.is_unbound() ? Value::none() : self_of(own).factory, a};
  GILBOX_TRY(both, call(t, Value::object(type_of(own)), args, 2));
  return dict_merge(t, *both.as<Dict>(), b, true) ? both : Var::error();
}

Var default_dict_reduce(Thread& t, Value v, const Value*) {
  Value factory = self_of(v).factory.is_unbound() ? Value::none() : self_of(v).factory;
  Ref<Tuple> args = make_tuple(t, &factory, factory.is_none() ? 0 : 1);
  GILBOX_TRY(items, call_method(t, v, names::s_items));
  GILBOX_TRY(it, iter(t, items));
  if (!args) return Var::error();
  Value all[] = {Value::object(type_of(v)), args.value(), Value::none(), Value::none(), it};
  return make_tuple(t, all, 5).var();
}

Var get_factory(Thread&, Value v, const Value*) {
  return self_of(v).factory.is_unbound() ? Var::none() : Var(self_of(v).factory);
}

void default_dict_traverse(Object* o, Visitor& visit) {
  dict_type.traverse(o, visit);
  visit(static_cast<DefaultDict*>(o)->factory);
}
void default_dict_dealloc(Object* o) {
  release(std::exchange(static_cast<DefaultDict*>(o)->factory, Value()));
  dict_type.dealloc(o);
}

const NativeDef kMethods[] = {
    {"__missing__", default_dict_missing, "key, /"},
    {"copy", default_dict_copy, ""},
    {"__copy__", default_dict_copy, ""},
    {"__reduce__", default_dict_reduce, ""},
    {"default_factory", get_factory, "", nullptr, NativeKind::Property},
    {},
};
Type default_dict_type = [] {
  Type t = static_type("collections.defaultdict", sizeof(DefaultDict),
                       kGc | kBase | kSubDict | kMapping);
  t.base = &dict_type;
  t.new_ = default_dict_new;
  t.init = default_dict_init;
  t.repr = default_dict_repr;
  t.dealloc = default_dict_dealloc;
  t.traverse = default_dict_traverse;
  t.binary[static_cast<int>(BinaryOp::Or)] = default_dict_or;
  t.methods = kMethods;
  return t;
}();

// mapping[item] = mapping.get(item, 0) + 1 for every item.
Var count_elements(Thread& t, Value, const Value* a) {
  bool plain = is_dict(a[0]);
  bool ok = for_each(t, a[1], [&](Value item) {
    Value zero_args[] = {item, Value::small(0)};
    Var old = plain ? dict_get_item(t, *a[0].as<Dict>(), item)
                    : call_method(t, a[0], names::s_get, zero_args, 2);
    if (old.failed()) return false;
    if (old.is_unbound()) old = Var::small(0);
    Var more = binary(t, BinaryOp::Add, old, Value::small(1));
    if (more.failed()) return false;
    return plain ? dict_set_item(t, *a[0].as<Dict>(), item, more) : set_item(t, a[0], item, more);
  });
  return ok ? Var::none() : Var::error();
}

bool fill(Thread& t, Module& m) {
  return add_type(t, m, deque_type) && add_type(t, m, default_dict_type) &&
         ready_type(t, deque_iterator_type) && ready_type(t, deque_reverse_iterator_type);
}

const NativeDef kFunctions[] = {{"_count_elements", count_elements, "mapping, iterable, /"}, {}};

}  // namespace

extern const ModuleDef _collections_module;
const ModuleDef _collections_module = {"_collections", kFunctions, fill};

}  // namespace gilbox::py
