// JSON text to objects and back (RFC 8259), as CPython's json reads and writes it; module json is
// built on it.
//
// Nothing here recurses in C++: nesting lives in a stack of its own, to kMostNested levels
// (RecursionError beyond). Long work looks at interrupts. Threads: with the GIL held.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py::json {

inline constexpr uint32_t kMostNested = 9990;

// What JSONDecoder was made with: callables, or None for the usual.
struct DecodeOptions {
  bool strict = true;  // control characters in strings are refused
  Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
};
// The value that begins at code point `at`, which becomes where it ended. JSONDecodeError says what
// is wrong.
Var decode(Thread& t, Str& text, uint32_t& at, const DecodeOptions& options);

// A string literal whose opening quote is before `at`, which becomes what follows the closing one.
Var decode_string(Thread& t, Str& text, uint32_t& at, bool strict);

// raise JSONDecodeError(message, text, at)
Var raise_decode_error(Thread& t, const char* message, Str& text, uint32_t at);

struct EncodeOptions {
  Value fallback;  // callable: what to write for an object of an unknown type
  bool ensure_ascii, check_circular, allow_nan, sort_keys, skip_keys;
  Value indent;  // Str for each level, or None
  Str *key_separator, *item_separator;
};
Var encode(Thread& t, Value v, const EncodeOptions& options);
void put_string(StrBuilder& out, Str& s, bool ensure_ascii);  // with its quotes

}  // namespace gilbox::py::json
