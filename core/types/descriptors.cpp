// member_descriptor (a word of __slots__) and getset_descriptor (a computed attribute).
#include "types/descriptors.hpp"

#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Var make_member(Thread& t, Type& owner, Str* name, uint32_t offset) {
  auto* d = make<MemberDescriptor>(t, member_descriptor_type);
  if (!d) return Var::error();
  retain(static_cast<Object*>(&owner));
  retain(static_cast<Object*>(name));
  d->owner = &owner;
  d->name = name;
  d->offset = offset;
  return Var::adopt(Value::object(d));
}

Var make_getset(Thread& t, Type& owner, const GetSetDef& def) {
  auto* d = make<GetSetDescriptor>(t, getset_type);
  if (!d) return Var::error();
  Str* name = intern(t, def.name);
  if (!name) return Var::error();
  retain(static_cast<Object*>(&owner));
  retain(static_cast<Object*>(name));
  d->owner = &owner;
  d->name = name;
  d->def = &def;
  return Var::adopt(Value::object(d));
}

namespace {

struct Named : Object {
  Type* owner;
  Str* name;
};
Named& named(Value v) { return *v.as<Named>(); }

bool fits(Thread& t, Value v, Value instance) {
  if (is_subtype(fast_type_of(instance), named(v).owner)) return true;
  raise(t, exc::TypeError, "descriptor '%U' for '%s' objects doesn't apply to a '%T' object",
        named(v).name, named(v).owner->name, instance);
  return false;
}

Value& member_word(Value v, Value instance) {
  return *reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.object()) +
                                   v.as<MemberDescriptor>()->offset);
}

Var member_get(Thread& t, Value v, Value instance, Value) {
  if (instance.is_unbound()) return Var(v);
  if (!fits(t, v, instance)) return Var::error();
  Value found = member_word(v, instance);
  return found.is_unbound() ? raise_attribute_error(t, instance, named(v).name) : Var(found);
}
bool member_set(Thread& t, Value v, Value instance, Value value) {
  if (!fits(t, v, instance)) return false;
  Value& word = member_word(v, instance);
  if (value.is_unbound() && word.is_unbound())
    return raise(t, exc::AttributeError, "%U", named(v).name), false;
  retain(value);
  Var old = Var::adopt(std::exchange(word, value));
  return true;
}

Var getset_get(Thread& t, Value v, Value instance, Value) {
  if (instance.is_unbound()) return Var(v);
  return fits(t, v, instance) ? v.as<GetSetDescriptor>()->def->get(t, instance) : Var::error();
}
bool getset_set(Thread& t, Value v, Value instance, Value value) {
  if (!fits(t, v, instance)) return false;
  if (auto* set = v.as<GetSetDescriptor>()->def->set) return set(t, instance, value);
  return raise(t, exc::AttributeError, "attribute '%U' of '%s' objects is not writable",
               named(v).name, named(v).owner->name),
         false;
}

Var member_repr(Thread& t, Value v) {
  return format_text(t, "<member '%U' of '%s' objects>", named(v).name, named(v).owner->name).var();
}
Var getset_repr(Thread& t, Value v) {
  return format_text(t, "<attribute '%U' of '%s' objects>", named(v).name, named(v).owner->name)
      .var();
}

Var get_name(Thread&, Value v) { return Var(Value::object(named(v).name)); }
Var get_qualname(Thread& t, Value v) {
  Var owner = get_attr(t, Value::object(named(v).owner), names::d_qualname);
  if (owner.failed()) return owner;
  return format_text(t, "%S.%U", owner.get(), named(v).name).var();
}
Var get_owner(Thread&, Value v) { return Var(Value::object(named(v).owner)); }
Var no_doc(Thread&, Value) { return Var::none(); }
Var get_doc(Thread& t, Value v) {
  const char* doc = v.as<GetSetDescriptor>()->def->doc;
  return doc ? make_str(t, doc).var() : Var::none();
}

void named_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Object*>(static_cast<Named*>(o)->owner));
}
void named_dealloc(Object* o) {
  auto* d = static_cast<Named*>(o);
  if (d->owner) release(static_cast<Object*>(d->owner));
  if (d->name) release(static_cast<Object*>(d->name));
  free_object(o, o->type->instance_size);
}

const GetSetDef kMemberGetSet[] = {{"__name__", get_name},
                                   {"__qualname__", get_qualname},
                                   {"__objclass__", get_owner},
                                   {"__doc__", no_doc},
                                   {}};
const GetSetDef kGetSetGetSet[] = {{"__name__", get_name},
                                   {"__qualname__", get_qualname},
                                   {"__objclass__", get_owner},
                                   {"__doc__", get_doc},
                                   {}};

}  // namespace

constinit Type member_descriptor_type = [] {
  Type t = static_type("member_descriptor", sizeof(MemberDescriptor), kGc);
  t.dealloc = named_dealloc;
  t.traverse = named_traverse;
  t.repr = member_repr;
  t.descr_get = member_get;
  t.descr_set = member_set;
  t.getset = kMemberGetSet;
  return t;
}();
constinit Type getset_type = [] {
  Type t = static_type("getset_descriptor", sizeof(GetSetDescriptor), kGc);
  t.dealloc = named_dealloc;
  t.traverse = named_traverse;
  t.repr = getset_repr;
  t.descr_get = getset_get;
  t.descr_set = getset_set;
  t.getset = kGetSetGetSet;
  return t;
}();

}  // namespace gilbox::py
