// The table of sets. Slots are probed as CPython does it: a run of neighbours, then a jump that
// mixes in more of the hash. Equal ints therefore stand in the same order in both.
#include <cstring>

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

constexpr uint32_t kMinimum = 8, kNeighbours = 9;
constexpr int64_t kAbsent = -1, kFailed = -2;

bool is_key(Value v) { return !v.is_unbound() && !v.is_blocked(); }

bool hash_key(Thread& t, Value key, int64_t& out) {
  if (is_exact_str(key)) return out = str_hash(*key.as<Str>()), true;
  return hash(t, key, out);
}

// Calls visit(slot) along the probe sequence of `hash` until it answers true.
template <class F>
void probe(const Set& s, int64_t hash, F&& visit) {
  const uint32_t mask = s.size - 1;
  auto perturb = static_cast<uint64_t>(hash);
  uint64_t i = perturb & mask;
  for (;;) {
    uint32_t last = static_cast<uint32_t>(i) + (i + kNeighbours <= mask ? kNeighbours : 0);
    for (uint32_t slot = static_cast<uint32_t>(i); slot <= last; ++slot)
      if (visit(slot)) return;
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

// Puts a key that is known to be absent into a table without deleted slots. Takes over the
// reference.
void insert_clean(Set& s, Value key, int64_t hash) {
  probe(s, hash, [&](uint32_t slot) {
    if (!s.entries[slot].key.is_unbound()) return false;
    s.entries[slot] = {key, hash};
    return true;
  });
}

bool resize(Thread& t, Set& s, uint64_t wanted) {
  uint64_t size = kMinimum;
  while (size <= wanted) size *= 2;
  if (size > (1u << 27)) return raise_memory_error(t), false;
  auto* entries = static_cast<Set::Entry*>(allocate(size * sizeof(Set::Entry)));
  if (!entries) return raise_memory_error(t), false;
  for (uint64_t i = 0; i < size; ++i) entries[i] = {Value(), 0};
  Set::Entry* old = s.entries;
  uint32_t old_size = s.size;
  s.entries = entries;
  s.size = static_cast<uint32_t>(size);
  s.fill = s.live;
  for (uint32_t i = 0; i < old_size; ++i)
    if (is_key(old[i].key)) insert_clean(s, old[i].key, old[i].hash);
  if (old) deallocate(old, old_size * sizeof(Set::Entry));
  return true;
}

// Slot of `key`, or kAbsent with `unused` set to where it would go, or kFailed.
int64_t find(Thread& t, Set& s, Value key, int64_t hash, uint32_t* unused) {
  if (s.size == 0) return kAbsent;
  for (;;) {
    int64_t result = kAbsent;
    bool changed = false;
    probe(s, hash, [&](uint32_t slot) {
      Set::Entry& e = s.entries[slot];
      if (e.key.is_unbound()) {
        if (unused) *unused = slot;
        return true;
      }
      if (e.hash != hash || e.key.is_blocked()) return false;
      if (e.key == key) return result = slot, true;
      if (is_exact_str(e.key) && is_exact_str(key)) {
        if (str_equal(*e.key.as<Str>(), *key.as<Str>())) return result = slot, true;
        return false;
      }
      const Set::Entry* before = s.entries;
      Var other(e.key);
      int same = equal(t, other, key);  // may run Python code that changes this set
      if (same < 0) return result = kFailed, true;
      if (s.entries != before || !(s.entries[slot].key == other.get())) return changed = true;
      if (same) result = slot;
      return same > 0;
    });
    if (!changed) return result;
    if (s.size == 0) return kAbsent;
  }
}

int add_hashed(Thread& t, Set& s, Value key, int64_t hash) {
  if (s.size == 0 && !resize(t, s, 0)) return -1;
  uint32_t slot = 0;
  int64_t found = find(t, s, key, hash, &slot);
  if (found == kFailed) return -1;
  if (found >= 0) return 0;
  retain(key);
  s.entries[slot] = {key, hash};
  ++s.fill;
  ++s.live;
  if (static_cast<uint64_t>(s.fill) * 5 < static_cast<uint64_t>(s.size - 1) * 3) return 1;
  return resize(t, s, static_cast<uint64_t>(s.live) * (s.live > 50000 ? 2 : 4)) ? 1 : -1;
}

bool reserve_for(Thread& t, Set& s, uint32_t more) {
  uint64_t mask = s.size ? s.size - 1 : kMinimum - 1;
  if ((static_cast<uint64_t>(s.fill) + more) * 5 < mask * 3) return true;
  return resize(t, s, (static_cast<uint64_t>(s.live) + more) * 2);
}

bool merge(Thread& t, Set& into, Set& other) {
  if (&into == &other || other.live == 0) return true;
  if (!reserve_for(t, into, other.live)) return false;
  if (into.size == 0 && !resize(t, into, 0)) return false;
  bool fresh = into.fill == 0;
  bool same_layout = fresh && into.size == other.size && other.fill == other.live;
  for (uint32_t i = 0; i < other.size; ++i) {
    Set::Entry e = other.entries[i];
    if (!is_key(e.key)) continue;
    if (!fresh) {
      Var key(e.key);
      if (add_hashed(t, into, key, e.hash) < 0) return false;
      continue;
    }
    retain(e.key);
    if (same_layout)
      into.entries[i] = e;
    else
      insert_clean(into, e.key, e.hash);
    ++into.fill;
    ++into.live;
  }
  return true;
}

Var take_out(Set& s, uint32_t slot) {
  --s.live;
  return Var::adopt(std::exchange(s.entries[slot].key, Value::blocked()));
}

}  // namespace

Ref<Set> make_set(Thread& t, Type& type) {
  return Ref<Set>::adopt(static_cast<Set*>(new_object(t, type, type.instance_size)));
}

int set_add(Thread& t, Set& s, Value key) {
  int64_t hash;
  return hash_key(t, key, hash) ? add_hashed(t, s, key, hash) : -1;
}

int set_contains(Thread& t, Set& s, Value key) {
  int64_t hash;
  if (!hash_key(t, key, hash)) return -1;
  int64_t slot = find(t, s, key, hash, nullptr);
  return slot == kFailed ? -1 : slot >= 0;
}

int set_remove(Thread& t, Set& s, Value key) {
  int64_t hash;
  if (!hash_key(t, key, hash)) return -1;
  int64_t slot = find(t, s, key, hash, nullptr);
  if (slot < 0) return slot == kFailed ? -1 : 0;
  Var gone = take_out(s, static_cast<uint32_t>(slot));
  return 1;
}

Set::Entry* set_next(Set& s, uint32_t& at) {
  while (at < s.size) {
    Set::Entry* e = &s.entries[at++];
    if (is_key(e->key)) return e;
  }
  return nullptr;
}

Var set_pop(Set& s) {
  if (s.live == 0) return Var::unbound();
  uint32_t slot = s.finger & (s.size - 1);
  while (!is_key(s.entries[slot].key)) slot = (slot + 1) & (s.size - 1);
  s.finger = slot + 1;
  return take_out(s, slot);
}

void set_clear(Set& s) {
  Set::Entry* entries = std::exchange(s.entries, nullptr);
  uint32_t size = std::exchange(s.size, 0);
  s.live = s.fill = s.finger = 0;
  for (uint32_t i = 0; i < size; ++i)
    if (is_key(entries[i].key)) release(entries[i].key);
  if (entries) deallocate(entries, size * sizeof(Set::Entry));
}

bool set_update(Thread& t, Set& s, Value iterable) {
  Type* type = iterable.is_object() ? type_of(iterable) : nullptr;
  if (type == &set_type || type == &frozenset_type) return merge(t, s, *iterable.as<Set>());
  if (type == &dict_type && !reserve_for(t, s, iterable.as<Dict>()->live)) return false;
  return for_each(t, iterable, [&](Value item) { return set_add(t, s, item) >= 0; });
}

}  // namespace gilbox::py
