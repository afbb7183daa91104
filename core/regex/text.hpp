// What is searched, and the flags of patterns.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/code_points.hpp"

namespace gilbox::regex {

using Text = base::CodePoints;

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
