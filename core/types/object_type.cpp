// object: what everything has.
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/class_make.hpp"
#include "types/instance.hpp"
#include "types/reduce.hpp"

namespace gilbox::py {

namespace {

bool has_arguments(const Args& args) { return args.count || args.keyword_count(); }

// "Can't instantiate abstract class C without an implementation for abstract methods 'f', 'g'"
Var refuse_abstract(Thread& t, Type& type) {
  Var names = get_attr(t, Value::object(&type), names::d_abstractmethods);
  if (names.failed()) return names;
  Ref<List> sorted = list_from(t, names);
  if (!sorted) return Var::error();
  Var done = call_method(t, sorted.value(), names::s_sort);
  if (done.failed()) return done;
  StrBuilder text(t);
  for (uint32_t i = 0; i < sorted->size; ++i) {
    if (i) text.put("', '");
    Ref<Str> one = str(t, sorted->items[i]);
    if (!one) return Var::error();
    text.put(*one);
  }
  Ref<Str> all = text.finish();
  if (!all) return Var::error();
  return raise(t, exc::TypeError,
               "Can't instantiate abstract class %s without an implementation for abstract "
               "method%s '%U'",
               type.name, sorted->size == 1 ? "" : "s", all.get());
}

}  // namespace

Var object_new(Thread& t, Type& type, const Args& args) {
  if (has_arguments(args)) {
    if (type.new_ != object_new)
      return raise(t, exc::TypeError,
                   "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type.init == object_init)
      return raise(t, exc::TypeError, "%s() takes no arguments", type.name);
  }
  if (has_flag(&type, kAbstract)) return refuse_abstract(t, type);
  Object* o = new_object(t, type, type.instance_size);
  return o ? Var::adopt(Value::object(o)) : Var::error();
}

bool object_init(Thread& t, Value self, const Args& args) {
  if (!has_arguments(args)) return true;
  Type& type = *fast_type_of(self);
  if (type.init != object_init)
    return raise(t, exc::TypeError,
                 "object.__init__() takes exactly one argument (the instance to initialize)"),
           false;
  if (type.new_ == object_new)
    return raise(t, exc::TypeError,
                 "%s.__init__() takes exactly one argument (the instance to "
                 "initialize)",
                 type.name),
           false;
  return true;
}

namespace {

Var object_repr(Thread& t, Value v) {
  Type& type = *fast_type_of(v);
  const void* address = v.is_object() ? v.object() : nullptr;
  if (has_flag(&type, kHeap) && type.qualified_name) {
    Var module(dict_get(*type.dict, names::d_module));
    if (is_str(module) && *Utf8(*module.as<Str>()).c_str() &&
        Utf8(*module.as<Str>()).view() != "builtins")
      return format_text(t, "<%U.%U object at %p>", module.as<Str>(), type.qualified_name, address)
          .var();
    return format_text(t, "<%U object at %p>", type.qualified_name, address).var();
  }
  return format_text(t, "<%s object at %p>", type.name, address).var();
}

Var object_str(Thread& t, Value v) { return repr(t, v).var(); }

Var object_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (op == CompareOp::EQ) return a == b ? Var::boolean(true) : Var::not_implemented();
  if (op != CompareOp::NE) return Var::not_implemented();
  // By default `!=` is the opposite of `==`.
  CompareFn compare = fast_type_of(a)->compare;
  if (!compare) return Var::not_implemented();
  Var r = compare(t, a, b, CompareOp::EQ);
  if (r.failed() || r.get().is_not_implemented()) return r;
  int same = truth(t, r);
  return same < 0 ? Var::error() : Var::boolean(!same);
}

void object_dealloc(Object* o) { free_object(o, o->type->instance_size); }

Var object_get_class(Thread&, Value v) { return Var(Value::object(fast_type_of(v))); }

bool same_layout(const Type& a, const Type& b) {
  if (a.instance_size != b.instance_size || a.dict_offset != b.dict_offset ||
      a.weak_offset != b.weak_offset || a.dealloc != b.dealloc || (a.flags ^ b.flags) & kGc)
    return false;
  // Words of __slots__ must be the same classes' words.
  const Type *x = &a, *y = &b;
  while (x && !(has_flag(x, kHeap) && x->aux) && has_flag(x, kHeap)) x = x->base;
  while (y && !(has_flag(y, kHeap) && y->aux) && has_flag(y, kHeap)) y = y->base;
  return x == y;
}

bool object_set_class(Thread& t, Value v, Value value) {
  if (value.is_unbound())
    return raise(t, exc::TypeError, "can't delete __class__ attribute"), false;
  if (!is_type(value))
    return raise(t, exc::TypeError, "__class__ must be set to a class, not '%T' object", value),
           false;
  Type &before = *fast_type_of(v), &after = *value.as<Type>();
  bool modules = has_flag(&before, kMutableBuiltin) || has_flag(before.base, kMutableBuiltin);
  if (!v.is_object() ||
      !((has_flag(&before, kHeap) || modules) && (has_flag(&after, kHeap) || modules)))
    return raise(t, exc::TypeError,
                 "__class__ assignment only supported for mutable types or ModuleType subclasses"),
           false;
  if (&before == &after) return true;
  if (!same_layout(before, after))
    return raise(t, exc::TypeError, "__class__ assignment: '%s' object layout differs from '%s'",
                 after.name, before.name),
           false;
  retain(static_cast<Object*>(&after));
  v.object()->type = &after;
  if (has_flag(&before, kHeap)) release(static_cast<Object*>(&before));
  if (!has_flag(&after, kHeap)) release(static_cast<Object*>(&after));
  return true;
}

Var object_format(Thread& t, Value v, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__format__() argument must be str, not %T", a[0]);
  if (a[0].as<Str>()->length)
    return raise(t, exc::TypeError, "unsupported format string passed to %T.__format__", v);
  return str(t, v).var();
}

Var object_sizeof(Thread& t, Value v, const Value*) {
  return make_int(t, v.is_object() ? fast_type_of(v)->instance_size : 8);
}

Var object_init_subclass(Thread& t, Value cls, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "%N.__init_subclass__() takes no keyword arguments",
                 cls.as<Type>());
  if (args.count)
    return raise(t, exc::TypeError, "%N.__init_subclass__() takes no arguments (%u given)",
                 cls.as<Type>(), args.count);
  return Var::none();
}

Var object_subclass_hook(Thread&, Value, const Args&) { return Var::not_implemented(); }

bool add_all_names(Thread& t, Dict& into, Value from) {
  if (!is_dict(from)) return true;
  Dict& d = *from.as<Dict>();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(d, at))
    if (!dict_set_item(t, into, e->key, Value::none())) return false;
  return true;
}

