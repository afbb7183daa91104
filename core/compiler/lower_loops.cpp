// Loops.
#include "compiler/fold.hpp"
#include "compiler/lower_async.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using Kind = syntax::ast::Kind;

// iter(node) in dst; a display of constants becomes a tuple.
void Lowering::iterable(const ExprNode& node, uint16_t dst) {
  Operand value;
  if (auto constant = fold_display(node, options_.optimize); constant && node.kind == Kind::List) {
    load_constant(*std::move(constant), dst, node.at);
    value = {dst, true};
  } else {
    value = operand(node, dst);
  }
  emit_unary(Op::GET_ITER, dst, value, node.at);
}

void Lowering::while_loop(const While& node) {
  const Label top = new_label(), finished = new_label(), exit = new_label();
  bind(top);
  push_block({.kind = Block::Kind::while_loop, .at = node.at, .top = top, .exit = exit});
  condition(*node.test, finished, false);
  statements(node.body);
  jump_back(top, node.at);
  pop_block();
  bind(finished);
  statements(node.orelse);
  bind(exit);
}

void Lowering::for_loop(const For& node) {
  const Label top = new_label(), finished = new_label(), exit = new_label();
  const uint16_t iterator = push();
  iterable(*node.iter, iterator);
  const uint32_t mark = depth();
  push_block(
      {.kind = Block::Kind::for_loop, .at = node.at, .reg = iterator, .top = top, .exit = exit});
  bind(top);
  const Location& where = node.iter->at;
  uint16_t target = 0;
  if (local_register(*node.target, target)) {
    emitter().jump({.op = Op::FOR_ITER, .a = target, .b = iterator}, finished, where);
  } else {
    target = push();
    emitter().jump({.op = Op::FOR_ITER, .a = target, .b = iterator}, finished, where);
    assign_to(*node.target, {target, true});
    set_depth(mark);
  }
  statements(node.body);
  jump_back(top, node.at);
  pop_block();
  bind(finished);
  set_depth(mark - 1);
  statements(node.orelse);
  bind(exit);
}

void Lowering::async_for_loop(const AsyncFor& node) {
  if (!allows_await()) return fail(node.at, "'async for' outside async function");
  const Label top = new_label(), finished = new_label(), exit = new_label();
  const uint16_t iterator = push();
  const Operand iterable = operand(*node.iter, iterator);
  emit_unary(Op::GET_AITER, iterator, iterable, node.iter->at);
  const uint32_t mark = static_cast<uint32_t>(iterator - unit_->code->local_count) + 1;
  set_depth(mark);
  push_block({.kind = Block::Kind::async_for_loop,
              .at = node.at,
              .reg = iterator,
              .top = top,
              .exit = exit});
  const Label again = new_label();
  unit_->blocks.back().top = again;
  bind(again);
  async_iteration(
      iterator, *node.target, node.iter->at, [&] { statements(node.body); }, top, finished);
  pop_block();
  bind(finished);
  set_depth(mark - 1);
  statements(node.orelse);
  bind(exit);
}

}  // namespace gilbox::compiler
