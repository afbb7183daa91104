// Module builtins: functions by group, and what they share.
#pragma once

#include "runtime/protocol.hpp"
#include "types/module.hpp"

namespace gilbox::py {

// One table a group, each ended by a row without a name.
extern const NativeDef kObjectBuiltins[];     // id, hash, getattr, isinstance, …
extern const NativeDef kNumberBuiltins[];     // abs, round, sum, bin, chr, …
extern const NativeDef kIterationBuiltins[];  // iter, next, all, any, min, max, sorted, …
extern const NativeDef
    kCodeBuiltins[];  // eval, exec, compile, globals, locals, vars, __import__, …
extern const NativeDef kTextBuiltins[];  // print, input, repr, ascii, format

// Makes module builtins (types included) and interpreter.builtins.
bool make_builtins(Thread& t);

// __build_class__(function, name, *bases, metaclass=…, **keywords)
Var build_class_statement(Thread& t, Value self, const Args& args);
// The namespace locals() and vars() mean: of the innermost Python frame.
Var current_locals(Thread& t);

}  // namespace gilbox::py
