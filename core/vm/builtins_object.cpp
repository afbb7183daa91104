// Builtins about any object: identity, attributes, classes.
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "vm/builtins.hpp"

namespace gilbox::py {

namespace {

Var id(Thread& t, Value, const Value* a) {
  return make_int_unsigned(t, a[0].is_object() ? reinterpret_cast<uintptr_t>(a[0].object())
                                               : a[0].bits() & 0x7FFF'FFFF'FFFF);
}
Var hash_of(Thread& t, Value, const Value* a) {
  int64_t h;
  return hash(t, a[0], h) ? make_int(t, h) : Var::error();
}
Var callable(Thread&, Value, const Value* a) { return Var::boolean(is_callable(a[0])); }

// The interned name of an attribute; null: TypeError set.
Str* attribute_name(Thread& t, Value v) {
  if (is_str(v)) return intern(t, v.as<Str>());
  return raise(t, exc::TypeError, "attribute name must be string, not '%T'", v), nullptr;
}

Var getattr(Thread& t, Value, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "getattr() takes no keyword arguments");
  if (args.count < 2)
    return raise(t, exc::TypeError, "getattr expected at least 2 arguments, got %u", args.count);
  if (args.count > 3)
    return raise(t, exc::TypeError, "getattr expected at most 3 arguments, got %u", args.count);
  Str* name = attribute_name(t, args[1]);
  if (!name) return Var::error();
  if (args.count == 2) return get_attr(t, args[0], name);
  Var v = get_attr_or_unbound(t, args[0], name);
  return v.is_unbound() ? Var(args[2]) : v;
}
Var hasattr(Thread& t, Value, const Value* a) {
  Str* name = attribute_name(t, a[1]);
  if (!name) return Var::error();
  Var v = get_attr_or_unbound(t, a[0], name);
  return v.failed() ? v : Var::boolean(!v.is_unbound());
}
Var setattr(Thread& t, Value, const Value* a) {
  Str* name = attribute_name(t, a[1]);
  return name && set_attr(t, a[0], name, a[2]) ? Var::none() : Var::error();
}
Var delattr(Thread& t, Value, const Value* a) {
  Str* name = attribute_name(t, a[1]);
  return name && set_attr(t, a[0], name, Value()) ? Var::none() : Var::error();
}

Var isinstance(Thread& t, Value, const Value* a) {
  int yes = is_instance_of(t, a[0], a[1]);
  return yes < 0 ? Var::error() : Var::boolean(yes);
}
Var issubclass(Thread& t, Value, const Value* a) {
  int yes = is_subclass_of(t, a[0], a[1]);
  return yes < 0 ? Var::error() : Var::boolean(yes);
}

Var sorted_list(Thread& t, Value iterable) {
  Ref<List> list = list_from(t, iterable);
  if (!list) return Var::error();
  if (call_method(t, list.value(), names::s_sort).failed()) return Var::error();
  return std::move(list).var();
}

Var dir(Thread& t, Value, const Value* a) {
  if (a[0].is_unbound()) {
    Var names = current_locals(t);
    if (names.failed()) return names;
    Var keys = call_method(t, names, names::s_keys);
    return keys.failed() ? keys : sorted_list(t, keys);
  }
  Var listed = call_special(t, a[0], names::d_dir);
  if (listed.failed()) return listed;
  if (listed.is_unbound()) return raise(t, exc::TypeError, "object does not provide __dir__");
  return sorted_list(t, listed);
}

Var vars(Thread& t, Value, const Value* a) {
  if (a[0].is_unbound()) return current_locals(t);
  Var d = get_attr_or_unbound(t, a[0], names::d_dict);
  if (d.is_unbound())
    return raise(t, exc::TypeError, "vars() argument must have __dict__ attribute");
  return d;
}

Var length_of(Thread& t, Value, const Value* a) {
  int64_t n = length(t, a[0]);
  return n < 0 ? Var::error() : make_int(t, n);
}

}  // namespace

const NativeDef kObjectBuiltins[] = {
    {"id", id, "obj, /"},
    {"hash", hash_of, "obj, /"},
    {"callable", callable, "obj, /"},
    {"getattr", getattr},
    {"hasattr", hasattr, "obj, name, /"},
    {"setattr", setattr, "obj, name, value, /"},
    {"delattr", delattr, "obj, name, /"},
    {"isinstance", isinstance, "obj, class_or_tuple, /"},
    {"issubclass", issubclass, "cls, class_or_tuple, /"},
    {"dir", dir, "object=None, /"},
    {"vars", vars, "object=None, /"},
    {"len", length_of, "obj, /"},
    {"__build_class__", build_class_statement},
    {},
};

}  // namespace gilbox::py
