// A run of code points (or bytes) that somebody keeps alive, one, two or four bytes each.
// Threads: a plain value.
#pragma once

#include <cstdint>

namespace gilbox::base {

struct CodePoints {
  const void* data = nullptr;
  uint32_t length = 0;
  uint8_t width = 1;

  uint32_t at(uint32_t i) const {
    return width == 1   ? static_cast<const uint8_t*>(data)[i]
           : width == 2 ? static_cast<const uint16_t*>(data)[i]
                        : static_cast<const uint32_t*>(data)[i];
  }
};

}  // namespace gilbox::base
