#include "host/system_entropy.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace gilbox::host {

void SystemEntropy::fill(std::span<char> bytes) {
  constexpr std::size_t kMostAtOnce = 256;
  while (!bytes.empty()) {
    const auto part = bytes.first(bytes.size() < kMostAtOnce ? bytes.size() : kMostAtOnce);
    if (getentropy(part.data(), part.size()) != 0) {
      std::fprintf(stderr, "gilbox: the system gives no random bytes\n");
      std::abort();
    }
    bytes = bytes.subspan(part.size());
  }
}

}  // namespace gilbox::host
