// A compiled code block as plain data: the only thing the compiler and the runtime have in common.
// Nothing here allocates Python objects; the runtime turns a Code into a code object
// (types/code_object.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bytecode/insn.hpp"

namespace gilbox::bytecode {

struct Code;

struct Constant {
  enum class Kind : uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Int,        // fits int64: `integer`
    BigInt,     // decimal or 0x… digits in `text`, no underscores
    Float,      // `real`
    Complex,    // imaginary literal: `real` + `imag` j
    Str,        // UTF-8 in `text`; lone surrogates as WTF-8
    Bytes,      // raw in `text`
    Tuple,      // `items`
    FrozenSet,  // `items`
    Code,       // `code`
  };
  Kind kind = Kind::None;
  int64_t integer = 0;
  double real = 0, imag = 0;
  std::string text;
  std::vector<Constant> items;
  std::shared_ptr<const Code> code;
};

// Source range of the instructions from word `start` up to the next row. Lines from 1, columns in
// UTF-8 bytes from 0; -1: none.
struct Position {
  uint32_t start = 0;
  int32_t line = -1, end_line = -1;
  int32_t column = -1, end_column = -1;
};

// Instruction words [start, end): an exception raised there goes to `target`; every temporary from
// register `keep` on is released, then the exception is put in register `exception`. Rows are
// sorted by `start` and do not overlap: an instruction has one handler at most, the innermost.
struct Handler {
  uint32_t start = 0, end = 0, target = 0;
  uint16_t keep = 0, exception = 0;
};

// As CPython's co_flags (Include/cpython/code.h).
enum CodeFlags : uint32_t {
  kOptimized = 0x0001,
  kNewLocals = 0x0002,
  kVarArgs = 0x0004,
  kVarKeywords = 0x0008,
  kNested = 0x0010,
  kGenerator = 0x0020,
  kCoroutine = 0x0080,
  kIterableCoroutine = 0x0100,
  kAsyncGenerator = 0x0200,
  kFutureAnnotations = 0x1000000,
  kHasDocstring = 0x4000000,
  kMethod = 0x8000000,
};

struct Code {
  std::string name, qualified_name, filename;
  uint32_t flags = 0;
  int32_t first_line = 1;
  // Parameters are the first variables: positional (the first `positional_only` of them
  // positional-only), keyword-only, then *args, then **kwargs.
  uint16_t argument_count = 0, positional_only_count = 0, keyword_only_count = 0;
  uint16_t variable_count = 0;  // registers [0, variable_count) are `variables`
  uint16_t local_count = 0;  // … [variable_count, local_count) hold the cells that are no variables
  uint16_t register_count = 0;  // local_count plus temporaries
  std::vector<std::string> variables;
  std::vector<std::string> cells;        // co_cellvars
  std::vector<uint16_t> cell_registers;  // the register of each cell
  std::vector<std::string> free;         // co_freevars: order of the closure tuple
  std::vector<std::string> names;
  std::vector<Constant> constants;  // with kHasDocstring the first one is the docstring
  std::vector<Insn> insns;          // cache words included (all zero)
  std::vector<Position> positions;
  std::vector<Handler> handlers;
};

}  // namespace gilbox::bytecode
