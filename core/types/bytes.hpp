// Between bytes and text: codecs and what %-formatting of bytes needs. Storage: runtime/buffer.hpp.
#pragma once

#include "runtime/buffer.hpp"

namespace gilbox::py {

bool is_bytes_like(Value v);
// str(object, encoding, errors); encoding and errors may be unbound.
Ref<Str> decode_object(Thread& t, Value object, Value encoding, Value errors);
Ref<Str> decode_bytes(Thread& t, std::string_view data, const char* encoding, const char* errors,
                      Value object);
Ref<Bytes> encode_text(Thread& t, Str& text, const char* encoding, const char* errors);

Var latin1_bytes(Thread& t, const Str& s);  // all code points below 256
Ref<Str> latin1_text(Thread& t, std::string_view bytes);
Ref<Str> bytes_as_latin1(Thread& t, Value v);  // %s of bytes: bytes-like or __bytes__
bool byte_for_percent_c(Thread& t, Value v, uint32_t& out);
// `array`: as bytearray does it, with every ' escaped.
Ref<Str> repr_of_bytes(Thread& t, std::string_view data, bool array = false);

}  // namespace gilbox::py
