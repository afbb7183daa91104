#include "types/type_attributes.hpp"

#include <cstring>

#include "runtime/class_slots.hpp"
#include "runtime/names.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"
#include "types/class_make.hpp"
#include "types/instance.hpp"
#include "types/mapping_proxy.hpp"

namespace gilbox::py {

int default_instance_check(Thread& t, Value v, Value cls);
int default_subclass_check(Thread& t, Value derived, Value cls);

Var type_module(Thread& t, const Type& type) {
  if (has_flag(&type, kHeap)) {
    Value v = dict_get(*type.dict, names::d_module);
    return v.is_unbound() ? Var(Value::object(names::s_builtins)) : Var(v);
  }
  const char* dot = std::strrchr(type.name, '.');
  if (!dot) return Var(Value::object(names::s_builtins));
  return make_str(t, std::string_view(type.name, static_cast<size_t>(dot - type.name))).var();
}

Var type_qualified_name(Thread& t, const Type& type) {
  if (has_flag(&type, kHeap) && type.qualified_name) return Var(Value::object(type.qualified_name));
  return type_short_name(t, type).var();
}

namespace {

Type& self_of(Value v) { return *v.as<Type>(); }

bool check_mutable(Thread& t, Value v, Value value, const char* name) {
  Type& type = self_of(v);
  if (!has_flag(&type, kHeap))
    return raise(t, exc::TypeError, "cannot set '%s' attribute of immutable type '%s'", name,
                 type.name),
           false;
  if (value.is_unbound())
    return raise(t, exc::TypeError, "cannot delete '%s' attribute of immutable type '%s'", name,
                 type.name),
           false;
  return true;
}

Var get_name(Thread& t, Value v) { return type_short_name(t, self_of(v)).var(); }
bool set_name(Thread& t, Value v, Value value) {
  if (!check_mutable(t, v, value, "__name__")) return false;
  Type& type = self_of(v);
  if (!is_str(value))
    return raise(t, exc::TypeError, "can only assign string to %s.__name__, not '%T'", type.name,
                 value),
           false;
  Utf8 text(*value.as<Str>());
  if (text.view().find('\0') != std::string_view::npos)
    return raise(t, exc::ValueError, "type name must not contain null characters"), false;
  size_t size = text.view().size();
  char* copy = static_cast<char*>(allocate(size + 1));
  if (!copy) return raise_memory_error(t), false;
  std::memcpy(copy, text.view().data(), size);
  copy[size] = 0;
  deallocate(const_cast<char*>(type.name), std::strlen(type.name) + 1);
  type.name = copy;
  return true;
}

Var get_qualname(Thread& t, Value v) { return type_qualified_name(t, self_of(v)); }
bool set_qualname(Thread& t, Value v, Value value) {
  if (!check_mutable(t, v, value, "__qualname__")) return false;
  Type& type = self_of(v);
  if (!is_str(value))
    return raise(t, exc::TypeError, "can only assign string to %s.__qualname__, not '%T'",
                 type.name, value),
           false;
  retain(value);
  Str* old = std::exchange(type.qualified_name, value.as<Str>());
  if (old) release(static_cast<Object*>(old));
  return true;
}

Var get_module(Thread& t, Value v) { return type_module(t, self_of(v)); }
bool set_in_dict(Thread& t, Value v, Str* name, Value value) {
  Type& type = self_of(v);
  if (!dict_set(t, *type.dict, name, value)) return false;
  type_modified(type);
  return true;
}
bool set_module(Thread& t, Value v, Value value) {
  return check_mutable(t, v, value, "__module__") && set_in_dict(t, v, names::d_module, value);
}

Var get_doc(Thread& t, Value v) {
  Value doc = dict_get(*self_of(v).dict, names::d_doc);
  if (doc.is_unbound()) return Var::none();
  Var held(doc);
  DescrGetFn get = fast_type_of(held)->descr_get;
  return get ? get(t, held, Value(), v) : held;
}
bool set_doc(Thread& t, Value v, Value value) {
  return check_mutable(t, v, value, "__doc__") && set_in_dict(t, v, names::d_doc, value);
}

Var get_bases(Thread&, Value v) { return Var(Value::object(self_of(v).bases)); }
bool set_bases(Thread& t, Value v, Value value) {
  if (!check_mutable(t, v, value, "__bases__")) return false;
  Type& type = self_of(v);
  if (!is_tuple(value))
    return raise(t, exc::TypeError, "can only assign tuple to %s.__bases__, not %T", type.name,
                 value),
           false;
  Tuple* bases = value.as<Tuple>();
  if (bases->size == 0)
    return raise(t, exc::TypeError, "can only assign non-empty tuple to %s.__bases__, not ()",
                 type.name),
           false;
  for (uint32_t i = 0; i < bases->size; ++i) {
    if (!is_type(bases->items[i]))
      return raise(t, exc::TypeError, "%s.__bases__ must be tuple of classes, not '%T'", type.name,
                   bases->items[i]),
             false;
    if (is_subtype(bases->items[i].as<Type>(), &type))
      return raise(t, exc::TypeError, "a __bases__ item causes an inheritance cycle"), false;
  }
  Type& first = *bases->items[0].as<Type>();
  if (first.instance_size != type.base->instance_size ||
      first.dict_offset != type.base->dict_offset || first.dealloc != type.base->dealloc)
    return raise(t, exc::TypeError, "__bases__ assignment: '%s' object layout differs from '%s'",
                 first.name, type.base->name),
           false;
  Var old_bases(Value::object(type.bases)), old_base(Value::object(type.base));
  auto put = [&](Value all, Type* base) {
    retain(all);
    retain(static_cast<Object*>(base));
    Var gone_bases = Var::adopt(Value::object(type.bases)),
        gone_base = Var::adopt(Value::object(type.base));
    type.bases = all.as<Tuple>();
    type.base = base;
  };
  put(value, &first);
  if (!set_mro(t, type)) {
    put(old_bases, old_base.as<Type>());
    return false;
  }
  Tuple& before = *old_bases.as<Tuple>();
  for (uint32_t i = 0; i < before.size; ++i) remove_subclass(t, *before.items[i].as<Type>(), type);
  for (uint32_t i = 0; i < bases->size; ++i)
    if (!add_subclass(t, *bases->items[i].as<Type>(), type)) return false;
  return update_all_slots(type);
}

Var get_base(Thread&, Value v) {
  Type* base = self_of(v).base;
  return base ? Var(Value::object(base)) : Var::none();
}
Var get_mro(Thread&, Value v) {
  Tuple* mro = self_of(v).mro;
  return mro ? Var(Value::object(mro)) : Var::none();
}
Var get_dict(Thread& t, Value v) { return make_mapping_proxy(t, Value::object(self_of(v).dict)); }

Var get_abstract(Thread& t, Value v) {
  Value names =
      &self_of(v) == &type_type ? Value() : dict_get(*self_of(v).dict, names::d_abstractmethods);
  return names.is_unbound() ? raise_attribute_error(t, v, names::d_abstractmethods) : Var(names);
}
bool set_abstract(Thread& t, Value v, Value value) {
  Type& type = self_of(v);
  int abstract = 0;
  if (value.is_unbound()) {
    if (!dict_remove(*type.dict, names::d_abstractmethods))
      return raise_attribute_error(t, v, names::d_abstractmethods), false;
  } else {
    abstract = truth(t, value);
    if (abstract < 0 || !dict_set(t, *type.dict, names::d_abstractmethods, value)) return false;
  }
  type_modified(type);
  type.flags = abstract ? type.flags | kAbstract : type.flags & ~uint32_t{kAbstract};
  return true;
}

Var get_annotations(Thread& t, Value v) {
  Type& type = self_of(v);
  if (!has_flag(&type, kHeap))
    return raise(t, exc::AttributeError, "type object '%s' has no attribute '__annotations__'",
                 type.name);
  Value found = dict_get(*type.dict, names::d_annotations);
  if (!found.is_unbound()) {
    Var held(found);
    DescrGetFn get = fast_type_of(held)->descr_get;
    return get ? get(t, held, Value(), v) : held;
  }
  Ref<Dict> made = make_dict(t);
  if (!made || !set_in_dict(t, v, names::d_annotations, made.value())) return Var::error();
  return std::move(made).var();
}
bool set_annotations(Thread& t, Value v, Value value) {
  Type& type = self_of(v);
  if (!has_flag(&type, kHeap))
    return raise(t, exc::TypeError, "cannot set '__annotations__' attribute of immutable type '%s'",
                 type.name),
           false;
  if (!value.is_unbound()) return set_in_dict(t, v, names::d_annotations, value);
  if (!dict_remove(*type.dict, names::d_annotations))
    return raise(t, exc::AttributeError, "__annotations__"), false;
  type_modified(type);
  return true;
}

Var get_type_params(Thread&, Value v) {
  Value found = dict_get(*self_of(v).dict, names::d_type_params);
  return found.is_unbound() ? Var(Value::object(empty_tuple())) : Var(found);
}
bool set_type_params(Thread& t, Value v, Value value) {
  return check_mutable(t, v, value, "__type_params__") &&
         set_in_dict(t, v, names::d_type_params, value);
}

Var get_flags(Thread& t, Value v) {
  // Py_TPFLAGS bits that programs look at: heap type 9, base type 10, GC 14, abstract 20.
  Type& type = self_of(v);
  int64_t flags = 1 << 12;
  if (has_flag(&type, kHeap)) flags |= 1 << 9;
  if (has_flag(&type, kBase)) flags |= 1 << 10;
  if (has_flag(&type, kGc)) flags |= 1 << 14;
  if (has_flag(&type, kAbstract)) flags |= 1 << 20;
  return make_int(t, flags);
}
Var get_basicsize(Thread& t, Value v) { return make_int(t, self_of(v).instance_size); }
Var get_itemsize(Thread&, Value) { return Var::small(0); }
Var get_dictoffset(Thread& t, Value v) { return make_int(t, self_of(v).dict_offset); }
Var get_weakoffset(Thread& t, Value v) { return make_int(t, self_of(v).weak_offset); }
Var get_text_signature(Thread&, Value) { return Var::none(); }

Var type_mro(Thread& t, Value v, const Value*) {
  Type& type = self_of(v);
  Ref<Tuple> mro = linearise(t, type, *type.bases);
  return mro ? list_from(t, mro.value()).var() : Var::error();
}

Var type_subclasses(Thread& t, Value v, const Value*) {
  Ref<List> all = make_list(t);
  Type& type = self_of(v);
  if (!all || !type.subclasses) return std::move(all).var();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*type.subclasses, at)) {
    Var subclass = weak_get(*e->value.as<WeakRef>());
    if (!subclass.get().is_none() && !list_append(t, *all, subclass)) return Var::error();
  }
  return std::move(all).var();
}

