// What making a type ready and creating a class have in common. Private to runtime/ and types/.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

template <class T>
class Ref;

// C3: the mro of a class `type` with these bases. Null with TypeError set.
Ref<Tuple> linearise(Thread& t, Type& type, Tuple& bases);
bool add_subclass(Thread& t, Type& base, Type& type);
void remove_subclass(Thread& t, Type& base, Type& type);
Ref<Str> type_short_name(Thread& t, const Type& type);  // __name__
// Type flags that instances' classes take over from their bases.
inline constexpr uint32_t kInherited = kSubInt | kSubStr | kSubTuple | kSubList | kSubDict |
                                       kSubType | kSubException | kSubBytes | kSubFloat |
                                       kSequence | kMapping;
// Copies from `base` every slot that `type` has not.
void inherit_slots(Type& type, const Type& base);
// __new__ of built-in types as a function object whose __self__ is the type.
Var make_new_function(Thread& t, Type& type);
// A member descriptor for the word at `offset` (a name of __slots__).
Var make_member(Thread& t, Type& owner, Str* name, uint32_t offset);
Var make_getset(Thread& t, Type& owner, const GetSetDef& def);
// Instances of classes: releases __slots__ and __dict__, then the built-in base's dealloc.
void class_dealloc(Object* o);
void class_traverse(Object* o, Visitor& visit);
void class_clear(Object* o);
// The __dict__ and __weakref__ attributes a class adds when its base has none.
extern const GetSetDef kDictGetSet, kWeakrefGetSet;
Var get_instance_dict(Thread& t, Value v);
bool set_instance_dict(Thread& t, Value v, Value value);

}  // namespace gilbox::py
