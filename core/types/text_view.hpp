// A run of characters or bytes that somebody keeps alive, and searching in it: shared by str, bytes
// and bytearray.
// Threads: pure functions.
#pragma once

#include "base/code_points.hpp"
#include "runtime/str.hpp"

namespace gilbox::py {

struct TextView : base::CodePoints {
  TextView part(uint32_t start, uint32_t end) const {
    return {{static_cast<const char*>(data) + size_t(start) * width, end - start, width}};
  }
};
inline TextView view_of(const Str& s) { return {{s.data, s.length, s.width}}; }

// Place of `needle` in `text`, or -1: the first, or the last one. Linear time for large inputs.
int64_t find_first(TextView text, TextView needle);
int64_t find_last(TextView text, TextView needle);
// Occurrences that do not overlap; at most `most`.
uint32_t count_of(TextView text, TextView needle, uint32_t most = UINT32_MAX);
bool same_text(TextView a, TextView b);
bool starts_with(TextView text, TextView head);
bool ends_with(TextView text, TextView tail);

}  // namespace gilbox::py