Var type_prepare(Thread& t, Value, const Args&) { return make_dict(t).var(); }
Var type_instance_check(Thread& t, Value cls, const Value* a) {
  int r = default_instance_check(t, a[0], cls);
  return r < 0 ? Var::error() : Var::boolean(r);
}
Var type_subclass_check(Thread& t, Value cls, const Value* a) {
  int r = default_subclass_check(t, a[0], cls);
  return r < 0 ? Var::error() : Var::boolean(r);
}

// dir() of a class: its own and its bases' names, not the metaclass's.
bool add_names_of(Thread& t, Dict& into, Value cls) {
  Var dict = get_attr_or_unbound(t, cls, names::d_dict);
  if (dict.failed()) return false;
  if (!dict.is_unbound() &&
      !for_each(t, dict, [&](Value key) { return dict_set_item(t, into, key, Value::none()); }))
    return false;
  Var bases = get_attr_or_unbound(t, cls, names::d_bases);
  if (bases.failed()) return false;
  if (!is_tuple(bases)) return true;
  for (uint32_t i = 0; i < bases.as<Tuple>()->size; ++i)
    if (!add_names_of(t, into, bases.as<Tuple>()->items[i])) return false;
  return true;
}
Var type_dir(Thread& t, Value v, const Value*) {
  Ref<Dict> names = make_dict(t);
  if (!names || !add_names_of(t, *names, v)) return Var::error();
  return list_from(t, names.value()).var();
}

}  // namespace

const NativeDef kTypeMethods[] = {
    {"mro", type_mro, "", "Return a type's method resolution order."},
    {"__subclasses__", type_subclasses, "", "Return a list of immediate subclasses."},
    {"__prepare__", type_prepare, "Used to create the namespace for the class statement.",
     NativeKind::Class},
    {"__instancecheck__", type_instance_check, "instance, /", "Check if an object is an instance."},
    {"__subclasscheck__", type_subclass_check, "subclass, /", "Check if a class is a subclass."},
    {"__dir__", type_dir, "", "Specialized __dir__ implementation for types."},
    {},
};

const GetSetDef kTypeGetSet[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base},
    {"__mro__", get_mro},
    {"__dict__", get_dict},
    {"__abstractmethods__", get_abstract, set_abstract},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__flags__", get_flags},
    {"__basicsize__", get_basicsize},
    {"__itemsize__", get_itemsize},
    {"__dictoffset__", get_dictoffset},
    {"__weakrefoffset__", get_weakoffset},
    {"__text_signature__", get_text_signature},
    {},
};

}  // namespace gilbox::py
