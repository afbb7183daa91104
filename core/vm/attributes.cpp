#include "vm/attributes.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/descriptors.hpp"
#include "types/method.hpp"
#include "types/module.hpp"
#include "vm/call.hpp"
#include "vm/operators.hpp"

namespace gilbox::py {

namespace {

bool remember(const Insn& i, uint32_t version, AttrKind kind, int32_t hint, uint64_t word) {
  if (version == 0 || hint < 0 || hint > 0xFFFF) return false;
  attr_cache(i) = {version, kind, static_cast<uint16_t>(hint), word};
  return true;
}

int32_t exact_entry(Dict& d, Str* name) {
  int32_t at = dict_find(d, name);
  return at >= 0 && d.entries[at].key == Value::object(name) ? at : -1;
}

// The __slots__ member that `in_type` is for instances of `type`; null: none.
const MemberDescriptor* slot_of(const Type& type, Value in_type) {
  if (!in_type.is_object() || in_type.object()->type != &member_descriptor_type) return nullptr;
  auto* slot = in_type.as<MemberDescriptor>();
  return is_subtype(&type, slot->owner) ? slot : nullptr;
}

// Looks where the attribute is and remembers it; borrowed. Unbound: not a simple case.
Value find_simple(const Insn& i, Value v, Str* name, bool& method) {
  method = false;
  if (!v.is_object()) return Value();
  Object* o = v.object();
  Type& type = *o->type;
  if (type.get_attr == module_type.get_attr && &type == &module_type) {
    Dict& d = *static_cast<Module*>(o)->dict;
    int32_t at = exact_entry(d, name);
    if (at < 0 || !lookup_in_type(type, name).is_unbound()) return Value();
    remember(i, type_version(type), AttrKind::Module, at, Value::object(name).bits());
    return d.entries[at].value;
  }
  if (type.get_attr == type_type.get_attr && has_flag(&type, kSubType)) {
    // A class's own attribute, when its metaclass has nothing of that name and it binds nothing.
    Type& self = *static_cast<Type*>(o);
    if (!lookup_in_type(type, name).is_unbound()) return Value();
    Value found = lookup_in_type(self, name);
    if (found.is_unbound() || (type_of(found)->descr_get && !is_function(found))) return Value();
    remember(i, type_version(self), AttrKind::ClassValue, 0, found.bits());
    return found;
  }
  if (type.get_attr != object_type.get_attr) return Value();
  Value in_type = lookup_in_type(type, name);
  if (const MemberDescriptor* slot = slot_of(type, in_type)) {
    remember(i, type_version(type), AttrKind::Slot, static_cast<int32_t>(slot->offset), 0);
    return *reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + slot->offset);
  }
  if (!in_type.is_unbound() && type_of(in_type)->descr_set) return Value();
  Dict* d = instance_dict(o, &type);
  if (d) {
    int32_t at = dict_find(*d, name);
    if (at >= 0) {
      if (d->entries[at].key == Value::object(name))
        remember(i, type_version(type), AttrKind::InstanceDict, at, Value::object(name).bits());
      return d->entries[at].value;
    }
  }
  if (in_type.is_unbound()) return Value();
  method = has_flag(type_of(in_type), kMethodLike);
  if (type_of(in_type) == &method_descriptor_type &&
      !is_subtype(&type, in_type.as<NativeFunction>()->owner))
    return Value();  // of a foreign type: a TypeError
  if (!method && type_of(in_type)->descr_get) return Value();
  const AttrKind kind = type.dict_offset ? AttrKind::TypeValueDict : AttrKind::TypeValue;
  if (!method || i.op == Op::LOAD_METHOD) remember(i, type_version(type), kind, 0, in_type.bits());
  return in_type;
}

// The Python getter of a property of v's class; null when it is none.
Function* property_getter(Value v, Str* name) {
  if (!v.is_object() || !has_flag(v.object()->type, kHeap) ||
      v.object()->type->get_attr != object_type.get_attr)
    return nullptr;
  Value p = lookup_in_type(*v.object()->type, name);
  if (!p.is_object() || p.object()->type != &property_type) return nullptr;
  Value get = p.as<Property>()->get;
  return is_function(get) ? get.as<Function>() : nullptr;
}

// The cache says that objects of this type keep the attribute in their dict: another one that does
// not have it yet, as while __init__ runs. False: an error is set.
bool store_in_dict(Thread& t, AttrCache& cache, Object* o, Str* name, Value v) {
  auto** place = reinterpret_cast<Dict**>(reinterpret_cast<char*>(o) + o->type->dict_offset);
  if (!*place && !(*place = make_dict(t).take())) return false;
  const Ref<Dict> d(*place);  // what v replaces may have a destructor
  if (!dict_set(t, *d, name, v)) return false;
  const int32_t at = d->used && d->entries[d->used - 1].key == Value::object(name)
                         ? static_cast<int32_t>(d->used - 1)
                         : exact_entry(*d, name);
  if (at >= 0 && at <= 0xFFFF) cache.hint = static_cast<uint16_t>(at);
  return true;
}

}  // namespace

