#include "bytecode/insn.hpp"

namespace gilbox::bytecode {

const OpInfo kOps[kOpCount] = {
#define GILBOX_OP(name, operands, caches) {#name, operands, caches},
#include "bytecode/opcodes.def"
#undef GILBOX_OP
};

}  // namespace gilbox::bytecode
