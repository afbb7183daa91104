// A run of code points (or bytes) that somebody keeps alive, one, two or four bytes each; and the
// flags of patterns.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gilbox::regex {

struct Text {
  const void* data = nullptr;
  uint32_t length = 0;
  uint8_t width = 1;

  uint32_t at(uint32_t i) const {
    return width == 1   ? static_cast<const uint8_t*>(data)[i]
           : width == 2 ? static_cast<const uint16_t*>(data)[i]
                        : static_cast<const uint32_t*>(data)[i];
  }
};

// Numbered as in Python's re.
enum Flag : uint32_t {
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiline = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAscii = 256,
};
inline constexpr uint32_t kTypeFlags = kAscii | kLocale | kUnicode;
inline constexpr uint32_t kUnlimited = UINT32_MAX;

}  // namespace gilbox::regex
