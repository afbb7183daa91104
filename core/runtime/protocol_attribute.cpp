// Attributes and special methods.
#include "runtime/class_slots.hpp"
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Type* type_of(Value v) { return fast_type_of(v); }
const char* type_name(Value v) { return fast_type_of(v)->name; }

namespace {

Dict** dict_slot(Value v) {
  if (!v.is_object()) return nullptr;
  uint32_t offset = v.object()->type->dict_offset;
  return offset ? reinterpret_cast<Dict**>(reinterpret_cast<char*>(v.object()) + offset) : nullptr;
}

Str* interned(Thread& t, Str* name) {
  return name->state & Str::kInterned ? name : intern(t, name);
}

// Descriptors, then the instance's dict, then the class. Unbound when there is no such attribute.
Var find_attr(Thread& t, Value v, Str* name) {
  Type& type = *fast_type_of(v);
  Var descr(lookup_in_type(type, name));
  DescrGetFn get = nullptr;
  if (!descr.is_unbound()) {
    Type* descr_type = fast_type_of(descr);
    get = descr_type->descr_get;
    if (get && descr_type->descr_set) return get(t, descr, v, Value::object(&type));
  }
  if (Dict** dict = dict_slot(v); dict && *dict) {
    Value found = dict_get(**dict, name);
    if (!found.is_unbound()) return Var(found);
  }
  if (get) return get(t, descr, v, Value::object(&type));
  return descr;
}

}  // namespace

Var generic_find_attr(Thread& t, Value v, Str* name) {
  return (name = interned(t, name)) ? find_attr(t, v, name) : Var::error();
}

Var generic_get_attr(Thread& t, Value v, Str* name) {
  if (!(name = interned(t, name))) return Var::error();
  Var found = find_attr(t, v, name);
  return found.is_unbound() ? raise_attribute_error(t, v, name) : found;
}

bool generic_set_attr(Thread& t, Value v, Str* name, Value value) {
  if (!(name = interned(t, name))) return false;
  Type& type = *fast_type_of(v);
  Var descr(lookup_in_type(type, name));
  if (!descr.is_unbound()) {
    if (DescrSetFn set = fast_type_of(descr)->descr_set) return set(t, descr, v, value);
  }
  Dict** dict = dict_slot(v);
  if (dict && (*dict || !value.is_unbound())) {
    if (!*dict && !(*dict = make_dict(t).take())) return false;
    Ref<Dict> held(*dict);
    if (!value.is_unbound()) return dict_set(t, *held, name, value);
    if (dict_remove(*held, name)) return true;
    return raise_attribute_error(t, v, name), false;
  }
  if (dict) return raise_attribute_error(t, v, name), false;
  Ref<Str> text =
      descr.is_unbound()
          ? type.set_attr == generic_set_attr
                ? format_text(t,
                              "'%T' object has no attribute '%U' and no __dict__ for setting new "
                              "attributes",
                              v, name)
                : format_text(t, "'%T' object has no attribute '%U'", v, name)
          : format_text(t, "'%T' object attribute '%U' is read-only", v, name);
  if (!text) return false;
  raise(t, exc::AttributeError, "%U", text.get());
  if (is_exception(t.exception) && matches(t, exc::AttributeError)) {
    auto& e = *t.exception.as<AttributeErrorObject>();
    Var old_object = Var::adopt(e.object), old_name = Var::adopt(e.name);
    e.object = Var(v).take();
    e.name = Var(Value::object(name)).take();
  }
  return false;
}

Var get_attr(Thread& t, Value v, Str* name) {
  if (!(name = interned(t, name))) return Var::error();
  GetAttrFn get = fast_type_of(v)->get_attr;
  return get ? get(t, v, name) : generic_get_attr(t, v, name);
}

Var get_attr(Thread& t, Value v, const char* name) {
  Str* s = intern(t, name);
  return s ? get_attr(t, v, s) : Var::error();
}

Var get_attr_or_unbound(Thread& t, Value v, Str* name) {
  if (!(name = interned(t, name))) return Var::error();
  GetAttrFn get = fast_type_of(v)->get_attr;
  if (!get || get == generic_get_attr) {
    Var found = find_attr(t, v, name);
    if (found.failed() && clear_if(t, exc::AttributeError)) return Var::unbound();
    return found;
  }
  Var found = get(t, v, name);
  if (found.failed() && clear_if(t, exc::AttributeError)) return Var::unbound();
  return found;
}

bool set_attr(Thread& t, Value v, Str* name, Value value) {
  if (!(name = interned(t, name))) return false;
  SetAttrFn set = fast_type_of(v)->set_attr;
  return set ? set(t, v, name, value) : generic_set_attr(t, v, name, value);
}

Var lookup_special(Thread& t, Value v, Str* name) {
  Type& type = *fast_type_of(v);
  Var descr(lookup_in_type(type, name));
  if (descr.is_unbound()) return descr;
  DescrGetFn get = fast_type_of(descr)->descr_get;
  return get ? get(t, descr, v, Value::object(&type)) : descr;
}

Var call_special(Thread& t, Value v, Str* name, const Value* args, uint32_t count) {
  Value descr = lookup_in_type(*fast_type_of(v), name);
  if (descr.is_unbound()) return Var::unbound();
  WithSelf all(v, {args, count, nullptr});
  if (!all.ok()) return raise_memory_error(t);
  return call_descriptor(t, descr, all.args().values, count + 1);
}

Var call_method(Thread& t, Value v, Str* name, const Value* args, uint32_t count) {
  Type& type = *fast_type_of(v);
  // Functions found on the class are called with v in front, without a bound method between.
  if (!type.get_attr || type.get_attr == generic_get_attr) {
    Value descr = lookup_in_type(type, name);
    Dict** dict = dict_slot(v);
    if (!descr.is_unbound() && has_flag(fast_type_of(descr), kMethodLike) &&
        !(dict && *dict && !dict_get(**dict, name).is_unbound())) {
      Var held(descr);
      WithSelf all(v, {args, count, nullptr});
      if (!all.ok()) return raise_memory_error(t);
      return call(t, descr, all.args());
    }
  }
  Var method = get_attr(t, v, name);
  return method.failed() ? method : call(t, method, args, count);
}

}  // namespace gilbox::py
