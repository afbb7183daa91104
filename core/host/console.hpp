// Console: what is special about a terminal. Its bytes are Descriptors 0, 1 and 2.
//
// Threads: every function may be called from any thread.
#pragma once

#include <cstdint>

namespace gilbox::host {

struct ConsoleSize {
  std::uint16_t columns = 80;
  std::uint16_t rows = 24;
};

class Console {
 public:
  virtual ~Console() = default;

  // The terminal's size, or 80 by 24 when there is none.
  virtual ConsoleSize size() = 0;
  // Off: every key arrives at once and unechoed, as a line editor wants it.
  virtual void set_line_mode(bool on) = 0;
};

}  // namespace gilbox::host
