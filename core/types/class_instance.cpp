// Instances of classes: what their type has for dealloc, traverse and clear.
#include "runtime/gc.hpp"
#include "runtime/members.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"
#include "types/instance.hpp"

namespace gilbox::py {

Dict** instance_dict(Object* o) {
  uint32_t offset = o->type->dict_offset;
  return offset ? reinterpret_cast<Dict**>(reinterpret_cast<char*>(o) + offset) : nullptr;
}

namespace {

// The __dict__ a class added; a built-in base that has one of its own cares for it itself.
Dict** added_dict(Object* o, const Type& native) {
  return native.dict_offset ? nullptr : instance_dict(o);
}

void drop_members(Object* o) {
  if (!has_flag(o->type, kMembers)) return;
  for_members(o, [](Value& v) { Var gone = Var::adopt(std::exchange(v, Value())); });
}

void drop_dict(Object* o, const Type& native) {
  Dict** dict = added_dict(o, native);
  if (dict && *dict) release(static_cast<Object*>(std::exchange(*dict, nullptr)));
}

}  // namespace

void class_dealloc(Object* o) {
  Type& native = native_base(*o->type);
  drop_members(o);
  drop_dict(o, native);
  native.dealloc(o);
}

void class_traverse(Object* o, Visitor& visit) {
  Type& native = native_base(*o->type);
  visit(static_cast<Object*>(o->type));
  if (has_flag(o->type, kMembers)) for_members(o, [&](Value& v) { visit(v); });
  if (Dict** dict = added_dict(o, native); dict && *dict) visit(static_cast<Object*>(*dict));
  if (native.traverse) native.traverse(o, visit);
}

void class_clear(Object* o) {
  Type& native = native_base(*o->type);
  drop_members(o);
  drop_dict(o, native);
  if (native.clear) native.clear(o);
}

Var get_instance_dict(Thread& t, Value v) {
  Dict** dict = instance_dict(v.object());
  if (!dict) return raise_attribute_error(t, v, names::d_dict);
  if (!*dict && !(*dict = make_dict(t).take())) return Var::error();
  return Var(Value::object(*dict));
}

bool set_instance_dict(Thread& t, Value v, Value value) {
  Dict** dict = instance_dict(v.object());
  if (!dict) return raise_attribute_error(t, v, names::d_dict), false;
  if (value.is_unbound()) {
    if (*dict) release(static_cast<Object*>(std::exchange(*dict, nullptr)));
    return true;
  }
  if (!is_dict(value))
    return raise(t, exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", value),
           false;
  Dict* old = *dict;
  retain(value);
  *dict = value.as<Dict>();
  if (old) release(static_cast<Object*>(old));
  return true;
}

namespace {

Var get_weakref(Thread&, Value v) {
  WeakRef** list = weak_list(v.object());
  if (!list || !*list || (*list)->references == 0) return Var::none();
  return Var(Value::object(*list));
}

}  // namespace

const GetSetDef kDictGetSet = {"__dict__", get_instance_dict, set_instance_dict,
                               "dictionary for instance variables"};
const GetSetDef kWeakrefGetSet = {"__weakref__", get_weakref, nullptr,
                                  "list of weak references to the object"};

}  // namespace gilbox::py
