// The slots of classes: functions that find the dunder method of a Python class and call it.
//
// The eval loop compares a slot with these to recognise a method written in Python and pushes a
// frame for it instead of recursing through here.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

Var slot_repr(Thread& t, Value v);
Var slot_str(Thread& t, Value v);
bool slot_hash(Thread& t, Value v, int64_t& out);
Var slot_compare(Thread& t, Value a, Value b, CompareOp op);
Var slot_get_attr(Thread& t, Value v, Str* name);  // __getattribute__, then __getattr__
bool slot_set_attr(Thread& t, Value v, Str* name, Value value);
Var slot_call(Thread& t, Value callee, const Args& args);
Var slot_iter(Thread& t, Value v);
Var slot_next(Thread& t, Value v);
Var slot_descr_get(Thread& t, Value descriptor, Value instance, Value owner);
bool slot_descr_set(Thread& t, Value descriptor, Value instance, Value v);
bool slot_init(Thread& t, Value self, const Args& args);
Var slot_new(Thread& t, Type& type, const Args& args);
void slot_finalize(Thread& t, Value v);
int slot_truth(Thread& t, Value v);
int64_t slot_length(Thread& t, Value v);
Var slot_get_item(Thread& t, Value v, Value key);
bool slot_set_item(Thread& t, Value v, Value key, Value value);
int slot_contains(Thread& t, Value container, Value item);
template <int kOp>
Var slot_binary(Thread& t, Value a, Value b);
template <int kOp>
Var slot_in_place(Thread& t, Value a, Value b);
Var slot_divmod(Thread& t, Value a, Value b);
Var slot_neg(Thread& t, Value v);
Var slot_pos(Thread& t, Value v);
Var slot_invert(Thread& t, Value v);
Var slot_absolute(Thread& t, Value v);
Var slot_to_int(Thread& t, Value v);
Var slot_to_float(Thread& t, Value v);
Var slot_index(Thread& t, Value v);
Var slot_await(Thread& t, Value v);
Var slot_aiter(Thread& t, Value v);
Var slot_anext(Thread& t, Value v);

// Sets every slot of `type` from the methods its mro has; after its dict or bases changed by much.
bool update_all_slots(Type& type);
// Sets the slots that `name` stands for, in `type` and in its subclasses.
void update_slots_of(Type& type, Str* name);

// Calls a function found on a type with `self` in front: args[0] is self.
Var call_descriptor(Thread& t, Value descriptor, const Value* args, uint32_t count);

}  // namespace gilbox::py
