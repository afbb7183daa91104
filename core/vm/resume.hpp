// Generators in the eval loop: resuming them as frames, suspending, throwing into a chain of them.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

// FOR_ITER and SEND over a generator: its frame goes on top.
Step resume_for(Thread& t, Frame& f, const Insn& i, Generator& g, Value sent);
// It returned v (generator finished, frame popped).
Step finish_resume(Thread& t, Frame& f, const Insn& i, Generator& g, Var v);
// YIELD: suspends the frame. Step::Leave: `out` goes to C++.
Step yield_cold(Thread& t, Frame& f, const Insn& i, Var& out);
Step send_cold(Thread& t, Frame& f, const Insn& i, Var& out);  // SEND
// The frame of a generator ends (by return or exception): the resumer's state is back.
void end_generator(Thread& t, Generator& g);
// generator.send(v) and next(generator) called by an instruction: Step::Next means "not one of
// those".
Step call_generator_native(Thread& t, Frame& f, NativeFunction& n, Value self, const Args& args,
                           uint16_t result, uint16_t a, uint32_t end);

Outcome resume_from_native(Thread& t, Generator& g, Resumption how, Value v, Var& result);
extern BoundFn builtin_next_body;  // next()'s C++ function

// The exception of EXC_ENTER / EXC_LEAVE: generators mark "the resumer's" by unbound.
void enter_handler(Thread& t, Frame& f, Value& saved, Value exception);
void leave_handler(Thread& t, Frame& f, Var saved);

}  // namespace gilbox::py
