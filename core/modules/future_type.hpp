// What the Python surfaces of Future and Task share.
#pragma once

#include "modules/future.hpp"

namespace gilbox::py {

Var future_new(Thread& t, Type& type, const Args& args);
void future_traverse(Object* o, Visitor& visit);
void future_clear(Object* o);
void future_release(Future& f);  // what dealloc releases
extern const NativeDef kFutureMethods[];
extern const GetSetDef kFutureGetSet[];

}  // namespace gilbox::py
