// bytes and bytearray as the shared text methods see them, and their own methods that are the same
// for both.
#pragma once

#include "runtime/buffer.hpp"
#include "types/bytes.hpp"
#include "types/text_methods.hpp"

namespace gilbox::py {

inline bool is_bytearray(Value v) {
  return v.is_object() && is_subtype(v.object()->type, &bytearray_type);
}

struct BytesKind {
  struct Holder {
    Buffer buffer;
    uint8_t byte = 0;
  };
  static constexpr const char* kPart = "subsection";

  static TextView view(Value self) {
    if (is_bytes(self)) return {self.as<Bytes>()->data, self.as<Bytes>()->size, 1};
    return {self.as<ByteArray>()->data, self.as<ByteArray>()->size, 1};
  }
  static bool is_space(uint32_t c) { return c == ' ' || (c >= 9 && c <= 13); }
  static bool is_line_break(uint32_t c) { return c == '\n' || c == '\r'; }
  static Var cut(Thread& t, Value self, uint32_t start, uint32_t end);
  static bool take(Thread& t, Value v, const char* function, int number, Holder&, TextView& out);
  static bool take_item(Thread& t, Value v, const char* function, int number, Holder&,
                        TextView& out);
  static bool take_affix(Thread& t, Value v, const char* function, bool in_tuple, Holder&,
                         TextView& out);
  static bool take_strip(Thread& t, Value v, const char* function, Holder&, TextView& out);
  static bool take_separator(Thread& t, Value v, Holder&, TextView& out);
  static bool take_contained(Thread& t, Value v, Holder&, TextView& out);
};

inline std::string_view bytes_view(Value self) {
  const TextView v = BytesKind::view(self);
  return {static_cast<const char*>(v.data), v.length};
}
// bytes, or bytearray when `like` is one.
Var make_bytes_like(Thread& t, Value like, std::string_view data);
// bytes(object) without encoding: buffers, iterables of ints, __bytes__, counts are not taken.
// `name`: the type to blame, "bytes" or "bytearray".
Ref<Bytes> bytes_from_object(Thread& t, Value v, const char* name = "bytes");
// What bytes(…) and bytearray(…) take: nothing, a count, text with an encoding, the above.
Ref<Bytes> bytes_from_arguments(Thread& t, const char* name, const Value* a);
bool byte_value(Thread& t, Value v, const char* range_error, uint8_t& out);

Var bytes_compare(Thread& t, Value a, Value b, CompareOp op);
Var bytes_get_item(Thread& t, Value v, Value key);
Var bytes_add(Thread& t, Value a, Value b);
Var bytes_multiply(Thread& t, Value a, Value b);
Var bytes_modulo(Thread& t, Value a, Value b);
int bytes_contains(Thread& t, Value v, Value item);
Var bytes_iter(Thread& t, Value v);
int64_t bytes_length(Thread& t, Value v);

// Methods; `kBytesMethods` rows are the same in both types.
Var bytes_join(Thread& t, Value self, const Value* a);
Var bytes_replace(Thread& t, Value self, const Value* a);
Var bytes_translate(Thread& t, Value self, const Value* a);
Var bytes_maketrans(Thread& t, Value self, const Value* a);
Var bytes_hex(Thread& t, Value self, const Value* a);
Var bytes_fromhex(Thread& t, Value type, const Value* a);
Var bytes_decode(Thread& t, Value self, const Value* a);
Var bytes_center(Thread& t, Value self, const Value* a);
Var bytes_ljust(Thread& t, Value self, const Value* a);
Var bytes_rjust(Thread& t, Value self, const Value* a);
Var bytes_zfill(Thread& t, Value self, const Value* a);
Var bytes_expandtabs(Thread& t, Value self, const Value* a);
Var bytes_upper(Thread& t, Value self, const Value* a);
Var bytes_lower(Thread& t, Value self, const Value* a);
Var bytes_title(Thread& t, Value self, const Value* a);
Var bytes_capitalize(Thread& t, Value self, const Value* a);
Var bytes_swapcase(Thread& t, Value self, const Value* a);
Var bytes_isalpha(Thread& t, Value self, const Value* a);
Var bytes_isalnum(Thread& t, Value self, const Value* a);
Var bytes_isascii(Thread& t, Value self, const Value* a);
Var bytes_isdigit(Thread& t, Value self, const Value* a);
Var bytes_islower(Thread& t, Value self, const Value* a);
Var bytes_isupper(Thread& t, Value self, const Value* a);
Var bytes_istitle(Thread& t, Value self, const Value* a);
Var bytes_isspace(Thread& t, Value self, const Value* a);
Ref<Str> hex_text(Thread& t, std::string_view data, Value separator, Value group);

}  // namespace gilbox::py
