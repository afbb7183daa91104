// The text encodings gilbox knows, and what to do with what they cannot express.
//
// Encodings: utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32 (each with -le and -be),
// unicode_escape and raw_unicode_escape (without \\N{…}), by all the names CPython takes for them.
// Error handlers: strict, ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape,
// surrogatepass.
#pragma once

#include "runtime/buffer.hpp"

namespace gilbox::py {

enum class Encoding : uint8_t {
  utf8,
  utf8_sig,
  ascii,
  latin1,
  utf16,
  utf16_le,
  utf16_be,
  utf32,
  utf32_le,
  utf32_be,
  escapes,
  raw_escapes,
  unknown
};
enum class OnError : uint8_t {
  strict,
  ignore,
  replace,
  backslash,
  xml,
  surrogate_escape,
  surrogate_pass,
  unknown
};

Encoding find_encoding(std::string_view name);
const char* encoding_name(Encoding encoding);  // as error messages and codecs.lookup show it
OnError find_error_handler(std::string_view name);

Ref<Bytes> encode(Thread& t, Str& text, Encoding encoding, OnError on_error,
                  std::string_view handler_name);
Ref<Str> decode(Thread& t, std::string_view data, Encoding encoding, OnError on_error,
                std::string_view handler_name);

Var raise_unicode_encode_error(Thread& t, const char* encoding, Str& text, uint32_t start,
                               uint32_t end, const char* reason);
Var raise_unicode_decode_error(Thread& t, const char* encoding, std::string_view data, size_t start,
                               size_t end, const char* reason);

}  // namespace gilbox::py
