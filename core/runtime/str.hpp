// Str: immutable Unicode text, one, two or four bytes a code point as its widest needs (as PEP
// 393).
#pragma once

#include <string_view>

#include "runtime/type.hpp"

namespace gilbox::py {

struct Str : Object {
  enum State : uint8_t { kInterned = 1, kAscii = 2, kHashed = 4 };
  uint32_t length;  // code points
  uint32_t hash32;  // valid with kHashed
  uint8_t width;    // 1 (Latin-1), 2, 4 bytes a code point
  uint8_t state;
  void* data;  // behind the object; an extra zero code point follows

  uint32_t at(uint32_t i) const {
    return width == 1   ? static_cast<const uint8_t*>(data)[i]
           : width == 2 ? static_cast<const uint16_t*>(data)[i]
                        : static_cast<const uint32_t*>(data)[i];
  }
  bool is_ascii() const { return state & kAscii; }
  // ASCII text only: the characters themselves.
  std::string_view ascii() const { return {static_cast<const char*>(data), length}; }
};

extern Type str_type;

Ref<Str> make_str(Thread& t, std::string_view utf8);  // valid UTF-8 (WTF-8 surrogates allowed)
Ref<Str> make_ascii(Thread& t, std::string_view ascii);
Ref<Str> make_str_uninitialised(Thread& t, uint32_t length,
                                uint32_t max_code_point);  // caller fills data
Ref<Str> make_str_from(Thread& t, const uint32_t* code_points, uint32_t length);
Ref<Str> substring(Thread& t, Str& s, uint32_t start, uint32_t end);
Ref<Str> concatenate(Thread& t, Str& a, Str& b);
// a + b for `a += b` (and what str_type.in_place[Add] calls): grows `a` itself when the caller's is
// the only reference to it, so that a loop of appends takes time linear in the result.
Ref<Str> str_append(Thread& t, Str& a, Str& b);
Ref<Str> empty_str(Thread& t);
Ref<Str> make_character(Thread& t, uint32_t code_point);  // one shared object for each of Latin-1
Str* intern(
    Thread& t,
    std::string_view utf8);  // lives as long as the interpreter; identity = equality among interned
Str* intern(Thread& t, Str* s);
uint32_t interned_count();
// Hash of text: hash(s) in Python is this number, which is never negative, so that it equals
// fold_hash(hash(s)), the form tables compare.
uint32_t str_hash(Str& s);
// The hash behind it, also that of bytes. Both depend on str_hash_seed: set it before the first
// string is made, or never.
uint64_t hash_memory(const void* data, size_t bytes);
extern uint64_t str_hash_seed;
bool str_equal(Str& a, Str& b);
int str_compare(Str& a, Str& b);  // <0, 0, >0 by code points

// UTF-8 view of a Str: points into it when ASCII, else into own memory. Lone surrogates come out as
// WTF-8.
class Utf8 {
 public:
  explicit Utf8(const Str& s);
  ~Utf8();
  Utf8(const Utf8&) = delete;
  Utf8& operator=(const Utf8&) = delete;
  std::string_view view() const { return {data_, size_}; }
  operator std::string_view() const { return view(); }  // NOLINT
  const char* c_str() const { return data_; }

 private:
  const char* data_;
  size_t size_;
  char* owned_ = nullptr;
};

// Builds text piece by piece; widens as needed. finish() gives the Str (null: MemoryError set).
class StrBuilder {
 public:
  explicit StrBuilder(Thread& t) : t_(t) {}  // NOLINT: inline_ is written before it is read
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  StrBuilder& operator=(const StrBuilder&) = delete;
  void put(uint32_t code_point) {
    if (code_point < 0x80 && width_ == 1 && length_ < capacity_)
      static_cast<uint8_t*>(data_)[length_++] = static_cast<uint8_t>(code_point);
    else
      put_wide(code_point);
  }
  void put(char ascii) { put(static_cast<uint32_t>(static_cast<unsigned char>(ascii))); }
  void put(uint32_t code_point, uint32_t times);
  void put(std::string_view utf8);
  void put(const Str& s);
  void put(const Str& s, uint32_t start, uint32_t end);
  uint32_t length() const { return length_; }
  bool failed() const { return failed_; }  // out of memory: MemoryError is set already
  // The text; puts it into a new Str, so the builder keeps what it holds.
  Ref<Str> finish();

 private:
  static constexpr uint32_t kInline = 64;  // bytes: most texts need no memory of their own
  bool reserve(uint32_t more, uint8_t width);
  void put_wide(uint32_t code_point);
  Thread& t_;
  void* data_ = inline_;
  uint32_t length_ = 0, capacity_ = kInline;
  uint8_t width_ = 1;
  bool ascii_ = true, failed_ = false;
  alignas(4) char inline_[kInline];
};

}  // namespace gilbox::py
