// Bytes that an object lends: bytes, bytearray, memoryview (and whatever sets the type's hook).
//
//   Buffer b;
//   if (!get_buffer(t, v, b)) return Var::error();      // "a bytes-like object is required, not
//   'int'" use(b.data, b.length);                              // stays valid while b lives
//
// While a Buffer of it lives a bytearray does not change its size (BufferError).
// Threads: with the GIL held; the bytes may be read without it while the Buffer lives.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Bytes : Object {
  uint32_t size;
  uint32_t hash32;
  bool hashed;
  uint8_t* data;  // behind the object; a zero byte follows
};
extern Type bytes_type;
inline bool is_bytes(Value v) { return v.is_object() && has_flag(v.object()->type, kSubBytes); }

Ref<Bytes> make_bytes(Thread& t, std::string_view data);
Ref<Bytes> make_bytes_uninitialised(Thread& t, size_t size);
Ref<Bytes> make_bytes_of(Thread& t, Type& type, size_t size);  // of bytes or a subclass
void bytes_dealloc(Object* object);

struct ByteArray : Object {
  uint32_t size, capacity;
  uint32_t exports;  // living Buffers
  uint8_t* data;     // owned
};
extern Type bytearray_type;
Ref<ByteArray> make_bytearray(Thread& t, std::string_view data);
void bytearray_dealloc(Object* object);
bool bytearray_resize(Thread& t, ByteArray& a, uint64_t size);  // BufferError while lent out

class Buffer {
 public:
  Buffer() = default;
  ~Buffer() { release(); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  std::string_view view() const {
    return {reinterpret_cast<const char*>(data), static_cast<size_t>(length)};
  }
  void release();

  uint8_t* data = nullptr;
  size_t length = 0;
  bool readonly = true;
  Var owner;  // kept alive
};

// Types of other rooms lend bytes through this hook: fills data, length, readonly (owner is set by
// the caller); `lend` false ends it. Kept in a small table by type: see register_buffer.
using BufferFn = bool (*)(Thread& t, Value v, Buffer& out);
using BufferEndFn = void (*)(Value v);
void register_buffer(Type& type, BufferFn lend, BufferEndFn end);

bool has_buffer(Value v);
bool get_buffer(Thread& t, Value v, Buffer& out);
bool get_writable_buffer(Thread& t, Value v, Buffer& out);

}  // namespace gilbox::py
