// Storage of bytes and bytearray, and lending of their memory.
#include <cstring>

#include "base/small_vector.hpp"
#include "runtime/buffer.hpp"

namespace gilbox::py {

Ref<Bytes> make_bytes_of(Thread& t, Type& type, size_t size) {
  if (size > 0x7FFF0000) return (void)raise_memory_error(t), Ref<Bytes>();
  auto* b = static_cast<Bytes*>(new_object(t, type, type.instance_size + size + 1));
  if (!b) return {};
  b->size = static_cast<uint32_t>(size);
  b->data = reinterpret_cast<uint8_t*>(b) + type.instance_size;
  return Ref<Bytes>::adopt(b);
}

Ref<Bytes> make_bytes_uninitialised(Thread& t, size_t size) {
  return make_bytes_of(t, bytes_type, size);
}

Ref<Bytes> make_bytes(Thread& t, std::string_view data) {
  Ref<Bytes> b = make_bytes_uninitialised(t, data.size());
  if (b && !data.empty()) std::memcpy(b->data, data.data(), data.size());
  return b;
}

void bytes_dealloc(Object* o) {
  free_object(o, o->type->instance_size + static_cast<Bytes*>(o)->size + size_t{1});
}

Ref<ByteArray> make_bytearray(Thread& t, std::string_view data) {
  auto a = Ref<ByteArray>::adopt(
      static_cast<ByteArray*>(new_object(t, bytearray_type, bytearray_type.instance_size)));
  if (!a || !bytearray_resize(t, *a, data.size())) return {};
  if (!data.empty()) std::memcpy(a->data, data.data(), data.size());
  return a;
}

bool bytearray_resize(Thread& t, ByteArray& a, uint64_t size) {
  if (size == a.size) return true;
  if (a.exports) {
    (void)raise(t, exc::BufferError, "Existing exports of data: object cannot be re-sized");
    return false;
  }
  if (size > a.capacity || size < a.capacity / 4) {
    uint64_t room = size;
    if (a.capacity && size > a.capacity) room = size + size / 8 + 8;
    void* memory = nullptr;
    if (room > 0x7FFF0000) return (void)raise_memory_error(t), false;
    if (room) {
      memory = a.data ? reallocate(a.data, a.capacity, static_cast<size_t>(room))
                      : allocate(static_cast<size_t>(room));
      if (!memory) return (void)raise_memory_error(t), false;
    } else if (a.data) {
      deallocate(a.data, a.capacity);
    }
    a.data = static_cast<uint8_t*>(memory);
    a.capacity = static_cast<uint32_t>(room);
  }
  if (size > a.size) std::memset(a.data + a.size, 0, static_cast<size_t>(size - a.size));
  a.size = static_cast<uint32_t>(size);
  return true;
}

void bytearray_dealloc(Object* o) {
  auto* a = static_cast<ByteArray*>(o);
  if (a->data) deallocate(a->data, a->capacity);
  free_object(o, o->type->instance_size);
}

namespace {

struct Lender {
  Type* type;
  BufferFn lend;
  BufferEndFn end;
};
base::SmallVector<Lender, 8> lenders;

const Lender* lender_of(Value v) {
  if (!v.is_object()) return nullptr;
  for (const Lender& lender : lenders)
    if (is_subtype(v.object()->type, lender.type)) return &lender;
  return nullptr;
}

bool is_bytearray(Value v) {
  return v.is_object() && is_subtype(v.object()->type, &bytearray_type);
}

}  // namespace

void register_buffer(Type& type, BufferFn lend, BufferEndFn end) {
  for (const Lender& lender : lenders)
    if (lender.type == &type) return;
  lenders.push_back({&type, lend, end});
}

void Buffer::release() {
  if (owner.is_unbound()) return;
  if (is_bytearray(owner)) {
    --owner.as<ByteArray>()->exports;
  } else if (const Lender* lender = is_bytes(owner) ? nullptr : lender_of(owner)) {
    if (lender->end) lender->end(owner);
  }
  owner = Var();
  data = nullptr;
  length = 0;
}

bool has_buffer(Value v) { return is_bytes(v) || is_bytearray(v) || lender_of(v); }

bool get_buffer(Thread& t, Value v, Buffer& out) {
  out.release();
  if (is_bytes(v)) {
    out.data = v.as<Bytes>()->data;
    out.length = v.as<Bytes>()->size;
    out.readonly = true;
  } else if (is_bytearray(v)) {
    ByteArray& a = *v.as<ByteArray>();
    ++a.exports;
    out.data = a.data;
    out.length = a.size;
    out.readonly = false;
  } else if (const Lender* lender = lender_of(v)) {
    if (!lender->lend(t, v, out)) return false;
  } else {
    (void)raise(t, exc::TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
  }
  out.owner = Var(v);
  return true;
}

bool get_writable_buffer(Thread& t, Value v, Buffer& out) {
  if (!has_buffer(v)) {
    (void)raise(t, exc::TypeError, "a read-write bytes-like object is required, not '%T'", v);
    return false;
  }
  if (!get_buffer(t, v, out)) return false;
  if (!out.readonly) return true;
  out.release();
  (void)raise(t, exc::TypeError, "a read-write bytes-like object is required, not '%T'", v);
  return false;
}

}  // namespace gilbox::py