// dir() of an instance: its __dict__, its class and the classes behind it.
Var object_dir(Thread& t, Value v, const Value*) {
  Ref<Dict> names = make_dict(t);
  if (!names) return Var::error();
  Var own = get_attr_or_unbound(t, v, names::d_dict);
  if (own.failed() || (!own.is_unbound() && !add_all_names(t, *names, own))) return Var::error();
  Var cls = get_attr_or_unbound(t, v, names::d_class);
  if (cls.failed()) return cls;
  if (is_type(cls)) {
    Tuple& mro = *cls.as<Type>()->mro;
    for (uint32_t i = 0; i < mro.size; ++i)
      if (!add_all_names(t, *names, Value::object(mro.items[i].as<Type>()->dict)))
        return Var::error();
  }
  return list_from(t, names.value()).var();
}

const NativeDef kMethods[] = {
    {"__reduce__", object_reduce, "", "Helper for pickle."},
    {"__reduce_ex__", object_reduce_ex, "protocol, /", "Helper for pickle."},
    {"__getstate__", object_getstate, "", "Helper for pickle."},
    {"__format__", object_format, "format_spec, /", "Default object formatter."},
    {"__sizeof__", object_sizeof, "", "Size of object in memory, in bytes."},
    {"__dir__", object_dir, "", "Default dir() implementation."},
    {"__init_subclass__", object_init_subclass, "This method is called when a class is subclassed.",
     NativeKind::Class},
    {"__subclasshook__", object_subclass_hook,
     "Abstract classes can override this to customize issubclass().", NativeKind::Class},
    {},
};
const GetSetDef kGetSet[] = {
    {"__class__", object_get_class, object_set_class, "the object's class"},
    {},
};

}  // namespace

constinit Type object_type = [] {
  Type t = static_type("object", sizeof(Object), kBase);
  t.dealloc = object_dealloc;
  t.repr = object_repr;
  t.str = object_str;
  t.hash = hash_identity;
  t.compare = object_compare;
  t.get_attr = generic_get_attr;
  t.set_attr = generic_set_attr;
  t.new_ = object_new;
  t.init = object_init;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc =
      "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and "
      "returns a new featureless\ninstance that has no instance attributes and cannot be "
      "given any.\n";
  return t;
}();

}  // namespace gilbox::py
