// The characters of a Str with their width as a C++ type, for loops that should be compiled once a
// width:
//
//   with_data(s, [&](const auto* characters) { … characters[i] … });
//
// Threads: as Str.
#pragma once

#include <cstring>

#include "runtime/str.hpp"

namespace gilbox::py {

template <class F>
decltype(auto) with_data(const Str& s, F&& f) {
  switch (s.width) {
    case 1: return f(static_cast<const uint8_t*>(s.data));
    case 2: return f(static_cast<const uint16_t*>(s.data));
    default: return f(static_cast<const uint32_t*>(s.data));
  }
}
template <class F>
decltype(auto) with_writable_data(Str& s, F&& f) {
  switch (s.width) {
    case 1: return f(static_cast<uint8_t*>(s.data));
    case 2: return f(static_cast<uint16_t*>(s.data));
    default: return f(static_cast<uint32_t*>(s.data));
  }
}

constexpr uint8_t width_for(uint32_t max_code_point) {
  return max_code_point < 0x100 ? 1 : max_code_point < 0x10000 ? 2 : 4;
}

// `count` code points of width `from` written with width `to`, which is not smaller.
inline void copy_code_points(void* out, uint8_t to, const void* in, uint8_t from, size_t count) {
  if (to == from) {
    if (count) std::memcpy(out, in, count * to);  // an empty text may have no memory at all
    return;
  }
  const auto widen = [&](auto* o, const auto* i) {
    for (size_t k = 0; k < count; ++k) o[k] = i[k];
  };
  if (from == 1 && to == 2)
    widen(static_cast<uint16_t*>(out), static_cast<const uint8_t*>(in));
  else if (from == 1)
    widen(static_cast<uint32_t*>(out), static_cast<const uint8_t*>(in));
  else
    widen(static_cast<uint32_t*>(out), static_cast<const uint16_t*>(in));
}

inline void* data_at(const Str& s, size_t index) {
  return static_cast<char*>(s.data) + index * s.width;
}

// A new Str of `type` (str or a subclass) whose characters the caller fills in: exactly `length` of
// them, the largest needing exactly `width`; `ascii` says whether all are below 0x80. `spare` more
// code points of room are kept for str_append. Null: MemoryError.
Ref<Str> allocate_str(Thread& t, Type& type, uint32_t length, uint8_t width, bool ascii,
                      uint32_t spare = 0);

void str_dealloc(Object* object);

// Or of all code points is enough to tell ASCII, Latin-1 and 16 bits apart.
template <class T>
uint32_t merged_code_points(const T* data, size_t count) {
  uint32_t merged = 0;
  size_t i = 0;
  if constexpr (sizeof(T) == 1) {
    uint64_t many = 0;
    for (; i + 8 <= count; i += 8) {
      uint64_t word;
      std::memcpy(&word, data + i, 8);
      many |= word;
    }
    if (many & 0x8080808080808080ull) return 0x80;
  }
  for (; i < count; ++i) merged |= data[i];
  return merged;
}

}  // namespace gilbox::py
