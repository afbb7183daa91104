#include "runtime/hash_table.hpp"

namespace gilbox::py {

namespace {
uint32_t last_keys_version = 0;

void keys_changed(Dict& d) { d.keys_version = ++last_keys_version; }

bool put_new(Thread& t, Dict& d, Value key, uint32_t hash, Value v) {
  DictEntry* e = table::append(t, d, key, hash);
  if (!e) return false;
  retain(v);
  e->value = v;
  keys_changed(d);
  return true;
}

void replace(DictEntry& e, Value v) {
  Value old = e.value;
  retain(v);
  e.value = v;
  release(old);
}

// Takes entry i out: the value goes to the caller.
Var take_out(Dict& d, int64_t i) {
  Var v = Var::adopt(d.entries[i].value);
  d.entries[i].value = Value();
  Var key = Var::adopt(table::remove_at(d, static_cast<uint32_t>(i)));
  keys_changed(d);
  return v;
}
}  // namespace

Ref<Dict> make_dict(Thread& t) {
  Dict* d = make<Dict>(t, dict_type);
  if (d) keys_changed(*d);
  return Ref<Dict>::adopt(d);
}

int32_t dict_find(Dict& d, Str* name) {
  return static_cast<int32_t>(table::find_str(d, *name, str_hash(*name)));
}

Value dict_get(Dict& d, Str* name) {
  int64_t i = table::find_str(d, *name, str_hash(*name));
  return i < 0 ? Value() : d.entries[i].value;
}

bool dict_set(Thread& t, Dict& d, Str* name, Value v) {
  uint32_t hash = str_hash(*name);
  int64_t i = table::find_str(d, *name, hash);
  if (i >= 0) return replace(d.entries[i], v), true;
  return put_new(t, d, Value::object(name), hash, v);
}

bool dict_remove(Dict& d, Str* name) {
  int64_t i = table::find_str(d, *name, str_hash(*name));
  if (i < 0) return false;
  Var gone = take_out(d, i);
  return true;
}

Var dict_get_item(Thread& t, Dict& d, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return Var::error();
  int64_t i = table::find(t, d, key, hash);
  if (i == table::kFailed) return Var::error();
  return i < 0 ? Var::unbound() : Var(d.entries[i].value);
}

bool dict_set_item(Thread& t, Dict& d, Value key, Value v) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return false;
  int64_t i = table::find(t, d, key, hash);
  if (i == table::kFailed) return false;
  if (i >= 0) return replace(d.entries[i], v), true;
  return put_new(t, d, key, hash, v);
}

int dict_contains(Thread& t, Dict& d, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return -1;
  int64_t i = table::find(t, d, key, hash);
  return i == table::kFailed ? -1 : i >= 0;
}

Var dict_pop_item(Thread& t, Dict& d, Value key) {
  uint32_t hash;
  if (!table::key_hash(t, key, hash)) return Var::error();
  int64_t i = table::find(t, d, key, hash);
  if (i == table::kFailed) return Var::error();
  return i < 0 ? Var::unbound() : take_out(d, i);
}

int dict_remove_item(Thread& t, Dict& d, Value key) {
  Var gone = dict_pop_item(t, d, key);
  return gone.failed() ? -1 : !gone.is_unbound();
}

DictEntry* dict_next(Dict& d, uint32_t& at) { return table::next_entry(d, at); }

void dict_clear(Dict& d) {
  // Detach first: releasing a value may run code that looks at this dict.
  DictEntry* entries = d.entries;
  uint32_t used = d.used, capacity = d.capacity;
  d.entries = nullptr;
  d.used = d.capacity = d.live = 0;
  table::free_storage(d);
  keys_changed(d);
  for (uint32_t i = 0; i < used; ++i) {
    if (entries[i].key.is_unbound()) continue;
    release(entries[i].key);
    release(entries[i].value);
  }
  if (entries) deallocate(entries, capacity * sizeof(DictEntry));
}

Ref<Dict> dict_copy(Thread& t, Dict& d) {
  Ref<Dict> copy = make_dict(t);
  if (!copy || d.live == 0) return copy;
  if (!table::grow(t, *copy, d.live)) return {};
  uint32_t at = 0;
  while (DictEntry* e = dict_next(d, at))
    if (!put_new(t, *copy, e->key, e->hash, e->value)) return {};
  return copy;
}

namespace {
bool merge_one(Thread& t, Dict& into, Value key, Value v, bool replace_old) {
  if (!replace_old) {
    int there = dict_contains(t, into, key);
    if (there) return there > 0;
  }
  return dict_set_item(t, into, key, v);
}

bool merge_dict(Thread& t, Dict& into, Dict& from, bool replace_old) {
  if (&into == &from) return true;
  uint32_t at = 0, version = from.keys_version;
  while (DictEntry* e = dict_next(from, at)) {
    Var key(e->key), v(e->value);
    if (!merge_one(t, into, key, v, replace_old)) return false;
    if (from.keys_version != version)
      return raise(t, exc::RuntimeError, "dict mutated during update"), false;
  }
  return true;
}

bool merge_pairs(Thread& t, Dict& into, Value pairs, bool replace_old) {
  int index = 0;
  return for_each(t, pairs, [&](Value pair) {
    if (is_str(pair) || !(is_list(pair) || is_tuple(pair))) {
      Var it = iter(t, pair);
      if (it.failed()) {
        if (clear_if(t, exc::TypeError))
          raise(t, exc::TypeError,
                "cannot convert dictionary update sequence element #%d to a sequence", index);
        return false;
      }
    }
    Ref<Tuple> two = tuple_from(t, pair);
    if (!two) return false;
    if (two->size != 2)
      return raise(t, exc::ValueError,
                   "dictionary update sequence element #%d has length %u; 2 is required", index,
                   two->size),
             false;
    ++index;
    return merge_one(t, into, two->items[0], two->items[1], replace_old);
  });
}
}  // namespace

bool dict_merge(Thread& t, Dict& into, Value from, bool replace_old) {
  if (is_dict(from) && type_of(from)->iter == dict_type.iter)
    return merge_dict(t, into, *from.as<Dict>(), replace_old);
  Var keys = get_attr_or_unbound(t, from, names::s_keys);
  if (keys.failed()) return false;
  if (keys.is_unbound()) return merge_pairs(t, into, from, replace_old);
  Var all = call(t, keys);
  if (all.failed()) return false;
  return for_each(t, all, [&](Value key) {
    Var v = get_item(t, from, key);
    return !v.failed() && merge_one(t, into, key, v, replace_old);
  });
}

}  // namespace gilbox::py
