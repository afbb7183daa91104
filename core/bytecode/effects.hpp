// What an instruction does to registers, decoded from its operand picture (opcodes.def) once for
// everybody who looks at code without running it: the verifier, the disassembler, the compiler's
// flow pass. Threads: pure functions over constant tables.
#pragma once

#include <cstdint>

#include "bytecode/insn.hpp"

namespace gilbox::bytecode {

enum class Operand : uint8_t {
  none,
  write,      // d
  read,       // r
  keep,       // k
  constant,   // K
  name,       // N
  immediate,  // i
  count,      // u
  run,        // F
  jump16,     // j
  jump32,     // J
};

struct Operands {
  Operand a = Operand::none, b = Operand::none, c = Operand::none;
  bool specific = false;  // x: operation-specific bits above the kill bits
};
extern const Operands kOperands[kOpCount];
inline const Operands& operands(Op op) { return kOperands[static_cast<int>(op)]; }

struct Run {
  uint16_t first = 0;
  uint32_t count = 0;
};

struct Effects {
  struct Read {
    uint16_t reg;
    bool kill;
  };
  Read reads[4];  // in operand order
  int read_count = 0;
  Run consumed;    // a run of temporaries that end here; of CALL_EX the last one may hold nothing
  Run written[2];  // registers that hold something afterwards
  int written_count = 0;
};

Effects effects(const Insn& insn);

// The jump of `insn` in words from the end of it and its caches; has_jump() first.
bool has_jump(Op op);
int32_t jump_distance(const Insn& insn);
// Whether the instruction behind `op` is never reached from it.
bool ends_block(Op op);

}  // namespace gilbox::bytecode
