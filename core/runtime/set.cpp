#include "runtime/hash_table.hpp"

namespace gilbox::py {

Ref<Set> make_set(Thread& t, Type& type) {
  return Ref<Set>::adopt(static_cast<Set*>(new_object(t, type, type.instance_size)));
}

int set_add(Thread& t, Set& s, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return -1;
  int64_t i = table::find(t, s, key, hash);
  if (i == table::kFailed) return -1;
  if (i >= 0) return 0;
  return table::append(t, s, key, hash) ? 1 : -1;
}

int set_contains(Thread& t, Set& s, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return -1;
  int64_t i = table::find(t, s, key, hash);
  return i == table::kFailed ? -1 : i >= 0;
}

int set_remove(Thread& t, Set& s, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return -1;
  int64_t i = table::find(t, s, key, hash);
  if (i == table::kFailed) return -1;
  if (i < 0) return 0;
  Var gone = Var::adopt(table::remove_at(s, static_cast<uint32_t>(i)));
  return 1;
}

Set::Entry* set_next(Set& s, uint32_t& at) { return table::next_entry(s, at); }

void set_clear(Set& s) {
  Set::Entry* entries = s.entries;
  uint32_t used = s.used, capacity = s.capacity;
  s.entries = nullptr;
  s.used = s.capacity = s.live = 0;
  table::free_storage(s);
  for (uint32_t i = 0; i < used; ++i) release(entries[i].key);
  if (entries) deallocate(entries, capacity * sizeof(Set::Entry));
}

bool set_update(Thread& t, Set& s, Value iterable) {
  return for_each(t, iterable, [&](Value item) { return set_add(t, s, item) >= 0; });
}

}  // namespace gilbox::py
