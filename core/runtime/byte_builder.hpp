// Builds bytes piece by piece; memory that runs out is MemoryError, never the end of the process.
//
//   ByteBuilder out(t);
//   out.put(view); out.put('x'); out.put('0', 100);
//   return out.finish().var();                         // null: MemoryError is set
//
// Threads: with the GIL held.
#pragma once

#include "runtime/buffer.hpp"

namespace gilbox::py {

class ByteBuilder {
 public:
  explicit ByteBuilder(Thread& t) : t_(t) {}  // NOLINT: inline_ is written before it is read
  ~ByteBuilder();
  ByteBuilder(const ByteBuilder&) = delete;
  ByteBuilder& operator=(const ByteBuilder&) = delete;

  void put(char c) {
    if (size_ == capacity_ && !grow(1)) return;
    data_[size_++] = c;
  }
  void put(std::string_view bytes);
  void put(char c, uint64_t times);
  bool reserve(uint64_t more) { return size_ + more <= capacity_ || grow(more); }

  size_t size() const { return size_; }
  bool failed() const { return failed_; }
  std::string_view view() const { return {data_, size_}; }
  Ref<Bytes> finish();
  Var finish_like(Value like);  // bytes, or bytearray when `like` is one

 private:
  static constexpr size_t kInline = 96;
  bool grow(uint64_t more);

  Thread& t_;
  char* data_ = inline_;
  size_t size_ = 0, capacity_ = kInline;
  bool failed_ = false;
  char inline_[kInline];
};

}  // namespace gilbox::py
