// One instruction of the register machine, and the small enumerations its operands use.
// The instruction set itself is the table opcodes.def.
#pragma once

#include <cstdint>

namespace gilbox::bytecode {

enum class Op : uint8_t {
#define GILBOX_OP(name, operands, caches) name,
#include "bytecode/opcodes.def"
#undef GILBOX_OP
};

inline constexpr int kOpCount = 0
#define GILBOX_OP(name, operands, caches) +1
#include "bytecode/opcodes.def"
#undef GILBOX_OP
    ;

struct OpInfo {
  const char* name;
  const char* operands;  // the picture explained at the head of opcodes.def
  uint8_t caches;        // inline-cache words behind the instruction
};
extern const OpInfo kOps[kOpCount];  // op_info.cpp

struct Insn {
  Op op = Op::NOP;
  uint8_t x = 0;
  uint16_t a = 0, b = 0, c = 0;

  int32_t jump() const {
    return static_cast<int32_t>(static_cast<uint32_t>(b) | static_cast<uint32_t>(c) << 16);
  }
  void set_jump(int32_t words) {
    b = static_cast<uint16_t>(words);
    c = static_cast<uint16_t>(static_cast<uint32_t>(words) >> 16);
  }
};
static_assert(sizeof(Insn) == 8);

// Bits of Insn::x. A kill bit says: the temporary read by that operand ends here.
inline constexpr uint8_t kKillA = 1, kKillB = 2, kKillC = 4;
inline constexpr uint8_t kInPlace = 8;  // arithmetic: the augmented form (`+=`)
inline constexpr int kOpShift = 3;      // operation-specific numbers in x start above the kill bits

// MAKE_FUNCTION: which extras follow, in this order: a tuple, a dict, a dict, a tuple of cells.
inline constexpr uint8_t kDefaults = 1 << 3, kKwDefaults = 2 << 3, kAnnotations = 4 << 3,
                         kClosure = 8 << 3;

enum class CompareOp : uint8_t { LT, LE, EQ, NE, GT, GE };
enum class BinaryOp : uint8_t {
  Add,
  Sub,
  Mul,
  MatMul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  And,
  Or,
  Xor
};
inline constexpr int kBinaryOpCount = 13;
enum class UnaryOp : uint8_t { Neg, Pos, Invert };
enum class Conversion : uint8_t { None, Str, Repr, Ascii };

enum class Intrinsic : uint8_t {
  TypeVar,                // b name                        -> TypeVar
  TypeVarWithBound,       // b name, c function that gives the bound
  TypeVarWithTuple,       // b name, c function that gives the constraints
  TypeVarTuple,           // b name
  ParamSpec,              // b name
  SetTypeParamDefault,    // b type parameter, c function that gives the default
  SubscriptGeneric,       // b tuple of type parameters    -> Generic[…]
  TypeAlias,              // b tuple(name, type parameters or None, function that gives the value)
  SetFunctionTypeParams,  // b function, c tuple        -> function
  AsyncGenWrap,           // b value                       -> what an async generator yields
  StopIterationError,  // b exception                   -> RuntimeError when it is a StopIteration
                       // leaving a generator
};

}  // namespace gilbox::bytecode
