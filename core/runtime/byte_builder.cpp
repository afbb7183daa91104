#include "runtime/byte_builder.hpp"

#include <cstring>

namespace gilbox::py {

ByteBuilder::~ByteBuilder() {
  if (data_ != inline_) deallocate(data_, capacity_);
}

bool ByteBuilder::grow(uint64_t more) {
  if (failed_) return false;
  const uint64_t needed = size_ + more;
  const uint64_t room = needed + needed / 2;
  char* memory = nullptr;
  if (more < 0x7FFF0000 && room < 0xFFFF0000) {
    memory = static_cast<char*>(data_ == inline_
                                    ? allocate(static_cast<size_t>(room))
                                    : reallocate(data_, capacity_, static_cast<size_t>(room)));
  }
  if (!memory) {
    failed_ = true;
    (void)raise_memory_error(t_);
    return false;
  }
  if (data_ == inline_) std::memcpy(memory, inline_, size_);
  data_ = memory;
  capacity_ = static_cast<size_t>(room);
  return true;
}

void ByteBuilder::put(std::string_view bytes) {
  if (bytes.empty() || !reserve(bytes.size()) || failed_) return;
  std::memcpy(data_ + size_, bytes.data(), bytes.size());
  size_ += bytes.size();
}

void ByteBuilder::put(char c, uint64_t times) {
  if (times == 0 || !reserve(times) || failed_) return;
  std::memset(data_ + size_, static_cast<unsigned char>(c), static_cast<size_t>(times));
  size_ += static_cast<size_t>(times);
}

Ref<Bytes> ByteBuilder::finish() { return failed_ ? Ref<Bytes>() : make_bytes(t_, view()); }

Var ByteBuilder::finish_like(Value like) {
  if (failed_) return Var::error();
  const bool array = like.is_object() && is_subtype(like.object()->type, &bytearray_type);
  return array ? make_bytearray(t_, view()).var() : make_bytes(t_, view()).var();
}

}  // namespace gilbox::py
