// mappingproxy: a read-only view of a mapping; what class.__dict__ gives.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct MappingProxy : Object {
  Value mapping;
};
extern Type mapping_proxy_type;
Var make_mapping_proxy(Thread& t, Value mapping);

}  // namespace gilbox::py
