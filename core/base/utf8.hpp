// UTF-8: one code point in, one out, and whole texts checked.
//
// Well-formed means Table 3-7 of the Unicode standard: shortest form, no surrogates, at most
// U+10FFFF. Python's str may hold lone surrogates; Surrogates::allowed takes and makes their
// three-byte form (WTF-8), which is what gilbox stores inside. Nothing here allocates. Threads:
// pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gilbox::base {

inline constexpr char32_t kLastCodePoint = 0x10FFFF;
inline constexpr std::size_t kMostUtf8Bytes = 4;

enum class Surrogates : bool { refused, allowed };

constexpr bool is_surrogate(char32_t code_point) {
  return code_point >= 0xD800 && code_point <= 0xDFFF;
}

struct Utf8Decoded {
  char32_t code_point = 0;
  // Bytes taken. When !ok: the length of the maximal ill-formed part, 1 to 3, so that a replacing
  // decoder gives one U+FFFD for each as CPython does; the byte to blame is the first of them.
  std::uint8_t length = 0;
  bool ok = false;
};

// The code point at the start of `bytes`, which must not be empty.
Utf8Decoded utf8_decode(std::string_view bytes, Surrogates surrogates = Surrogates::refused);

// Writes `code_point` (at most kLastCodePoint) to `out`, which has room for 4 bytes; returns how
// many were written. Surrogates are written as three bytes.
std::size_t utf8_encode(char32_t code_point, char* out);

constexpr std::size_t utf8_length(char32_t code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

// Offset of the first byte that is not part of well-formed UTF-8, or `bytes.size()`.
std::size_t utf8_valid_length(std::string_view bytes, Surrogates surrogates = Surrogates::refused);
inline bool utf8_valid(std::string_view bytes, Surrogates surrogates = Surrogates::refused) {
  return utf8_valid_length(bytes, surrogates) == bytes.size();
}

// What a text that is known to be well-formed contains: sizes for the storage that will hold it.
struct Utf8Census {
  std::size_t code_points = 0;
  char32_t largest = 0;  // exact when above 0x7F; else 0x7F
};
Utf8Census utf8_census(std::string_view bytes);
std::size_t utf8_count(std::string_view bytes);

// Length of the longest prefix of ASCII bytes.
std::size_t ascii_prefix(std::string_view bytes);

// True for the second and later bytes of a sequence.
constexpr bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace gilbox::base
