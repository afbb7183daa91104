// Code as text, in the manner of Python's `dis`: one instruction a line behind the number of its
// source line.
//
//     3      12  ADD            t0, total, 1
//
// Registers are shown as variables by name, cells as (name), temporaries as t0 …; `t0+` is read and
// stays, a plain read of a temporary ends it. Threads: pure.
#pragma once

#include <string>

#include "bytecode/code.hpp"

namespace gilbox::bytecode {

// `code` and, when `nested`, the code among its constants after it.
std::string disassemble(const Code& code, bool nested = true);

// One instruction (the word at `word`) without its line and offset.
std::string instruction_text(const Code& code, uint32_t word);

// A constant as Python writes it.
std::string constant_text(const Constant& value);

}  // namespace gilbox::bytecode
