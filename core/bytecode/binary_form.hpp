// What writer and reader of the binary form share: the fingerprint and the tags.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.hpp"
#include "bytecode/insn.hpp"

namespace gilbox::bytecode {

inline constexpr std::string_view kBinaryMagic = "gilbox\x01\n";

// Changes with every change of the instruction set.
consteval uint64_t binary_fingerprint() {
  uint64_t hash = 0;
#define GILBOX_OP(name, operands, caches) \
  hash = base::hash_bytes(#name "|" operands "|" #caches, hash);
#include "bytecode/opcodes.def"
#undef GILBOX_OP
  return hash;
}

}  // namespace gilbox::bytecode
