// Formats of module struct: text such as "<ih4s" to fields at places, and values to bytes and back.
//
// Native sizes and alignments are those of 64-bit Linux, wherever this runs. Threads: with the GIL
// held.
#pragma once

#include "base/small_vector.hpp"
#include "runtime/buffer.hpp"

namespace gilbox::py::structs {

struct Field {
  char code;        // as in the format; 'x' takes no value
  uint8_t size;     // bytes of one; s and p: 1
  uint32_t count;   // how many stand in a row; s and p: their length
  uint32_t offset;  // of the first
};

class Layout {
 public:
  bool parse(Thread& t, Value format);  // str or bytes; false: struct.error
  size_t size() const { return size_; }
  uint32_t values() const { return values_; }
  Var unpack(Thread& t, const uint8_t* data) const;               // a tuple
  bool pack(Thread& t, const Value* values, uint8_t* out) const;  // writes size() bytes

 private:
  bool field(Thread& t, char code, uint64_t count);
  bool put(Thread& t, const Field& f, Value v, uint8_t* out) const;
  Var get(Thread& t, const Field& f, const uint8_t* data) const;

  base::SmallVector<Field, 8> fields_;
  uint64_t size_ = 0;
  uint32_t values_ = 0;
  bool big_ = false, native_ = true, aligned_ = true;
};

// raise struct.error(…), with the directives of raise().
Var raise_struct_error(Thread& t, Ref<Str> words);

}  // namespace gilbox::py::structs
