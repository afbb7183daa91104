// Expressions: the choice by kind, names, attributes, items, yield and await.
#include "base/utf8.hpp"
#include "bytecode/insn.hpp"
#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using bytecode::CodeFlags;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

void Lowering::expression(const ExprNode& node, uint16_t dst) {
  const uint32_t mark = depth();
  switch (node.kind) {
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(&node);
      if (name.id == "__debug__") {
        Constant value;
        value.kind = options_.optimize > 0 ? Constant::Kind::False : Constant::Kind::True;
        load_constant(value, dst, node.at);
      } else {
        load(mangled(name.id), dst, node.at);
      }
      break;
    }
    case Kind::Constant: load_constant(*fold(node, options_.optimize), dst, node.at); break;
    case Kind::Attribute: attribute(*cast<Attribute>(&node), dst); break;
    case Kind::Subscript: subscript(*cast<Subscript>(&node), dst); break;
    case Kind::Call: call(*cast<Call>(&node), dst); break;
    case Kind::BinOp: binary(*cast<BinOp>(&node), dst); break;
    case Kind::UnaryOp: unary(*cast<UnaryOp>(&node), dst); break;
    case Kind::BoolOp: bool_op(*cast<BoolOp>(&node), dst); break;
    case Kind::Compare: compare(*cast<Compare>(&node), dst); break;
    case Kind::IfExp: choice(*cast<IfExp>(&node), dst); break;
    case Kind::NamedExpr: {
      const auto& named = *cast<NamedExpr>(&node);
      const auto& target = *cast<syntax::ast::Name>(named.target);
      if (refuse_name(target.id, Context::Store, target.at)) break;
      const uint16_t value = is_temp(dst) ? dst : push();
      expression(*named.value, value);
      store(mangled(target.id), {value, false}, target.at);
      move(dst, {value, true}, node.at);
      break;
    }
    case Kind::Lambda: lambda(*cast<Lambda>(&node), dst); break;
    case Kind::List: sequence(cast<List>(&node)->elts, Op::BUILD_LIST, dst, node.at); break;
    case Kind::Set: sequence(cast<Set>(&node)->elts, Op::BUILD_SET, dst, node.at); break;
    case Kind::Tuple:
      if (auto value = fold(node, options_.optimize))
        load_constant(*std::move(value), dst, node.at);
      else
        sequence(cast<Tuple>(&node)->elts, Op::BUILD_TUPLE, dst, node.at);
      break;
    case Kind::Dict: dict(*cast<Dict>(&node), dst); break;
    case Kind::ListComp: {
      const auto& made = *cast<ListComp>(&node);
      comprehension(node, made.generators, *made.elt, nullptr, dst);
      break;
    }
    case Kind::SetComp: {
      const auto& made = *cast<SetComp>(&node);
      comprehension(node, made.generators, *made.elt, nullptr, dst);
      break;
    }
    case Kind::DictComp: {
      const auto& made = *cast<DictComp>(&node);
      comprehension(node, made.generators, *made.key, made.value, dst);
      break;
    }
    case Kind::GeneratorExp: generator_expression(*cast<GeneratorExp>(&node), dst); break;
    case Kind::JoinedStr: joined_string(*cast<JoinedStr>(&node), dst); break;
    case Kind::FormattedValue: formatted_value(*cast<FormattedValue>(&node), dst); break;
    case Kind::Await: await_expression(*cast<Await>(&node), dst); break;
    case Kind::Yield:
    case Kind::YieldFrom: yield_expression(node, dst); break;
    case Kind::Slice: slice(*cast<Slice>(&node), dst); break;
    case Kind::Starred: fail(node.at, "can't use starred expression here"); break;
    default: break;
  }
  set_depth(mark);
}

// `hint`: a temporary on top of the stack that may be used instead of a new one. `last`: nothing
// else is evaluated before the operand is read.
Operand Lowering::operand(const ExprNode& node, uint16_t hint, bool last) {
  if (const auto* name = as<syntax::ast::Name>(&node); name != nullptr && name->id != "__debug__") {
    const Place place = place_of(mangled(name->id));
    if (place.kind == Place::Kind::local && (last || !place.symbol->walrus)) {
      check_bound(place, node.at);
      return {place.index, false};
    }
  }
  const uint16_t reg = hint != kNoRegister && is_temp(hint) && is_top(hint) ? hint : push();
  expression(node, reg);
  return {reg, true};
}

