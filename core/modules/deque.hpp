// collections.deque: a ring of values that grows at both ends. Appends and pops are atomic under
// the GIL.
#pragma once

#include "runtime/containers.hpp"

namespace gilbox::py {

struct Deque : Object {
  uint32_t size, capacity;  // capacity: a power of two, or 0
  uint32_t first;           // slot of item 0
  uint32_t changes;         // counts changes of size: iterators notice
  int64_t limit;            // maxlen; -1: none
  Value* items;
  Object* weak;

  Value& at(uint32_t i) const { return items[(first + i) & (capacity - 1)]; }
};
extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type;

Ref<Deque> make_deque(Thread& t, int64_t limit = -1);
bool deque_append(Thread& t, Deque& d, Value item);
bool deque_append_left(Thread& t, Deque& d, Value item);
Var deque_pop(Deque& d);       // unbound: empty
Var deque_pop_left(Deque& d);  // unbound: empty
void deque_clear(Deque& d);

}  // namespace gilbox::py
