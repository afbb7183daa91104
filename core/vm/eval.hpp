// The eval loop and what its cold halves tell it.
//
// Cold functions take the frame and the instruction. Before they are called frame.pc names that
// instruction, so whoever raises or looks at the stack sees the right line.
#pragma once

#include "types/frame.hpp"
#include "types/generator.hpp"

namespace gilbox::py {

enum class Step : uint8_t {
  Next,    // done: go on behind the instruction
  Reload,  // go on with t.frame at its pc (a frame was pushed or popped, or a jump was taken)
  Enter,   // as Reload, a function begins: look at the eval breaker
  Error,   // an exception is set
  Again,   // an exception goes on: this frame is in its traceback already
  Leave,   // the Entry frame ended
};

// Runs t.frame, an Entry frame, until it returns, yields (generators) or raises.
Var run(Thread& t);

// Unbinds and gives away what register r holds.
inline Var take(Value& r) { return Var::adopt(std::exchange(r, Value())); }
// Stores an owned value; what was there is released afterwards.
inline void store(Value& r, Var v) {
  Value old = std::exchange(r, v.take());
  release(old);
}
inline void drop(Value& r) {
  Value old = std::exchange(r, Value());
  release(old);
}
inline void kill(Frame& f, const Insn& i, uint8_t bit, uint16_t r) {
  if (i.x & bit) drop(f.regs[r]);
}

}  // namespace gilbox::py
