#include "bytecode/effects.hpp"

#include <bit>
#include <string_view>

namespace gilbox::bytecode {

namespace {

constexpr Operand operand_of(char letter) {
  switch (letter) {
    case 'd': return Operand::write;
    case 'r': return Operand::read;
    case 'k': return Operand::keep;
    case 'K': return Operand::constant;
    case 'N': return Operand::name;
    case 'i': return Operand::immediate;
    case 'u': return Operand::count;
    case 'F': return Operand::run;
    case 'j': return Operand::jump16;
    default: return Operand::none;
  }
}

constexpr Operands parse(std::string_view picture) {
  Operands result;
  for (size_t at = 0; at < picture.size(); ++at) {
    const char letter = picture[at];
    if (letter == ' ') continue;
    if (letter == 'x') {
      result.specific = true;
    } else if (letter == 'J') {
      result.b = Operand::jump32;
    } else {
      const char field = picture[++at];
      (field == 'a' ? result.a : field == 'b' ? result.b : result.c) = operand_of(letter);
    }
  }
  return result;
}

bool unary(const Insn& insn) {
  switch (static_cast<Intrinsic>(insn.x >> kOpShift)) {
    case Intrinsic::TypeVarWithBound:
    case Intrinsic::TypeVarWithTuple:
    case Intrinsic::SetTypeParamDefault:
    case Intrinsic::SetFunctionTypeParams: return false;
    default: return true;
  }
}

}  // namespace

constexpr Operands kParsed[kOpCount] = {
#define GILBOX_OP(name, operands, caches) parse(operands),
#include "bytecode/opcodes.def"
#undef GILBOX_OP
};

const Operands kOperands[kOpCount] = {
#define GILBOX_OP(name, operands, caches) kParsed[static_cast<int>(Op::name)],
#include "bytecode/opcodes.def"
#undef GILBOX_OP
};

Effects effects(const Insn& insn) {
  Effects result;
  const Operands& shape = operands(insn.op);
  const auto write = [&](uint16_t first, uint32_t count) {
    result.written[result.written_count++] = {first, count};
  };
  const auto plain = [&](Operand operand, uint16_t reg, uint8_t kill) {
    if (operand == Operand::write) write(reg, 1);
    if (operand == Operand::read) result.reads[result.read_count++] = {reg, (insn.x & kill) != 0};
    if (operand == Operand::keep) result.reads[result.read_count++] = {reg, false};
  };
  plain(shape.a, insn.a, kKillA);
  plain(shape.b, insn.b, kKillB);
  plain(shape.c, insn.c, kKillC);
  switch (insn.op) {
    case Op::LOAD_METHOD:
      result.written_count = 0;
      write(insn.a, 2);
      break;
    case Op::UNPACK_SEQUENCE: write(insn.a, insn.c); break;
    case Op::UNPACK_EX: write(insn.a, (insn.c & 0xFFu) + (insn.c >> 8u) + 1u); break;
    case Op::WITH_ENTER:
    case Op::ASYNC_WITH_ENTER: write(insn.a, 2); break;
    case Op::BUILD_TUPLE:
    case Op::BUILD_LIST:
    case Op::BUILD_SET:
    case Op::BUILD_STRING:
    case Op::BUILD_SLICE: result.consumed = {insn.b, insn.c}; break;
    case Op::BUILD_MAP: result.consumed = {insn.b, insn.c * 2u}; break;
    case Op::CALL: result.consumed = {insn.a, insn.b + 1u}; break;
    case Op::CALL_METHOD: result.consumed = {insn.a, insn.b + 2u}; break;
    case Op::CALL_KW:
      result.consumed = {insn.a, insn.b + 1u};
      write(insn.a, 1);
      break;
    case Op::CALL_METHOD_KW:
      result.consumed = {insn.a, insn.b + 2u};
      write(insn.a, 1);
      break;
    case Op::CALL_EX: result.consumed = {insn.a, 3}; break;
    case Op::MAKE_FUNCTION:
      result.consumed = {
          insn.c, static_cast<uint32_t>(std::popcount(static_cast<unsigned>(insn.x >> kOpShift)))};
      break;
    case Op::WITH_EXIT:
    case Op::WITH_EXIT_EXC:
    case Op::IMPORT_NAME: result.consumed = {insn.b, 2}; break;
    case Op::MATCH_CLASS: result.consumed = {insn.b, 3}; break;
    case Op::SEND:
      result.read_count = 0;
      result.consumed = {insn.b, 2};
      break;
    case Op::EXC_GROUP_MATCH: write(insn.b, 1); break;
    case Op::INTRINSIC:
      if (unary(insn)) result.read_count = 1;
      break;
    default: break;
  }
  return result;
}

bool has_jump(Op op) {
  const Operands& shape = operands(op);
  return shape.b == Operand::jump32 || shape.c == Operand::jump16;
}

int32_t jump_distance(const Insn& insn) {
  return operands(insn.op).b == Operand::jump32 ? insn.jump() : static_cast<int16_t>(insn.c);
}

bool ends_block(Op op) {
  switch (op) {
    case Op::JUMP:
    case Op::JUMP_BACK:
    case Op::RETURN:
    case Op::RETURN_CONST:
    case Op::RAISE:
    case Op::RAISE_FROM:
    case Op::RAISE_AGAIN:
    case Op::RERAISE: return true;
    default: return false;
  }
}

}  // namespace gilbox::bytecode
