// Arithmetic, comparisons, `and`/`or`, conditional expressions, as values. As conditions:
// lower_conditions.cpp.
#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using Kind = syntax::ast::Kind;

namespace {

Op arithmetic(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Add: return Op::ADD;
    case BinaryOperator::Sub: return Op::SUB;
    case BinaryOperator::Mult: return Op::MUL;
    case BinaryOperator::MatMult: return Op::MATMUL;
    case BinaryOperator::Div: return Op::TRUEDIV;
    case BinaryOperator::FloorDiv: return Op::FLOORDIV;
    case BinaryOperator::Mod: return Op::MOD;
    case BinaryOperator::Pow: return Op::POW;
    case BinaryOperator::LShift: return Op::LSHIFT;
    case BinaryOperator::RShift: return Op::RSHIFT;
    case BinaryOperator::BitAnd: return Op::AND;
    case BinaryOperator::BitOr: return Op::OR;
    case BinaryOperator::BitXor: return Op::XOR;
  }
  return Op::NOP;
}

// The form with a small int in the instruction, or NOP.
Op immediate(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Add: return Op::ADD_I;
    case BinaryOperator::Sub: return Op::SUB_I;
    case BinaryOperator::Mult: return Op::MUL_I;
    case BinaryOperator::FloorDiv: return Op::FLOORDIV_I;
    case BinaryOperator::Mod: return Op::MOD_I;
    case BinaryOperator::LShift: return Op::LSHIFT_I;
    case BinaryOperator::RShift: return Op::RSHIFT_I;
    case BinaryOperator::BitAnd: return Op::AND_I;
    default: return Op::NOP;
  }
}

Op comparison(CompareOperator op) {
  switch (op) {
    case CompareOperator::Eq: return Op::EQ;
    case CompareOperator::NotEq: return Op::NE;
    case CompareOperator::Lt: return Op::LT;
    case CompareOperator::LtE: return Op::LE;
    case CompareOperator::Gt: return Op::GT;
    case CompareOperator::GtE: return Op::GE;
    case CompareOperator::Is: return Op::IS;
    case CompareOperator::IsNot: return Op::IS_NOT;
    case CompareOperator::In: return Op::IN;
    case CompareOperator::NotIn: return Op::NOT_IN;
  }
  return Op::NOP;
}

CompareOperator negated(CompareOperator op) {
  switch (op) {
    case CompareOperator::Is: return CompareOperator::IsNot;
    case CompareOperator::IsNot: return CompareOperator::Is;
    case CompareOperator::In: return CompareOperator::NotIn;
    default: return CompareOperator::In;
  }
}

bool is_small(const std::optional<Constant>& value) {
  return value && value->kind == Constant::Kind::Int &&
         value->integer == static_cast<int16_t>(value->integer);
}

}  // namespace

void Lowering::binary(const BinOp& node, uint16_t dst) {
  if (auto value = fold(node, options_.optimize))
    return load_constant(*std::move(value), dst, node.at);
  const Operand left = operand(*node.left, dst, false);
  binary(node.op, left, *node.right, dst, node.at, 0, left.temp ? kNoRegister : dst);
}

void Lowering::binary(BinaryOperator op, Operand left, const ExprNode& right, uint16_t dst,
                      const Location& at, int x, uint16_t hint) {
  const Op small = immediate(op);
  if (small != Op::NOP) {
    if (const auto value = fold(right, options_.optimize); is_small(value)) {
      emit(small, at, dst, left.reg, static_cast<uint16_t>(value->integer),
           x | (left.temp ? bytecode::kKillB : 0));
      return;
    }
  }
  emit_binary(arithmetic(op), dst, left, operand(right, hint), at, x);
}

void Lowering::unary(const syntax::ast::UnaryOp& node, uint16_t dst) {
  if (auto value = fold(node, options_.optimize))
    return load_constant(*std::move(value), dst, node.at);
  if (node.op == UnaryOperator::Not) {
    // `not a in b` is `a not in b`.
    if (const auto* inner = as<Compare>(node.operand);
        inner != nullptr && inner->ops.size() == 1 && inner->ops[0] >= CompareOperator::Is) {
      warn_of_comparison(*inner, true);
      const Operand left = operand(*inner->left, dst, false);
      const Operand right = comparison_right(inner->ops[0], *inner->comparators[0],
                                             left.temp ? kNoRegister : dst, true);
      return emit_binary(comparison(negated(inner->ops[0])), dst, left, right, inner->at);
    }
  }
  const Operand value = operand(*node.operand, dst);
  const Op op = node.op == UnaryOperator::Not    ? Op::NOT
                : node.op == UnaryOperator::USub ? Op::NEG
                : node.op == UnaryOperator::UAdd ? Op::POS
                                                 : Op::INVERT;
  emit_unary(op, dst, value, node.at);
}

