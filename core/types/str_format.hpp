// The path behind a field's first name, as in {0.real[3]}: also what string.Formatter needs.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct FieldPath {
  const Str& text;
  uint32_t at, end;
  // The next step: text[start:stop] is an attribute's name or an index (`number`: all digits).
  // False: no more, or `failed` with ValueError set.
  bool next(Thread& t, bool& attribute, bool& number, uint32_t& start, uint32_t& stop,
            bool& failed);
};

}  // namespace gilbox::py
