// Finding who handles an exception: handler tables of frames from the innermost out.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

// The Thread's exception is set; t.frame raised it at its pc. `again`: that frame is in the
// traceback already. Reload: a handler (or the end of a loop) goes on. Leave: an Entry frame is
// gone, the exception stays set.
Step unwind(Thread& t, bool again);

Step handler_cold(Thread& t, Frame& f, const Insn& i);  // EXC_…, RAISE…, RERAISE

}  // namespace gilbox::py