void Lowering::bool_op(const BoolOp& node, uint16_t dst) {
  const uint16_t value = is_temp(dst) ? dst : push();
  const Label end = new_label();
  const Op op = node.op == BooleanOperator::And ? Op::JUMP_IF_FALSE_KEEP : Op::JUMP_IF_TRUE_KEEP;
  for (uint32_t i = 0; i < node.values.size(); ++i) {
    expression(*node.values[i], value);
    if (i + 1 < node.values.size()) jump_if(op, {value, true}, end, node.at);
  }
  bind(end);
  move(dst, {value, true}, node.at);
}

Operand Lowering::comparison_right(CompareOperator op, const ExprNode& node, uint16_t hint,
                                   bool last) {
  if (op == CompareOperator::In || op == CompareOperator::NotIn) {
    if (auto value = fold_display(node, options_.optimize);
        value && (node.kind == Kind::List || node.kind == Kind::Set)) {
      const uint16_t reg = hint != kNoRegister && is_temp(hint) && is_top(hint) ? hint : push();
      load_constant(*std::move(value), reg, node.at);
      return {reg, true};
    }
  }
  return operand(node, hint, last);
}

void Lowering::compare(const Compare& node, uint16_t dst) {
  warn_of_comparison(node);
  if (node.ops.size() == 1) {
    const Operand left = operand(*node.left, dst, false);
    const Operand right =
        comparison_right(node.ops[0], *node.comparators[0], left.temp ? kNoRegister : dst, true);
    return emit_binary(comparison(node.ops[0]), dst, left, right, node.at);
  }
  // a < b < c: every middle operand is read twice; when it is a temporary, a failure in between has
  // to drop it.
  const uint16_t value = is_temp(dst) ? dst : push();
  const Label end = new_label();
  std::vector<std::pair<Label, uint16_t>> drops;
  Operand left = operand(*node.left, kNoRegister, false);
  for (uint32_t i = 0; i < node.ops.size(); ++i) {
    const bool last = i + 1 == node.ops.size();
    const Operand right = comparison_right(node.ops[i], *node.comparators[i], kNoRegister, last);
    emit_binary(comparison(node.ops[i]), value, left, {right.reg, right.temp && last}, node.at);
    if (last) break;
    if (right.temp) {
      drops.emplace_back(new_label(), right.reg);
      jump_if(Op::JUMP_IF_FALSE_KEEP, {value, true}, drops.back().first, node.at);
    } else {
      jump_if(Op::JUMP_IF_FALSE_KEEP, {value, true}, end, node.at);
    }
    left = right;
  }
  if (!drops.empty()) jump(end, node.at);
  for (const auto& [label, reg] : drops) {
    bind(label);
    clear(reg, node.at);
    if (label != drops.back().first) jump(end, node.at);
  }
  bind(end);
  move(dst, {value, true}, node.at);
}

void Lowering::choice(const IfExp& node, uint16_t dst) {
  const Label otherwise = new_label(), end = new_label();
  condition(*node.test, otherwise, false);
  expression(*node.body, dst);
  jump(end, node.at);
  bind(otherwise);
  expression(*node.orelse, dst);
  bind(end);
}

// Jumps to `target` when `node` is as true as `when`; falls through otherwise. Nothing stays in a
// temporary.
void Lowering::condition(const ExprNode& node, Label target, bool when) {
  const uint32_t mark = depth();
  if (const auto value = fold(node, options_.optimize)) {
    if (is_true(*value) == when) jump(target, node.at);
    return;
  }
  switch (node.kind) {
    case Kind::UnaryOp:
      if (cast<syntax::ast::UnaryOp>(&node)->op == UnaryOperator::Not) {
        return condition(*cast<syntax::ast::UnaryOp>(&node)->operand, target, !when);
      }
      break;
    case Kind::BoolOp: {
      const auto& both = *cast<BoolOp>(&node);
      // `and` is decided by the first false value, `or` by the first true one.
      const bool deciding = both.op == BooleanOperator::Or;
      const Label past = deciding == when ? target : new_label();
      for (uint32_t i = 0; i + 1 < both.values.size(); ++i)
        condition(*both.values[i], past, deciding);
      condition(*both.values.back(), target, when);
      if (past != target) bind(past);
      return;
    }
    case Kind::IfExp: {
      const auto& chosen = *cast<IfExp>(&node);
      const Label otherwise = new_label(), end = new_label();
      condition(*chosen.test, otherwise, false);
      condition(*chosen.body, target, when);
      jump(end, node.at);
      bind(otherwise);
      condition(*chosen.orelse, target, when);
      bind(end);
      return;
    }
    case Kind::Compare:
      warn_of_comparison(*cast<Compare>(&node));
      if (cast<Compare>(&node)->ops.size() == 1)
        condition_compare(*cast<Compare>(&node), target, when);
      else
        condition_chain(*cast<Compare>(&node), target, when);
      set_depth(mark);
      return;
    default: break;
  }
  const Operand value = operand(node);
  jump_if(when ? Op::JUMP_IF_TRUE : Op::JUMP_IF_FALSE, value, target, node.at);
  set_depth(mark);
}