void Lowering::discard(const ExprNode& node) {
  if (node.kind == Kind::Constant) return;
  const uint32_t mark = depth();
  const Operand value = operand(node);
  if (value.temp) clear(value.reg, node.at);
  set_depth(mark);
}

// As in CPython an attribute written over several lines is blamed on the line of its name.
Location Lowering::attribute_location(Location whole, const Attribute& node) {
  if (whole.lineno == node.at.end_lineno) return whole;
  const auto length = static_cast<uint32_t>(base::utf8_count(node.attr));
  whole.lineno = node.at.end_lineno;
  if (length <= node.at.end_col_offset) whole.col_offset = node.at.end_col_offset - length;
  return whole;
}

void Lowering::attribute(const Attribute& node, uint16_t dst) {
  const Operand object = operand(*node.value, dst);
  emit(Op::LOAD_ATTR, attribute_location(node.at, node), dst, object.reg, name_index(node.attr),
       object.temp ? bytecode::kKillB : 0);
}

void Lowering::subscript(const Subscript& node, uint16_t dst) {
  warn_of_subscript(node);
  if (auto value = fold(node, options_.optimize)) {
    return load_constant(*std::move(value), dst, node.at);
  }
  const Operand object = operand(*node.value, dst, false);
  const auto index = fold(*node.slice, options_.optimize);
  if (index && index->kind == Constant::Kind::Int &&
      index->integer == static_cast<int16_t>(index->integer)) {
    emit(Op::GETITEM_I, node.at, dst, object.reg, static_cast<uint16_t>(index->integer),
         object.temp ? bytecode::kKillB : 0);
    return;
  }
  const Operand key = operand(*node.slice, object.temp ? kNoRegister : dst);
  emit_binary(Op::GETITEM, dst, object, key, node.at);
}

void Lowering::slice(const Slice& node, uint16_t dst) {
  const uint16_t base = run_base(dst);
  const auto part = [&](const ExprNode* value, uint16_t reg) {
    if (value != nullptr)
      expression(*value, reg);
    else
      load_none(reg, node.at);
  };
  part(node.lower, base);
  part(node.upper, push());
  if (node.step != nullptr) part(node.step, push());
  emit(Op::BUILD_SLICE, node.at, dst, base, node.step != nullptr ? 3 : 2);
}

bool Lowering::allows_await() const {
  const Scope& scope = *unit_->scope;
  if (scope.kind == ScopeKind::generator_expression || scope.async_def) return true;
  return scope.kind == ScopeKind::module && options_.top_level_await;
}

// `iterator` holds an awaitable's iterator, the register behind it is free.
void Lowering::await_value(uint16_t iterator, uint16_t dst, const Location& at) {
  load_none(static_cast<uint16_t>(iterator + 1), at);
  emit(Op::SEND, at, dst, iterator);
}

void Lowering::await_expression(const Await& node, uint16_t dst) {
  if (!in_function() && !allows_await()) return fail(node.at, "'await' outside function");
  if (!allows_await()) return fail(node.at, "'await' outside async function");
  const uint16_t iterator = run_base(dst);
  const Operand value = operand(*node.value, iterator);
  emit_unary(Op::GET_AWAITABLE, iterator, value, node.at);
  set_depth(static_cast<uint32_t>(iterator - unit_->code->local_count) + 1);
  push();
  await_value(iterator, dst, node.at);
}

void Lowering::yield_expression(const ExprNode& node, uint16_t dst) {
  if (!in_function()) {
    return fail(node.at, node.kind == Kind::Yield ? "'yield' outside function"
                                                  : "'yield from' outside function");
  }
  if (node.kind == Kind::Yield) {
    const auto* value = cast<Yield>(&node)->value;
    Operand out;
    if (value != nullptr) {
      out = operand(*value, dst);
    } else {
      out = {run_base(dst), true};
      load_none(out.reg, node.at);
    }
    const bool wrapped = (unit_->code->flags & CodeFlags::kAsyncGenerator) != 0;
    emit_unary(Op::YIELD, dst, out, node.at, wrapped ? 1 << bytecode::kOpShift : 0);
    return;
  }
  if (unit_->scope->async_def) return fail(node.at, "'yield from' inside async function");
  const uint16_t iterator = run_base(dst);
  const Operand value = operand(*cast<YieldFrom>(&node)->value, iterator);
  emit_unary(Op::GET_YIELD_FROM_ITER, iterator, value, node.at);
  set_depth(static_cast<uint32_t>(iterator - unit_->code->local_count) + 1);
  push();
  await_value(iterator, dst, node.at);
}

}  // namespace gilbox::compiler
