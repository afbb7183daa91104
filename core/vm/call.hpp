// Calls: from the eval loop without recursion where a Python function is at the end of it, and from
// C++.
#pragma once

#include "vm/eval.hpp"
#include "vm/stack.hpp"

namespace gilbox::py {

// CALL, CALL_METHOD, CALL_KW, CALL_METHOD_KW, CALL_EX, whatever the fast paths left over.
Step call_cold(Thread& t, Frame& f, const Insn& i);

// Pushes a frame for `fn` above `f`, arguments bound (borrowed). Generators are made at once:
// `made` then has the object and nothing is pushed. Error: an exception is set.
Step push_call(Thread& t, Frame* caller, Function& fn, const Args& args, FrameKind kind,
               uint16_t result, Var& made);

// The same for a window that already holds code.simple_arguments (or fewer) arguments; used by the
// loop.
Frame* push_window(Thread& t, Frame& caller, Function& fn, Value* window, uint32_t given,
                   FrameKind kind, uint16_t result);

// The frame's end: registers, references and chunk are given back; t.frame becomes its caller.
void pop_frame(Thread& t, Frame& f);

// What becomes of a value a popped frame returned; t.frame is the caller.
Step deliver(Thread& t, FrameKind kind, uint16_t result, Generator* generator, Var v);

Var call_function(Thread& t, Value function, const Args& args);  // hooks.call_function
Var run_code(Thread& t, CodeObject& code, Dict& globals, Object* name_space,
             Tuple* closure = nullptr);

bool recursion_error(Thread& t);  // raises; always false
// The Python function behind a special method of v's class, when a frame can be pushed for it; null
// otherwise.
Function* python_method(Value v, Str* name);
// The callable and everything after it, registers [a, end), are consumed; `v` goes to `result`.
void finish_call(Frame& f, uint16_t a, uint32_t end, uint16_t result, Var v);

}  // namespace gilbox::py
