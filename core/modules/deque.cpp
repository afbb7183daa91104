#include "modules/deque.hpp"

#include "runtime/thread.hpp"

namespace gilbox::py {

namespace {
bool grow(Thread& t, Deque& d) {
  uint32_t capacity = d.capacity ? d.capacity * 2 : 8;
  auto* items =
      capacity > (1u << 27) ? nullptr : static_cast<Value*>(allocate(capacity * sizeof(Value)));
  if (!items) return raise_memory_error(t), false;
  for (uint32_t i = 0; i < d.size; ++i) items[i] = d.at(i);
  if (d.items) deallocate(d.items, d.capacity * sizeof(Value));
  d.items = items;
  d.capacity = capacity;
  d.first = 0;
  return true;
}
}  // namespace

Ref<Deque> make_deque(Thread& t, int64_t limit) {
  Ref<Deque> d = Ref<Deque>::adopt(make<Deque>(t, deque_type));
  if (d) d->limit = limit;
  return d;
}

bool deque_append(Thread& t, Deque& d, Value item) {
  if (d.limit == 0) return true;
  Var dropped;
  if (d.limit > 0 && d.size >= d.limit) dropped = deque_pop_left(d);
  if (d.size == d.capacity && !grow(t, d)) return false;
  retain(item);
  d.at(d.size++) = item;
  ++d.changes;
  return true;
}

bool deque_append_left(Thread& t, Deque& d, Value item) {
  if (d.limit == 0) return true;
  Var dropped;
  if (d.limit > 0 && d.size >= d.limit) dropped = deque_pop(d);
  if (d.size == d.capacity && !grow(t, d)) return false;
  retain(item);
  d.first = (d.first - 1) & (d.capacity - 1);
  d.items[d.first] = item;
  ++d.size;
  ++d.changes;
  return true;
}

Var deque_pop(Deque& d) {
  if (d.size == 0) return Var::unbound();
  ++d.changes;
  return Var::adopt(d.at(--d.size));
}

Var deque_pop_left(Deque& d) {
  if (d.size == 0) return Var::unbound();
  Var item = Var::adopt(d.items[d.first]);
  d.first = (d.first + 1) & (d.capacity - 1);
  --d.size;
  ++d.changes;
  return item;
}

void deque_clear(Deque& d) {
  Value* items = d.items;
  uint32_t size = d.size, capacity = d.capacity, first = d.first;
  d.items = nullptr;
  d.size = d.capacity = d.first = 0;
  ++d.changes;
  for (uint32_t i = 0; i < size; ++i) release(items[(first + i) & (capacity - 1)]);
  if (items) deallocate(items, capacity * sizeof(Value));
}

}  // namespace gilbox::py
