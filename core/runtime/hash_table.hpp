// The open-addressing table behind dict (private to runtime/).
//
// Entries stand in insertion order; `index` maps hash positions to entry numbers (1, 2 or 4 bytes
// each, all ones: empty). Up to kLinear entries there is no index: a search walks the entries. A
// deleted entry keeps its place with an unbound key until the next rebuild, so that searches walk
// over it and iteration order holds.
//
// Comparing keys may run Python code that changes the table: a search notices and starts again.
#pragma once

#include <cstring>
#include <type_traits>

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py::table {

inline constexpr uint32_t kLinear = 8;
inline constexpr int64_t kAbsent = -1, kFailed = -2;

inline uint32_t index_width(uint32_t index_size) {
  return index_size <= 256 ? 1 : index_size <= 65536 ? 2 : 4;
}

template <class T>
uint32_t index_get(const T& s, uint32_t slot) {
  if (s.index_size <= 256) {
    uint8_t v = static_cast<const uint8_t*>(s.index)[slot];
    return v == 0xFF ? UINT32_MAX : v;
  }
  if (s.index_size <= 65536) {
    uint16_t v = static_cast<const uint16_t*>(s.index)[slot];
    return v == 0xFFFF ? UINT32_MAX : v;
  }
  return static_cast<const uint32_t*>(s.index)[slot];
}

template <class T>
void index_put(T& s, uint32_t slot, uint32_t entry) {
  if (s.index_size <= 256)
    static_cast<uint8_t*>(s.index)[slot] = static_cast<uint8_t>(entry);
  else if (s.index_size <= 65536)
    static_cast<uint16_t*>(s.index)[slot] = static_cast<uint16_t>(entry);
  else
    static_cast<uint32_t*>(s.index)[slot] = entry;
}

// Where a search begins. Consecutive ints stay neighbours within 2048 slots (walking keys in order
// is then kind to the processor's caches, as in CPython), and high bits count, so multiples of a
// power of two spread.
inline uint32_t first_slot(uint32_t hash, uint32_t mask) {
  return (hash ^ hash >> 11 ^ hash >> 22) & mask;
}

template <class T>
void index_insert(T& s, uint32_t hash, uint32_t entry) {
  uint32_t mask = s.index_size - 1;
  for (uint32_t slot = first_slot(hash, mask), step = 1;; slot = (slot + step++) & mask)
    if (index_get(s, slot) == UINT32_MAX) return index_put(s, slot, entry);
}

template <class T>
void free_storage(T& s);

// Makes room for one more entry; drops deleted ones. False: MemoryError set.
template <class T>
bool grow(Thread& t, T& s, uint32_t wanted = 0) {
  using Entry = std::remove_pointer_t<decltype(s.entries)>;
  uint32_t target = s.live + 1 > wanted ? s.live + 1 : wanted;
  uint32_t capacity, index_size = 0;
  if (target <= 4)
    capacity = 4;
  else if (target <= kLinear)
    capacity = kLinear;
  else {
    if (target > (1u << 27)) return raise_memory_error(t), false;
    index_size = 16;
    while (index_size / 3 * 2 < (wanted ? target : target + target / 2)) index_size *= 2;
    capacity = index_size / 3 * 2;
  }
  auto* entries = static_cast<Entry*>(allocate(capacity * sizeof(Entry)));
  void* index =
      index_size ? allocate(static_cast<size_t>(index_size) * index_width(index_size)) : nullptr;
  if (!entries || (index_size && !index)) {
    if (entries) deallocate(entries, capacity * sizeof(Entry));
    return raise_memory_error(t), false;
  }
  uint32_t n = 0;
  for (uint32_t i = 0; i < s.used; ++i)
    if (!s.entries[i].key.is_unbound()) entries[n++] = s.entries[i];
  free_storage(s);
  s.entries = entries;
  s.capacity = capacity;
  s.used = n;
  s.index = index;
  s.index_size = index_size;
  if (index) {
    memset(index, 0xFF, static_cast<size_t>(index_size) * index_width(index_size));
    for (uint32_t i = 0; i < n; ++i) index_insert(s, entries[i].hash, i);
  }
  return true;
}

template <class T>
void free_storage(T& s) {
  using Entry = std::remove_pointer_t<decltype(s.entries)>;
  if (s.entries) deallocate(s.entries, s.capacity * sizeof(Entry));
  if (s.index) deallocate(s.index, static_cast<size_t>(s.index_size) * index_width(s.index_size));
  s.entries = nullptr;
  s.index = nullptr;
  s.capacity = s.used = s.index_size = 0;
}

// Calls same(entry number) on the candidates for `hash` until it answers non-zero: 1 found, -1 give
// up.
template <class T, class Same>
int64_t probe(const T& s, uint32_t hash, Same&& same) {
  if (!s.index) {
    for (uint32_t i = 0; i < s.used; ++i)
      if (int r = same(i)) return r > 0 ? static_cast<int64_t>(i) : kFailed;
    return kAbsent;
  }
  uint32_t mask = s.index_size - 1;
  for (uint32_t slot = first_slot(hash, mask), step = 1;; slot = (slot + step++) & mask) {
    uint32_t i = index_get(s, slot);
    if (i == UINT32_MAX) return kAbsent;
    if (int r = same(i)) return r > 0 ? static_cast<int64_t>(i) : kFailed;
  }
}

// A str key: no Python code runs. Keys that are not strings never match here.
template <class T>
int64_t find_str(const T& s, Str& name, uint32_t hash) {
  Value key = Value::object(&name);
  return probe(s, hash, [&](uint32_t i) {
    const auto& e = s.entries[i];
    if (e.key == key) return 1;
    if (e.hash != hash || !is_exact_str(e.key)) return 0;
    Str& other = *e.key.template as<Str>();
    if (other.state & name.state & Str::kInterned) return 0;
    return str_equal(other, name) ? 1 : 0;
  });
}

// Whether comparing the two can run no Python code and they are surely different unless identical.
inline bool plain_different(Value a, Value b) {
  return (a.is_small() || a.is_none()) && (b.is_small() || b.is_none());
}

template <class T>
int64_t find(Thread& t, T& s, Value key, uint32_t hash) {
  if (s.live == 0) return kAbsent;
restart:
  bool changed = false;
  auto* entries = s.entries;
  uint32_t used = s.used;
  int64_t r = probe(s, hash, [&](uint32_t i) {
    Value other = s.entries[i].key;
    if (s.entries[i].hash != hash) return 0;  // even for the same key: its hash may have changed
    if (other == key) return 1;
    if (other.is_unbound() || plain_different(other, key)) return 0;
    if (is_exact_str(other) && is_exact_str(key))
      return str_equal(*other.as<Str>(), *key.as<Str>()) ? 1 : 0;
    Var held(other);
    int same = equal(t, other, key);
    if (same < 0) return -1;
    if (s.entries != entries || s.used != used || !(s.entries[i].key == other)) {
      changed = true;
      return -1;
    }
    return same;
  });
  if (changed) goto restart;
  return r;
}

// Hash of a key as tables keep it. False: error set (unhashable).
inline bool key_hash(Thread& t, Value key, uint32_t& out) {
  if (is_exact_str(key)) {
    out = str_hash(*key.as<Str>());
    return true;
  }
  if (key.is_small()) {
    int64_t i = key.small();
    out = fold_hash(i == -1 ? -2 : i);
    return true;
  }
  int64_t h;
  if (!hash(t, key, h)) return false;
  out = fold_hash(h);
  return true;
}

// Appends an entry that is known to be absent; takes a reference to key. Null: MemoryError set.
template <class T>
auto append(Thread& t, T& s, Value key, uint32_t hash) -> decltype(s.entries) {
  if (s.used == s.capacity && !grow(t, s)) return nullptr;
  uint32_t i = s.used++;
  auto* e = &s.entries[i];
  retain(key);
  e->key = key;
  e->hash = hash;
  ++s.live;
  if (s.index) index_insert(s, hash, i);
  return e;
}

// Takes the key out of entry i: the caller releases it (and the value) when the table is consistent
// again.
template <class T>
Value remove_at(T& s, uint32_t i) {
  Value key = s.entries[i].key;
  s.entries[i].key = Value();
  if (--s.live == 0) {
    s.used = 0;
    if (s.index)
      memset(s.index, 0xFF, static_cast<size_t>(s.index_size) * index_width(s.index_size));
  } else if (!s.index && i + 1 == s.used) {
    --s.used;  // the last one of a linear table simply goes
  }
  return key;
}

template <class T>
auto next_entry(T& s, uint32_t& at) -> decltype(s.entries) {
  while (at < s.used) {
    auto* e = &s.entries[at++];
    if (!e->key.is_unbound()) return e;
  }
  return nullptr;
}

}  // namespace gilbox::py::table
