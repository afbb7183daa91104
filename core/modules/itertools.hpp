// Shared by the files of module itertools: one object layout for all its iterators.
#pragma once

#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/iterators.hpp"

namespace gilbox::py {

struct Walker : Object {
  Value v[5];  // owned; what each means is said where the iterator is made
  int64_t n[3];
};

inline Walker& walker(Value v) { return *v.as<Walker>(); }
// A new iterator with copies of up to four values.
Var make_walker(Thread& t, Type& type, Value v0 = Value(), Value v1 = Value(), Value v2 = Value(),
                Value v3 = Value());
// Puts `v` (taken over) in a slot and releases what was there.
inline void put(Value& slot, Var v) { release(std::exchange(slot, v.take())); }

void walker_traverse(Object* o, Visitor& visit);
void walker_clear(Object* o);
void walker_dealloc(Object* o);

constexpr Type walker_type(const char* name, NewFn make_new, UnaryFn next,
                           const NativeDef* methods = nullptr) {
  Type t = static_type(name, sizeof(Walker), kGc | kBase);
  t.new_ = make_new;
  t.iter = self_iter;
  t.next = next;
  t.traverse = walker_traverse;
  t.clear = walker_clear;
  t.dealloc = walker_dealloc;
  t.methods = methods;
  return t;
}

extern Type product_type, permutations_type, combinations_type, combinations_with_replacement_type;
extern Type groupby_type, grouper_type, tee_type, tee_node_type;
Var make_tee(Thread& t, Value, const Value* a);

}  // namespace gilbox::py
