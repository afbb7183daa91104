// The small callables between a class and a function: bound methods, classmethod, staticmethod,
// property. Layouts are open so that the eval loop can look through them.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct BoundMethod : Object {
  Object* weak;
  Value function, self;
};
extern Type method_type;
Var make_method(Thread& t, Value function, Value self);

struct ClassMethod : Object {
  Dict* dict;
  Value function;
};
struct StaticMethod : ClassMethod {};
extern Type class_method_type, static_method_type;
Var make_static_method(Thread& t, Value function);
Var make_class_method(Thread& t, Value function);

struct Property : Object {
  Value get, set, del, doc, name;
  bool getter_doc;
};
extern Type property_type;

}  // namespace gilbox::py
