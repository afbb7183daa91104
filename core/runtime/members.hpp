// The words of __slots__ in an instance of a class: Type::aux of them for each class of its chain
// of bases, behind the base's part. Private to runtime/ and types/.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

inline uint32_t members_start(const Type& type) { return (type.base->instance_size + 7) & ~7u; }

template <class F>
void for_members(Object* o, F&& f) {
  for (Type* type = o->type; type && has_flag(type, kMembers); type = type->base) {
    if (!has_flag(type, kHeap)) continue;
    auto* words = reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + members_start(*type));
    for (uint32_t i = 0; i < type->aux; ++i) f(words[i]);
  }
}

// The first built-in type among the bases: whose layout and dealloc the instance has.
inline Type& native_base(const Type& type) {
  Type* base = type.base;
  while (base && has_flag(base, kHeap)) base = base->base;
  return base ? *base : object_type;
}

}  // namespace gilbox::py
