// Iterators over the built-in sequences, and the iterator-making builtins (enumerate, zip, map,
// filter, reversed). Layouts are here because the eval loop walks lists, tuples and ranges without
// a call.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

// Over list, tuple or anything with __getitem__; `source` is unbound when exhausted.
struct SequenceIterator : Object {
  Value source;
  int64_t index;
};
extern Type list_iterator_type, tuple_iterator_type, sequence_iterator_type;
extern Type list_reverse_iterator_type, reversed_type;
extern Type callable_iterator_type, enumerate_type, zip_type, map_type, filter_type;

Var make_sequence_iterator(Thread& t, Type& type, Value source, int64_t index = 0);

// range over ints that fit an int64 all the way; others use big arithmetic (range.cpp).
struct RangeIterator : Object {
  int64_t value, step;
  uint64_t left;  // items still to come
};
extern Type range_iterator_type;

Var make_callable_iterator(Thread& t, Value callable, Value sentinel);  // iter(callable, sentinel)
Var self_iter(Thread& t, Value v);  // the iter slot of iterators

}  // namespace gilbox::py