Step load_attr_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.c];
  Value v = f.regs[i.b];
  bool method;
  Value simple = find_simple(i, v, name, method);
  if (!simple.is_unbound() && !method) {
    Var result(simple);
    kill(f, i, bytecode::kKillB, i.b);
    store(f.regs[i.a], std::move(result));
    return Step::Next;
  }
  if (Function* getter = property_getter(v, name)) return call_for(t, f, i, *getter, &v, 1);
  Var result = get_attr(t, v, name);
  if (result.failed()) return Step::Error;
  kill(f, i, bytecode::kKillB, i.b);
  store(f.regs[i.a], std::move(result));
  return Step::Next;
}

Step load_method_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.c];
  Value v = f.regs[i.b];
  bool method;
  Value simple = find_simple(i, v, name, method);
  Var callee, self;
  if (!simple.is_unbound()) {
    callee = Var(simple);
    if (method) self = Var(v);
  } else {
    // A method of a built-in value that is no object, or anything unusual.
    Type& type = *type_of(v);
    Value in_type = type.get_attr == object_type.get_attr && !v.is_object()
                        ? lookup_in_type(type, name)
                        : Value();
    if (!in_type.is_unbound() && has_flag(type_of(in_type), kMethodLike)) {
      callee = Var(in_type);
      self = Var(v);
    } else {
      callee = get_attr(t, v, name);
      if (callee.failed()) return Step::Error;
      if (type_of(callee) == &method_type) {
        auto* bound = callee.as<BoundMethod>();
        self = Var(bound->self);
        callee = Var(bound->function);
      }
    }
  }
  kill(f, i, bytecode::kKillB, i.b);
  store(f.regs[i.a], std::move(callee));
  store(f.regs[i.a + 1], std::move(self));
  return Step::Next;
}

Step store_attr_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.c];
  Value v = f.regs[i.a];
  AttrCache& cache = attr_cache(i);
  if (v.is_object() && cache.kind == AttrKind::InstanceDict &&
      v.object()->type->version == cache.version) {
    if (!store_in_dict(t, cache, v.object(), name, f.regs[i.b])) return Step::Error;
    kill(f, i, bytecode::kKillA, i.a);
    kill(f, i, bytecode::kKillB, i.b);
    return Step::Next;
  }
  if (!set_attr(t, v, name, f.regs[i.b])) return Step::Error;
  if (v.is_object() && v.object()->type->set_attr == object_type.set_attr) {
    Type& type = *v.object()->type;
    Value in_type = lookup_in_type(type, name);
    Dict* d = instance_dict(v.object(), &type);
    if (const MemberDescriptor* slot = slot_of(type, in_type))
      remember(i, type_version(type), AttrKind::Slot, static_cast<int32_t>(slot->offset), 0);
    else if (d && (in_type.is_unbound() || !type_of(in_type)->descr_set))
      remember(i, type_version(type), AttrKind::InstanceDict, exact_entry(*d, name),
               Value::object(name).bits());
  }
  kill(f, i, bytecode::kKillA, i.a);
  kill(f, i, bytecode::kKillB, i.b);
  return Step::Next;
}

Step delete_attr_cold(Thread& t, Frame& f, const Insn& i) {
  if (!set_attr(t, f.regs[i.a], f.code->names[i.c], Value())) return Step::Error;
  kill(f, i, bytecode::kKillA, i.a);
  return Step::Next;
}

}  // namespace gilbox::py
