#pragma once
// Which bytes mean what to the lexer. Threads: constants.
#include <cstdint>

namespace gilbox::syntax {

inline constexpr std::uint8_t kNameStart =
    1;  // bytes of wide characters too; these are looked at again
inline constexpr std::uint8_t kNamePart = 2;
inline constexpr std::uint8_t kDigit = 4;
inline constexpr std::uint8_t kBlank = 8;  // does not end a line
inline constexpr std::uint8_t kWide = 16;

struct CharacterClasses {
  std::uint8_t of[256] = {};
  constexpr CharacterClasses() {
    for (int c = 'a'; c <= 'z'; ++c) of[c] = of[c - 'a' + 'A'] = kNameStart | kNamePart;
    of[static_cast<int>('_')] = kNameStart | kNamePart;
    for (int c = '0'; c <= '9'; ++c) of[c] = kDigit | kNamePart;
    for (int c = 128; c < 256; ++c) of[c] = kNameStart | kNamePart | kWide;
    of[static_cast<int>(' ')] = of[static_cast<int>('\t')] = of[static_cast<int>('\f')] = kBlank;
  }
};
inline constexpr CharacterClasses kClasses;

inline std::uint8_t class_of(char c) { return kClasses.of[static_cast<unsigned char>(c)]; }
inline bool is_digit(char c) { return (class_of(c) & kDigit) != 0; }

}  // namespace gilbox::syntax
