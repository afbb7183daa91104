// array.array: many numbers of one kind in little memory, and the codes of their kinds.
//
// Sizes are those of 64-bit Linux, wherever this runs. While its bytes are lent out an array does
// not change its size (BufferError). Threads: with the GIL held.
#pragma once

#include "runtime/buffer.hpp"

namespace gilbox::py {

struct ArrayCode {
  char code;
  uint8_t size;  // bytes of an item
  const char *too_small, *too_large;
};
const ArrayCode* find_array_code(uint32_t c);  // null: none

struct Array : Object {
  Object* weak;
  const ArrayCode* code;
  uint8_t* data;            // owned
  uint32_t size, capacity;  // items
  uint32_t exports;         // living Buffers
  size_t bytes() const { return size_t{size} * code->size; }
};
extern Type array_type;
inline bool is_array(Value v) { return is_instance(v, array_type); }

Var array_item(Thread& t, const Array& a, uint32_t i);
// Writes v as an item to `out`; false: it is no such number.
bool array_encode(Thread& t, const ArrayCode& code, Value v, uint8_t* out);
bool array_resize(Thread& t, Array& a, uint64_t size);
bool array_append(Thread& t, Array& a, Value v);

extern const NativeDef kArrayMethods[];  // array_methods.cpp

}  // namespace gilbox::py
