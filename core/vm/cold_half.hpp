// The one call from the eval loop into the cold halves: which function finishes which instruction.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

// What the loop has no quick way for; f.pc names `i`. Calls, RETURN, YIELD and SEND, which the loop
// sees to itself, must not come here.
Step cold_half(Thread& t, Frame& f, const Insn& i);

}  // namespace gilbox::py
