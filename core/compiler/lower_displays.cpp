// List, tuple, set and dict displays, f-strings.
#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using Kind = syntax::ast::Kind;

namespace {
// Longer displays are built bit by bit, so that a frame does not need a register for each element.
constexpr uint32_t kMostAtOnce = 64;
}  // namespace

void Lowering::sequence(const Seq<ExprNode*>& elements, Op build, uint16_t dst,
                        const Location& at) {
  bool starred = false;
  for (const ExprNode* element : elements) starred |= element->kind == Kind::Starred;
  if (!starred && elements.size() <= kMostAtOnce) {
    if (elements.empty()) return emit(build, at, dst, next_register(), 0);
    const uint16_t base = run_base(dst);
    for (uint32_t i = 0; i < elements.size(); ++i) expression(*elements[i], i == 0 ? base : push());
    return emit(build, at, dst, base, static_cast<uint16_t>(elements.size()));
  }
  const bool set = build == Op::BUILD_SET;
  const uint16_t made = run_base(dst);
  uint32_t first = 0;
  // The elements before the first star in one go, as far as they are not too many.
  const uint32_t mark = depth();
  set_depth(mark - 1);
  while (first < elements.size() && first < kMostAtOnce && elements[first]->kind != Kind::Starred) {
    expression(*elements[first++], push());
  }
  set_depth(mark);
  emit(set ? Op::BUILD_SET : Op::BUILD_LIST, at, made, made, static_cast<uint16_t>(first));
  for (uint32_t i = first; i < elements.size(); ++i) {
    const auto* star = as<Starred>(elements[i]);
    const Operand value = operand(star != nullptr ? *star->value : *elements[i]);
    const Op add = star != nullptr ? (set ? Op::SET_UPDATE : Op::LIST_EXTEND)
                                   : (set ? Op::SET_ADD : Op::LIST_APPEND);
    emit(add, at, made, value.reg, 0, value.temp ? bytecode::kKillB : 0);
    set_depth(mark);
  }
  if (build == Op::BUILD_TUPLE)
    emit_unary(Op::LIST_TO_TUPLE, dst, {made, true}, at);
  else
    move(dst, {made, true}, at);
}

void Lowering::dict(const Dict& node, uint16_t dst) {
  if (node.keys.empty()) return emit(Op::BUILD_MAP, node.at, dst, next_register(), 0);
  const uint16_t made = run_base(dst);
  const uint32_t mark = depth();
  set_depth(mark - 1);
  uint32_t first = 0;
  while (first < node.keys.size() && first < kMostAtOnce / 2 && node.keys[first] != nullptr) {
    expression(*node.keys[first], push());
    expression(*node.values[first], push());
    ++first;
  }
  set_depth(mark);
  if (first == node.keys.size() && first > 0)
    return emit(Op::BUILD_MAP, node.at, dst, made, static_cast<uint16_t>(first));
  emit(Op::BUILD_MAP, node.at, made, made, static_cast<uint16_t>(first));
  for (uint32_t i = first; i < node.keys.size(); ++i) {
    if (node.keys[i] == nullptr) {
      const Operand value = operand(*node.values[i]);
      emit(Op::DICT_UPDATE, node.at, made, value.reg, 0, value.temp ? bytecode::kKillB : 0);
    } else {
      const Operand key = operand(*node.keys[i], kNoRegister, false);
      const Operand value = operand(*node.values[i]);
      emit_binary(Op::MAP_ADD, made, key, value, node.at);
    }
    set_depth(mark);
  }
  move(dst, {made, true}, node.at);
}

void Lowering::formatted_value(const FormattedValue& node, uint16_t dst) {
  const auto conversion = node.conversion == 's'   ? bytecode::Conversion::Str
                          : node.conversion == 'r' ? bytecode::Conversion::Repr
                          : node.conversion == 'a' ? bytecode::Conversion::Ascii
                                                   : bytecode::Conversion::None;
  const int x = static_cast<int>(conversion) << bytecode::kOpShift;
  const Operand value = operand(*node.value, dst, node.format_spec == nullptr);
  if (node.format_spec == nullptr) return emit_unary(Op::FORMAT_VALUE, dst, value, node.at, x);
  const Operand format = operand(*node.format_spec, value.temp ? kNoRegister : dst);
  emit_binary(Op::FORMAT_SPEC, dst, value, format, node.at, x);
}

void Lowering::joined_string(const JoinedStr& node, uint16_t dst) {
  const auto& values = node.values;
  if (values.empty()) return load_text("", dst, node.at);
  if (values.size() == 1) return expression(*values[0], dst);
  if (values.size() <= kMostAtOnce) {
    const uint16_t base = run_base(dst);
    for (uint32_t i = 0; i < values.size(); ++i) expression(*values[i], i == 0 ? base : push());
    return emit(Op::BUILD_STRING, node.at, dst, base, static_cast<uint16_t>(values.size()));
  }
  // Groups of strings, joined in the end; a tree of such joins would not be worth its code.
  const uint16_t base = run_base(dst);
  const uint32_t mark = depth();
  uint32_t groups = 0;
  for (uint32_t at = 0; at < values.size(); at += kMostAtOnce) {
    const uint16_t group = groups++ == 0 ? base : push();
    const uint32_t inside = depth();
    uint16_t count = 0;
    for (uint32_t i = at; i < values.size() && i < at + kMostAtOnce; ++i, ++count) {
      expression(*values[i], count == 0 ? group : push());
    }
    emit(Op::BUILD_STRING, node.at, group, group, count);
    set_depth(inside);
  }
  emit(Op::BUILD_STRING, node.at, dst, base, static_cast<uint16_t>(groups));
  set_depth(mark);
}

}  // namespace gilbox::compiler
