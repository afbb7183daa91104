#include "sync/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace gilbox::sync {

void stop(const char* message) {
  std::fprintf(stderr, "gilbox: %s\n", message);
  std::abort();
}

}  // namespace gilbox::sync
