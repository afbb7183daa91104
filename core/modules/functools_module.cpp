// _functools: what functools needs fast: reduce, partial, cmp_to_key and the lru_cache wrapper.
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"
#include "types/method.hpp"

namespace gilbox::py {

namespace {

Var reduce(Thread& t, Value, const Value* a) {
  Var total(a[2]);
  Var it = iter(t, a[1]);
  if (it.failed()) {
    if (clear_if(t, exc::TypeError))
      raise(t, exc::TypeError, "reduce() arg 2 must support iteration");
    return it;
  }
  bool ok = for_each(t, it, [&](Value item) {
    if (total.is_unbound()) return total = Var(item), true;
    Value pair[] = {total, item};
    total = call(t, a[0], pair, 2);
    return !total.failed();
  });
  if (!ok) return Var::error();
  if (total.is_unbound())
    return raise(t, exc::TypeError, "reduce() of empty iterable with no initial value");
  return total;
}

// ---- partial
// ----------------------------------------------------------------------------------------------------
struct Partial : Object {
  Dict* dict;
  Object* weak;
  Value function, arguments, keywords;  // callable, Tuple, Dict
};
Partial& partial_of(Value v) { return *v.as<Partial>(); }
extern Type partial_type;

Var partial_new(Thread& t, Type& type, const Args& args) {
  if (args.count == 0)
    return raise(t, exc::TypeError, "type 'partial' takes at least one argument");
  if (!is_callable(args[0])) return raise(t, exc::TypeError, "the first argument must be callable");
  // A partial of a plain partial is flattened.
  bool nested = type_of(args[0]) == &partial_type && !partial_of(args[0]).dict;
  Value function = nested ? partial_of(args[0]).function : args[0];
  Ref<List> positional = make_list(t);
  Ref<Dict> named = nested ? dict_copy(t, *partial_of(args[0]).keywords.as<Dict>()) : make_dict(t);
  if (!positional || !named) return Var::error();
  if (nested && !list_extend(t, *positional, partial_of(args[0]).arguments)) return Var::error();
  for (uint32_t i = 1; i < args.count; ++i)
    if (!list_append(t, *positional, args[i])) return Var::error();
  for (uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set_item(t, *named, args.names->items[i], args.values[args.count + i]))
      return Var::error();
  Ref<Tuple> arguments = make_tuple(t, positional->items, positional->size);
  auto* p = static_cast<Partial*>(arguments ? new_object(t, type, type.instance_size) : nullptr);
  if (!p) return Var::error();
  retain(function);
  p->function = function;
  p->arguments = Value::object(arguments.take());
  p->keywords = Value::object(named.take());
  return Var::adopt(Value::object(p));
}

Var partial_call(Thread& t, Value v, const Args& args) {
  Var held(v);
  Partial& p = partial_of(v);
  Tuple& first = *p.arguments.as<Tuple>();
  Dict& named = *p.keywords.as<Dict>();
  Ref<List> values = make_list(t, first.items, first.size);
  if (!values) return Var::error();
  for (uint32_t i = 0; i < args.count; ++i)
    if (!list_append(t, *values, args[i])) return Var::error();
  uint32_t count = values->size;
  if (named.live == 0 && args.keyword_count() == 0)
    return call(t, p.function, values->items, count);
  Ref<Dict> merged = dict_copy(t, named);
  Ref<List> names = make_list(t);
  if (!merged || !names) return Var::error();
  for (uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set_item(t, *merged, args.names->items[i], args.values[args.count + i]))
      return Var::error();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*merged, at))
    if (!list_append(t, *names, e->key) || !list_append(t, *values, e->value)) return Var::error();
  Ref<Tuple> name_tuple = make_tuple(t, names->items, names->size);
  if (!name_tuple) return Var::error();
  return call(t, p.function, Args{values->items, count, name_tuple.get()});
}

Var partial_repr(Thread& t, Value v) {
  Partial& p = partial_of(v);
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "...").var();
  StrBuilder out(t);
  auto put = [&](Ref<Str> text) {
    if (text) out.put(*text);
    return static_cast<bool>(text);
  };
  out.put(std::string_view(type_of(v) == &partial_type ? "functools.partial" : type_of(v)->name));
  out.put('(');
  if (!put(repr(t, p.function))) return Var::error();
  for (uint32_t i = 0; i < p.arguments.as<Tuple>()->size; ++i) {
    out.put(", ");
    if (!put(repr(t, p.arguments.as<Tuple>()->items[i]))) return Var::error();
  }
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*p.keywords.as<Dict>(), at))
    if (!put(format_text(t, ", %S=%R", e->key, e->value))) return Var::error();
  out.put(')');
  return out.finish().var();
}

