// Attributes with inline caches keyed by the type's version.
#pragma once

#include "types/module.hpp"
#include "vm/eval.hpp"

namespace gilbox::py {

// The two cache words behind LOAD_ATTR, STORE_ATTR and LOAD_METHOD. `version` is the type's; the
// class's own for ClassValue. Whatever `word` points to lives as long as that version.
enum class AttrKind : uint16_t {
  None,
  InstanceDict,   // entry number `hint` of the instance's dict, checked by its key (word: the name)
  TypeValue,      // `word`: the bits of a value found in the type; instances have no dict
  TypeValueDict,  // the same, and the instance's dict must not have the name
  Slot,           // __slots__: a Value at byte offset `hint` of the instance
  ClassValue,     // the receiver is itself the class
  Module,         // entry `hint` of a module's dict
};
struct AttrCache {
  uint32_t version;
  AttrKind kind;
  uint16_t hint;
  uint64_t word;

  Value value() const { return Value::from_bits(word); }
};
static_assert(sizeof(AttrCache) == 2 * sizeof(Insn));
inline AttrCache& attr_cache(const Insn& i) {
  return *reinterpret_cast<AttrCache*>(const_cast<Insn*>(&i + 1));
}
inline Dict* instance_dict(Object* o, const Type* type) {
  return type->dict_offset
             ? *reinterpret_cast<Dict**>(reinterpret_cast<char*>(o) + type->dict_offset)
             : nullptr;
}
// False only when the dict surely lacks the name (hashes of interned names are there already).
inline bool may_contain(const Dict& d, Str* name) {
  if (d.index_size) return true;
  for (uint32_t i = 0; i < d.used; ++i)
    if (d.entries[i].hash == name->hash32) return true;
  return false;
}

// What the cache of a LOAD_ATTR knows of o's attribute, borrowed; unbound: nothing any more.
[[gnu::always_inline]] inline Value cached_attr(const AttrCache& cache, Object* o, Str* name) {
  const Type* type = o->type;
  if (cache.kind == AttrKind::ClassValue)
    return has_flag(type, kSubType) && static_cast<Type*>(o)->version == cache.version
               ? cache.value()
               : Value();
  if (type->version != cache.version) return Value();
  const Dict* d;
  switch (cache.kind) {
    case AttrKind::InstanceDict: d = instance_dict(o, type); break;
    case AttrKind::Module: d = static_cast<Module*>(o)->dict; break;
    case AttrKind::TypeValueDict:
      d = instance_dict(o, type);
      return !d || !may_contain(*d, name) ? cache.value() : Value();
    case AttrKind::Slot: return *reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + cache.hint);
    default: return Value();
  }
  return d && cache.hint < d->used && d->entries[cache.hint].key == cache.value()
             ? d->entries[cache.hint].value
             : Value();
}

Step load_attr_cold(Thread& t, Frame& f, const Insn& i);
Step store_attr_cold(Thread& t, Frame& f, const Insn& i);
Step delete_attr_cold(Thread& t, Frame& f, const Insn& i);
Step load_method_cold(Thread& t, Frame& f, const Insn& i);

}  // namespace gilbox::py
