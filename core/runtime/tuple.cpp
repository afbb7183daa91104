#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {
constexpr size_t kItemsAt = (sizeof(Tuple) + 7) & ~size_t{7};
Tuple* the_empty_tuple = nullptr;

Ref<Tuple> make_uninitialised(Thread& t, uint32_t size) {
  if (size > (1u << 28)) return raise_memory_error(t), Ref<Tuple>();
  auto* tuple = static_cast<Tuple*>(new_object(t, tuple_type, kItemsAt + size * sizeof(Value)));
  if (!tuple) return {};
  tuple->size = size;
  tuple->items = reinterpret_cast<Value*>(reinterpret_cast<char*>(tuple) + kItemsAt);
  return Ref<Tuple>::adopt(tuple);
}
}  // namespace

size_t tuple_bytes(const Tuple& tuple) { return kItemsAt + tuple.size * sizeof(Value); }

Tuple* empty_tuple() { return the_empty_tuple; }

bool make_empty_tuple(Thread& t) {
  Permanent stays;
  the_empty_tuple = make_uninitialised(t, 0).take();
  return the_empty_tuple != nullptr;
}

void drop_empty_tuple() {
  if (the_empty_tuple) release(static_cast<Object*>(std::exchange(the_empty_tuple, nullptr)));
}

Ref<Tuple> make_tuple(Thread& t, const Value* items, uint32_t size) {
  if (size == 0) return Ref<Tuple>(the_empty_tuple);
  Ref<Tuple> tuple = make_uninitialised(t, size);
  if (tuple)
    for (uint32_t i = 0; i < size; ++i) {
      retain(items[i]);
      tuple->items[i] = items[i];
    }
  return tuple;
}

Ref<Tuple> make_tuple_adopting(Thread& t, Value* items, uint32_t size) {
  if (size == 0) return Ref<Tuple>(the_empty_tuple);
  Ref<Tuple> tuple = make_uninitialised(t, size);
  if (tuple)
    for (uint32_t i = 0; i < size; ++i) tuple->items[i] = std::exchange(items[i], Value());
  return tuple;
}

Ref<Tuple> tuple_from(Thread& t, Value iterable) {
  if (iterable.is_object() && type_of(iterable) == &tuple_type)
    return Ref<Tuple>(iterable.as<Tuple>());
  Ref<List> list = list_from(t, iterable);
  if (!list) return {};
  return make_tuple(t, list->items, list->size);
}

}  // namespace gilbox::py
