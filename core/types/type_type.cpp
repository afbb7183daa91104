// type: classes as objects.
#include <cstring>

#include "runtime/class_slots.hpp"
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/class_make.hpp"
#include "types/type_attributes.hpp"
#include "types/union_type.hpp"

namespace gilbox::py {

namespace {

Type& self_of(Value v) { return *v.as<Type>(); }

Var type_get_attr(Thread& t, Value v, Str* name) {
  Type &type = self_of(v), &meta = *fast_type_of(v);
  Var of_meta(lookup_in_type(meta, name));
  DescrGetFn get = nullptr;
  if (!of_meta.is_unbound()) {
    Type* kind = fast_type_of(of_meta);
    get = kind->descr_get;
    if (get && kind->descr_set) return get(t, of_meta, v, Value::object(&meta));
  }
  Var own(lookup_in_type(type, name));
  if (!own.is_unbound()) {
    DescrGetFn own_get = fast_type_of(own)->descr_get;
    return own_get ? own_get(t, own, Value(), v) : own;
  }
  if (get) return get(t, of_meta, v, Value::object(&meta));
  if (!of_meta.is_unbound()) return of_meta;
  return raise_attribute_error(t, v, name);
}

bool type_set_attr(Thread& t, Value v, Str* name, Value value) {
  Type& type = self_of(v);
  if (!has_flag(&type, kHeap))
    return raise(t, exc::TypeError, "cannot set %R attribute of immutable type '%s'",
                 Value::object(name), type.name),
           false;
  Var of_meta(lookup_in_type(*fast_type_of(v), name));
  if (!of_meta.is_unbound()) {
    if (DescrSetFn set = fast_type_of(of_meta)->descr_set) return set(t, of_meta, v, value);
  }
  Ref<Dict> dict(type.dict);
  // The value replaced may run code when it dies: only after the class is in order again.
  Var old(dict_get(*dict, name));
  if (value.is_unbound()) {
    if (!dict_remove(*dict, name)) return raise_attribute_error(t, v, name), false;
  } else if (!dict_set(t, *dict, name, value)) {
    return false;
  }
  type_modified(type);
  update_slots_of(type, name);
  return true;
}

Var type_call(Thread& t, Value v, const Args& args) {
  Type& type = self_of(v);
  if (&type == &type_type && args.count == 1 && !args.keyword_count())
    return Var(Value::object(fast_type_of(args[0])));
  if (!type.new_) return raise(t, exc::TypeError, "cannot create '%s' instances", type.name);
  Var held(v);
  Var made = type.new_(t, type, args);
  if (made.failed() || made.is_blocked()) return made;
  Type* its = fast_type_of(made);
  if (!is_subtype(its, &type) || !its->init) return made;
  return its->init(t, made, args) ? std::move(made) : Var::error();
}

Var type_new(Thread& t, Type& meta, const Args& args) {
  if (args.count != 3) {
    if (&meta == &type_type && args.count == 1)
      return raise(t, exc::TypeError, "type() takes 1 or 3 arguments");
    if (&meta == &type_type) return raise(t, exc::TypeError, "type() takes 1 or 3 arguments");
    return raise(t, exc::TypeError, "type.__new__() takes exactly 3 arguments (%u given)",
                 args.count);
  }
  constexpr const char* kWanted[] = {"str", "tuple", "dict"};
  bool fits[] = {is_str(args[0]), is_tuple(args[1]), is_dict(args[2])};
  for (int i = 0; i < 3; ++i)
    if (!fits[i])
      return raise(t, exc::TypeError, "type.__new__() argument %d must be %s, not %T", i + 1,
                   kWanted[i], args.values[i]);
  Tuple* bases = args[1].as<Tuple>();
  for (uint32_t i = 0; i < bases->size; ++i) {
    if (is_type(bases->items[i])) continue;
    Var entries = get_attr_or_unbound(t, bases->items[i], names::d_mro_entries);
    if (entries.failed()) return entries;
    if (!entries.is_unbound())
      return raise(t, exc::TypeError,
                   "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  Type* winner = winning_metaclass(t, meta, *bases);
  if (!winner) return Var::error();
  if (winner != &meta && winner->new_ != meta.new_) return winner->new_(t, *winner, args);
  Args keywords{args.values + 3, 0, args.names};
  Type* made = build_class(t, *winner, args[0].as<Str>(), bases, args[2].as<Dict>(), keywords);
  return made ? Var::adopt(Value::object(made)) : Var::error();
}

bool type_init(Thread& t, Value, const Args& args) {
  if (args.count == 1 && args.keyword_count())
    return raise(t, exc::TypeError, "type.__init__() takes no keyword arguments"), false;
  if (args.count != 1 && args.count != 3)
    return raise(t, exc::TypeError, "type.__init__() takes 1 or 3 arguments"), false;
  return true;
}

Var type_repr(Thread& t, Value v) {
  Var module = type_module(t, self_of(v)), qualname = type_qualified_name(t, self_of(v));
  if (module.failed() || qualname.failed()) return Var::error();
  if (!is_str(module) || Utf8(*module.as<Str>()).view() == "builtins")
    return format_text(t, "<class '%U'>", qualname.as<Str>()).var();
  return format_text(t, "<class '%U.%U'>", module.as<Str>(), qualname.as<Str>()).var();
}

void type_traverse(Object* o, Visitor& visit) {
  auto* type = static_cast<Type*>(o);
  if (!has_flag(type, kHeap)) return;
  visit(static_cast<Object*>(type->dict));
  visit(static_cast<Object*>(type->bases));
  visit(static_cast<Object*>(type->mro));
  visit(static_cast<Object*>(type->base));
  visit(static_cast<Object*>(type->subclasses));
  visit(type->module_state);
}

template <class T>
void drop(T*& field) {
  if (field) release(static_cast<Object*>(std::exchange(field, nullptr)));
}

void type_clear(Object* o) {
  auto* type = static_cast<Type*>(o);
  if (!has_flag(type, kHeap)) return;
  type_modified(*type);
  // `base` stays until the end: instances still need the chain to find their layout.
  drop(type->mro);
  if (type->dict) dict_clear(*type->dict);
}

void type_dealloc(Object* o) {
  auto* type = static_cast<Type*>(o);
  if (type->bases && current_thread)
    for (uint32_t i = 0; i < type->bases->size; ++i)
      remove_subclass(*current_thread, *type->bases->items[i].as<Type>(), *type);
  type_modified(*type);
  drop(type->mro);
  drop(type->bases);
  drop(type->dict);
  drop(type->subclasses);
  drop(type->qualified_name);
  release(type->module_state);
  Type* base = std::exchange(type->base, nullptr);
  deallocate(const_cast<char*>(type->name), std::strlen(type->name) + 1);
  free_object(o, sizeof(Type));
  if (base) release(static_cast<Object*>(base));
}

Var type_or(Thread& t, Value a, Value b) { return make_union(t, a, b); }

}  // namespace

constinit Type type_type = [] {
  Type t = static_type("type", sizeof(Type), kBase | kGc | kSubType);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.dict_offset = offsetof(Type, dict);
  t.weak_offset = offsetof(Type, weak);
#pragma clang diagnostic pop
  t.dealloc = type_dealloc;
  t.traverse = type_traverse;
  t.clear = type_clear;
  t.repr = type_repr;
  t.get_attr = type_get_attr;
  t.set_attr = type_set_attr;
  t.call = type_call;
  t.new_ = type_new;
  t.init = type_init;
  t.binary[static_cast<int>(BinaryOp::Or)] = type_or;
  t.methods = kTypeMethods;
  t.getset = kTypeGetSet;
  t.doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";
  return t;
}();

}  // namespace gilbox::py
