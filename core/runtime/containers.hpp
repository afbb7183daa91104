// Layouts and core operations of the containers the runtime itself stands on: tuple, list, dict,
// set. Their Python-visible methods are in types/.
#pragma once

#include "runtime/str.hpp"

namespace gilbox::py {

struct Tuple : Object {
  uint32_t size;
  Value* items;  // owned; behind the object
};
struct List : Object {
  uint32_t size, capacity;
  Value* items;
};
extern Type tuple_type, list_type, dict_type, set_type, frozenset_type;

Ref<Tuple> make_tuple(Thread& t, const Value* items, uint32_t size);  // items are borrowed
Ref<Tuple> make_tuple_adopting(Thread& t, Value* items,
                               uint32_t size);  // moves: items become unbound
Ref<List> make_list(Thread& t, const Value* items = nullptr, uint32_t size = 0);
bool list_append(Thread& t, List& list, Value item);
bool list_extend(Thread& t, List& list, Value iterable);
bool list_reserve(Thread& t, List& list, uint64_t capacity);
size_t tuple_bytes(const Tuple& tuple);  // memory of an exact tuple
Tuple* empty_tuple();                    // the one; borrowed
bool make_empty_tuple(Thread& t);        // start-up, after tuple_type exists
void drop_empty_tuple();                 // shutdown

// An insertion-ordered hash table. Up to 8 entries it is searched linearly and has no index.
// `keys_version` changes whenever a key appears or disappears (not when a value is replaced):
// inline caches rely on it.
struct DictEntry {
  Value key;  // unbound: deleted
  Value value;
  uint32_t hash;  // folded to 32 bits
};
struct Dict : Object {
  uint32_t live;            // entries that are not deleted
  uint32_t used, capacity;  // entries written; room
  uint32_t keys_version;
  uint32_t index_size;  // power of two; 0: linear search
  DictEntry* entries;
  void* index;  // uint8/16/32 by index_size; all ones: empty
};

Ref<Dict> make_dict(Thread& t);
// Keys that are interned strings: no errors, no Python code runs. Borrowed result, unbound when
// absent.
Value dict_get(Dict& d, Str* name);
int32_t dict_find(Dict& d, Str* name);                  // entry number or -1: for inline caches
bool dict_set(Thread& t, Dict& d, Str* name, Value v);  // MemoryError only
bool dict_remove(Dict& d, Str* name);                   // false: was absent
// Any key: may run __hash__ / __eq__ and raise.
Var dict_get_item(Thread& t, Dict& d, Value key);  // unbound: absent
bool dict_set_item(Thread& t, Dict& d, Value key, Value v);
int dict_contains(Thread& t, Dict& d, Value key);
int dict_remove_item(Thread& t, Dict& d, Value key);  // 1 removed, 0 absent, -1 error
Var dict_pop_item(Thread& t, Dict& d, Value key);     // unbound: absent
// Next live entry at or after `at`; advances `at`. Null at the end. The dict may change in between.
DictEntry* dict_next(Dict& d, uint32_t& at);
void dict_clear(Dict& d);
bool dict_merge(Thread& t, Dict& into, Value mapping_or_pairs,
                bool replace);  // dict.update's rules
Ref<Dict> dict_copy(Thread& t, Dict& d);

// An open-addressing table laid out exactly as CPython's (Objects/setobject.c), because a set's
// order is visible: {3, 1, 2} prints as {1, 2, 3} there and here. No slot reserved in an empty set.
struct Set : Object {
  struct Entry {
    Value key;  // unbound: never used; Value::blocked(): deleted
    int64_t hash;
  };
  uint32_t live, fill;  // keys; slots that are not unused
  uint32_t size;        // slots: a power of two, or 0
  uint32_t finger;      // where pop() goes on searching
  Entry* entries;
  Object* weak;
  int64_t cached_hash;  // frozenset
  bool has_hash;
};
Ref<Set> make_set(Thread& t, Type& type);
int set_add(Thread& t, Set& s, Value key);  // 1 added, 0 was there, -1 error
int set_contains(Thread& t, Set& s, Value key);
int set_remove(Thread& t, Set& s, Value key);
Set::Entry* set_next(Set& s, uint32_t& at);
Var set_pop(Set& s);  // unbound: empty
bool set_update(Thread& t, Set& s, Value iterable);
void set_clear(Set& s);

}  // namespace gilbox::py
