// The attributes and methods every class has (__name__, __bases__, mro() …), for type_type.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

extern const NativeDef kTypeMethods[];
extern const GetSetDef kTypeGetSet[];
Var type_module(Thread& t, const Type& type);          // __module__
Var type_qualified_name(Thread& t, const Type& type);  // __qualname__

}  // namespace gilbox::py
