#include <cstring>

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

bool list_reserve(Thread& t, List& list, uint64_t capacity) {
  if (capacity <= list.capacity) return true;
  uint64_t wanted = list.size + (list.size >> 3) + 6;  // grows by an eighth: amortised appends
  if (wanted < capacity) wanted = capacity;
  if (wanted > (1u << 28)) return raise_memory_error(t), false;
  auto* items = static_cast<Value*>(reallocate(list.items, list.capacity * sizeof(Value),
                                               static_cast<size_t>(wanted) * sizeof(Value)));
  if (!items) return raise_memory_error(t), false;
  list.items = items;
  list.capacity = static_cast<uint32_t>(wanted);
  return true;
}

Ref<List> make_list(Thread& t, const Value* items, uint32_t size) {
  Ref<List> list = Ref<List>::adopt(make<List>(t, list_type));
  if (!list || size == 0) return list;
  if (!list_reserve(t, *list, size)) return {};
  for (uint32_t i = 0; i < size; ++i) {
    Value v = items ? items[i] : Value::none();
    retain(v);
    list->items[i] = v;
  }
  list->size = size;
  return list;
}

bool list_append(Thread& t, List& list, Value item) {
  if (list.size == list.capacity && !list_reserve(t, list, list.size + 1ull)) return false;
  retain(item);
  list.items[list.size++] = item;
  return true;
}

bool list_extend(Thread& t, List& list, Value iterable) {
  if (iterable.is_object() &&
      (type_of(iterable) == &list_type || type_of(iterable) == &tuple_type)) {
    bool is_list = type_of(iterable) == &list_type;
    uint32_t n = is_list ? iterable.as<List>()->size : iterable.as<Tuple>()->size;
    if (!list_reserve(t, list, static_cast<uint64_t>(list.size) + n)) return false;
    const Value* from = is_list ? iterable.as<List>()->items : iterable.as<Tuple>()->items;
    for (uint32_t i = 0; i < n; ++i) {
      retain(from[i]);
      list.items[list.size++] = from[i];
    }
    return true;
  }
  return for_each(t, iterable, [&](Value item) { return list_append(t, list, item); });
}

Ref<List> list_from(Thread& t, Value iterable) {
  Ref<List> list = make_list(t);
  if (list && !list_extend(t, *list, iterable)) return {};
  return list;
}

}  // namespace gilbox::py
