// Entropy from the system: getentropy(), which Emscripten fills from crypto.getRandomValues().
//
// Threads: any.
#pragma once

#include "host/host.hpp"

namespace gilbox::host {

class SystemEntropy final : public Entropy {
 public:
  void fill(std::span<char> bytes) override;
};

}  // namespace gilbox::host