Var partial_func(Thread&, Value v, const Value*) { return Var(partial_of(v).function); }
Var partial_args(Thread&, Value v, const Value*) { return Var(partial_of(v).arguments); }
Var partial_keywords(Thread&, Value v, const Value*) { return Var(partial_of(v).keywords); }
Var partial_reduce(Thread& t, Value v, const Value*) {
  Partial& p = partial_of(v);
  Ref<Tuple> one = make_tuple(t, &p.function, 1);
  Value state_items[] = {p.function, p.arguments, p.keywords,
                         p.dict ? Value::object(p.dict) : Value::none()};
  Ref<Tuple> state = make_tuple(t, state_items, 4);
  if (!one || !state) return Var::error();
  Value all[] = {Value::object(type_of(v)), one.value(), state.value()};
  return make_tuple(t, all, 3).var();
}
Var partial_setstate(Thread& t, Value v, const Value* a) {
  if (!is_tuple(a[0]) || a[0].as<Tuple>()->size != 4)
    return raise(t, exc::TypeError, "invalid partial state");
  Partial& p = partial_of(v);
  Value* items = a[0].as<Tuple>()->items;
  if (!is_callable(items[0]) || !is_tuple(items[1]) || !is_dict(items[2]))
    return raise(t, exc::TypeError, "invalid partial state");
  for (int i = 0; i < 3; ++i) retain(items[i]);
  release(std::exchange(p.function, items[0]));
  release(std::exchange(p.arguments, items[1]));
  release(std::exchange(p.keywords, items[2]));
  return Var::none();
}

void partial_traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<Partial*>(o);
  visit(p->dict);
  visit(p->function);
  visit(p->arguments);
  visit(p->keywords);
}
void partial_dealloc(Object* o) {
  gc_untrack(o);
  auto* p = static_cast<Partial*>(o);
  if (p->dict) release(static_cast<Object*>(p->dict));
  for (Value v : {p->function, p->arguments, p->keywords}) release(v);
  free_object(o, o->type->instance_size);
}

const NativeDef kPartialMethods[] = {
    {"func", partial_func, "", nullptr, NativeKind::Property},
    {"args", partial_args, "", nullptr, NativeKind::Property},
    {"keywords", partial_keywords, "", nullptr, NativeKind::Property},
    {"__reduce__", partial_reduce, ""},
    {"__setstate__", partial_setstate, "state, /"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};
const GetSetDef kPartialGetSet[] = {{"__dict__", get_instance_dict, set_instance_dict}, {}};
Type partial_type = [] {
  Type t = static_type("functools.partial", sizeof(Partial), kGc | kBase);
  t.dict_offset = offsetof(Partial, dict);
  t.weak_offset = offsetof(Partial, weak);
  t.new_ = partial_new;
  t.call = partial_call;
  t.repr = partial_repr;
  t.traverse = partial_traverse;
  t.dealloc = partial_dealloc;
  t.methods = kPartialMethods;
  t.getset = kPartialGetSet;
  return t;
}();

// ---- cmp_to_key: objects that order by a comparison function
// --------------------------------------------------------
struct Keyed : Object {
  Value compare, value;
};
extern Type keyed_type;

Var make_keyed(Thread& t, Value compare_function, Value v) {
  auto* k = make<Keyed>(t, keyed_type);
  if (!k) return Var::error();
  retain(compare_function);
  retain(v);
  k->compare = compare_function;
  k->value = v;
  return Var::adopt(Value::object(k));
}
Var cmp_to_key(Thread& t, Value, const Value* a) { return make_keyed(t, a[0], Value()); }
Var keyed_call(Thread& t, Value v, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "K", "obj", args, a)) return Var::error();
  return make_keyed(t, v.as<Keyed>()->compare, a[0]);
}
Var keyed_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (type_of(a) != &keyed_type || type_of(b) != &keyed_type)
    return raise(t, exc::TypeError, "other argument must be K instance");
  Value pair[] = {a.as<Keyed>()->value, b.as<Keyed>()->value};
  GILBOX_TRY(order, call(t, a.as<Keyed>()->compare, pair, 2));
  return compare(t, order, Value::small(0), op);
}
Var keyed_obj(Thread&, Value v, const Value*) { return Var(v.as<Keyed>()->value); }
void keyed_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Keyed*>(o)->compare);
  visit(static_cast<Keyed*>(o)->value);
}
void keyed_dealloc(Object* o) {
  gc_untrack(o);
  release(static_cast<Keyed*>(o)->compare);
  release(static_cast<Keyed*>(o)->value);
  free_object(o, sizeof(Keyed));
}
const NativeDef kKeyedMethods[] = {{"obj", keyed_obj, "", nullptr, NativeKind::Property}, {}};
Type keyed_type = [] {
  Type t = static_type("functools.KeyWrapper", sizeof(Keyed), kGc);
  t.call = keyed_call;
  t.compare = keyed_compare;
  t.hash = hash_not_implemented;
  t.traverse = keyed_traverse;
  t.dealloc = keyed_dealloc;
  t.methods = kKeyedMethods;
  return t;
}();

const NativeDef kFunctions[] = {
    {"reduce", reduce, "function, iterable, initial=<unrepresentable>, /"},
    {"cmp_to_key", cmp_to_key, "mycmp"},
    {},
};

}  // namespace

extern Type lru_cache_type;  // lru_cache.cpp

namespace {
bool fill(Thread& t, Module& m) {
  return add_type(t, m, partial_type) && ready_type(t, keyed_type) &&
         add_type(t, m, lru_cache_type);
}
}  // namespace

extern const ModuleDef _functools_module;
const ModuleDef _functools_module = {"_functools", kFunctions, fill};

}  // namespace gilbox::py
