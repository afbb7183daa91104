// Single instructions.
#include "bytecode/effects.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using bytecode::kKillA;
using bytecode::kKillB;
using bytecode::kKillC;

void Lowering::emit(Op op, const Location& at, uint16_t a, uint16_t b, uint16_t c, int x) {
  emitter().emit({.op = op, .x = static_cast<uint8_t>(x), .a = a, .b = b, .c = c}, at);
}

// An instruction that reads one operand: in field b when it writes one, else in field a.
void Lowering::emit_unary(Op op, uint16_t dst, Operand from, const Location& at, int x) {
  if (bytecode::operands(op).a == bytecode::Operand::read) {
    emit(op, at, from.reg, dst, 0, x | (from.temp ? kKillA : 0));
  } else {
    emit(op, at, dst, from.reg, 0, x | (from.temp ? kKillB : 0));
  }
}

void Lowering::emit_binary(Op op, uint16_t dst, Operand b, Operand c, const Location& at, int x) {
  emit(op, at, dst, b.reg, c.reg, x | (b.temp ? kKillB : 0) | (c.temp ? kKillC : 0));
}

void Lowering::jump_if(Op op, Operand from, Label target, const Location& at) {
  emitter().jump({.op = op, .x = from.temp ? kKillA : uint8_t{0}, .a = from.reg}, target, at);
}

void Lowering::move(uint16_t dst, Operand from, const Location& at) {
  if (dst != from.reg) emit_unary(Op::MOVE, dst, from, at);
}

void Lowering::load_constant(Constant value, uint16_t dst, const Location& at) {
  if (value.kind == Constant::Kind::Int && value.integer == static_cast<int16_t>(value.integer)) {
    emit(Op::LOAD_INT, at, dst, static_cast<uint16_t>(value.integer));
    return;
  }
  emit(Op::LOAD_CONST, at, dst, emitter().constant(std::move(value)));
}

void Lowering::load_text(std::string_view text, uint16_t dst, const Location& at) {
  Constant value;
  value.kind = Constant::Kind::Str;
  value.text = text;
  load_constant(std::move(value), dst, at);
}

}  // namespace gilbox::compiler