void Lowering::condition_compare(const Compare& node, Label target, bool when) {
  const CompareOperator op = node.ops[0];
  const ExprNode& second = *node.comparators[0];
  const auto constant = fold(second, options_.optimize);
  const Operand left = operand(*node.left, kNoRegister, false);
  if (op == CompareOperator::Is || op == CompareOperator::IsNot) {
    if (constant && constant->kind == Constant::Kind::None) {
      const bool jump_on_none = (op == CompareOperator::Is) == when;
      return jump_if(jump_on_none ? Op::JUMP_IF_NONE : Op::JUMP_IF_NOT_NONE, left, target, node.at);
    }
  }
  const Op plain = comparison(op);
  if (op >= CompareOperator::Is) {
    const Operand right = comparison_right(op, second, kNoRegister, true);
    const uint16_t value = left.temp ? left.reg : right.temp ? right.reg : push();
    emit_binary(plain, value, left, right, node.at);
    return jump_if(when ? Op::JUMP_IF_TRUE : Op::JUMP_IF_FALSE, {value, true}, target, node.at);
  }
  const int offset = static_cast<int>(plain) - static_cast<int>(Op::LT);
  if (!when && is_small(constant)) {
    const auto fused = static_cast<Op>(static_cast<int>(Op::JUMP_UNLESS_LT_I) + offset);
    emitter().jump({.op = fused,
                    .x = left.temp ? bytecode::kKillA : uint8_t{0},
                    .a = left.reg,
                    .b = static_cast<uint16_t>(constant->integer)},
                   target, node.at);
    return;
  }
  const Operand right = operand(second);
  const auto fused =
      static_cast<Op>(static_cast<int>(when ? Op::JUMP_WHEN_LT : Op::JUMP_UNLESS_LT) + offset);
  const int x = (left.temp ? bytecode::kKillA : 0) | (right.temp ? bytecode::kKillB : 0);
  emitter().jump({.op = fused, .x = static_cast<uint8_t>(x), .a = left.reg, .b = right.reg}, target,
                 node.at);
}

void Lowering::condition_chain(const Compare& node, Label target, bool when) {
  const Label failed = when ? new_label() : target;
  std::vector<std::pair<Label, uint16_t>> drops;
  Operand left = operand(*node.left, kNoRegister, false);
  for (uint32_t i = 0; i < node.ops.size(); ++i) {
    const bool last = i + 1 == node.ops.size();
    const CompareOperator op = node.ops[i];
    const Operand right = comparison_right(op, *node.comparators[i], kNoRegister, last);
    const Operand reading{right.reg, right.temp && last};
    Label away = failed;
    if (!last && right.temp) {
      away = new_label();
      drops.emplace_back(away, right.reg);
    }
    const bool jump_when = last && when;
    if (last && when) away = target;
    if (op < CompareOperator::Is) {
      const int offset = static_cast<int>(comparison(op)) - static_cast<int>(Op::LT);
      const auto fused = static_cast<Op>(
          static_cast<int>(jump_when ? Op::JUMP_WHEN_LT : Op::JUMP_UNLESS_LT) + offset);
      const int x = (left.temp ? bytecode::kKillA : 0) | (reading.temp ? bytecode::kKillB : 0);
      emitter().jump({.op = fused, .x = static_cast<uint8_t>(x), .a = left.reg, .b = reading.reg},
                     away, node.at);
    } else {
      const uint16_t value = push();
      emit_binary(comparison(op), value, left, reading, node.at);
      jump_if(jump_when ? Op::JUMP_IF_TRUE : Op::JUMP_IF_FALSE, {value, true}, away, node.at);
    }
    left = right;
  }
  if (!drops.empty()) {
    const Label past = new_label();
    jump(past, node.at);
    for (const auto& [label, reg] : drops) {
      bind(label);
      clear(reg, node.at);
      jump(failed, node.at);
    }
    bind(past);
  }
  if (when) bind(failed);
}

}  // namespace gilbox::compiler
