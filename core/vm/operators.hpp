// The cold halves of operators, comparisons, conditions, items and iteration. Methods of Python
// classes get a frame (FrameKind::Operator); finish_operator() completes the instruction with what
// they return.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

const Insn* after(const Insn& i);  // the word behind it and its caches
int32_t jump_of(const Insn& i);    // distance of its jump, whichever operand holds it

Step binary_cold(Thread& t, Frame& f, const Insn& i);
Step unary_cold(Thread& t, Frame& f, const Insn& i);
Step compare_cold(Thread& t, Frame& f, const Insn& i);   // LT … GE and the jumps that compare
Step contains_cold(Thread& t, Frame& f, const Insn& i);  // IN, NOT_IN
Step truth_cold(Thread& t, Frame& f, const Insn& i);     // NOT, JUMP_IF_…
Step item_cold(Thread& t, Frame& f, const Insn& i);      // GETITEM…, SETITEM, DELITEM
Step iter_cold(Thread& t, Frame& f, const Insn& i);      // GET_ITER, FOR_ITER

// Numbers that need no call: 1 true, 0 false, -1 not that simple.
int quick_compare(CompareOp op, Value a, Value b);

// A Python method called for instruction `i` (at f.pc) returned v; t.frame is f again.
Step finish_operator(Thread& t, Frame& f, const Insn& i, Var v);
// Calls `fn` for the instruction: by a frame, or at once for generator functions.
Step call_for(Thread& t, Frame& f, const Insn& i, Function& fn, const Value* args, uint32_t count);
// The loop of a FOR_ITER is over.
Step end_loop(Frame& f, const Insn& i);

}  // namespace gilbox::py
