// The instructions that are not worth a place in the loop's cache, by group.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

Step build_cold(Thread& t, Frame& f, const Insn& i);     // displays, unpacking, f-strings, slices
Step function_cold(Thread& t, Frame& f, const Insn& i);  // MAKE_FUNCTION, LOAD_BUILD_CLASS, …
Step with_cold(Thread& t, Frame& f, const Insn& i);
Step await_cold(Thread& t, Frame& f, const Insn& i);  // GET_AWAITABLE, GET_AITER, GET_ANEXT …
Step import_cold(Thread& t, Frame& f, const Insn& i);
Step match_cold(Thread& t, Frame& f, const Insn& i);
Step intrinsic_cold(Thread& t, Frame& f, const Insn& i);
Step print_expression(Thread& t, Frame& f, const Insn& i);

// "f()" or "module.f()" as messages about a callee name it.
Ref<Str> callee_name(Thread& t, Value callee);

}  // namespace gilbox::py
