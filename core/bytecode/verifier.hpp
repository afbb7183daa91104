// Checks that a code block keeps the promises the virtual machine relies on, so that no code
// object, wherever it comes from, can make it read or write what it must not: every index in range,
// every jump to an instruction, backward ones only by JUMP_BACK, every register holding what its
// reader needs (a value, a cell, a list …) on every path, temporaries written once and consumed
// once, handlers entered with the same temporaries from wherever they are reached.
//
//   if (auto problem = verify(code)) …   // what is wrong and where, for developers
//
// Handlers must be sorted by `start` and not overlap. What the types of values are is not looked at
// beyond that: an instruction given the wrong object must raise a Python error itself. Threads:
// pure.
#pragma once

#include <optional>
#include <string>

#include "bytecode/code.hpp"

namespace gilbox::bytecode {

// The first problem of `code` or of a code block among its constants, or nothing.
std::optional<std::string> verify(const Code& code);

}  // namespace gilbox::bytecode
