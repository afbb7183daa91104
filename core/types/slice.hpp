// slice objects and the arithmetic of indices shared by all sequences.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

struct Slice : Object {
  Value start, stop, step;  // owned; None when not given
};
extern Type slice_type;

Ref<Slice> make_slice(Thread& t, Value start, Value stop, Value step);
inline bool is_slice(Value v) { return v.is_object() && v.object()->type == &slice_type; }

// What a slice selects of a sequence of `length` items: count items at start, start + step, …
struct SliceRange {
  int64_t start, stop, step;
  uint32_t count;
};
// False with TypeError / ValueError set (indices must be integers, step must not be zero).
bool slice_range(Thread& t, const Slice& slice, int64_t length, SliceRange& out);

// `key` as an index into `length` items, negative ones counted from the end. False with an error
// set: TypeError "<what> indices must be integers or slices, not X" or IndexError "<what> index out
// of range" by `range_message`.
bool sequence_index(Thread& t, Value key, uint32_t length, const char* what,
                    const char* range_message, uint32_t& out);

}  // namespace gilbox::py
