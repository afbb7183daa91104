// Layouts of the descriptors made of __slots__ and of GetSetDef rows; open for the eval loop's
// inline caches.
#pragma once

#include "runtime/native.hpp"
#include "runtime/type.hpp"

namespace gilbox::py {

struct MemberDescriptor : Object {
  Type* owner;  // counted
  Str* name;
  uint32_t offset;  // of the Value in the instance; unbound: not set
};
struct GetSetDescriptor : Object {
  Type* owner;
  Str* name;
  const GetSetDef* def;
};
extern Type member_descriptor_type, getset_type;

}  // namespace gilbox::py
