// with and async with.
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;

// Item number `at` and those behind it, around `body`.
void Lowering::with(const Seq<WithItem*>& items, uint32_t at, const Body& body, bool is_async,
                    const Location& where) {
  if (is_async && !allows_await()) return fail(where, "'async with' outside async function");
  const WithItem& item = *items[at];
  const Location& place = item.context_expr->at;
  const uint32_t mark = depth();
  const uint16_t exit = push();
  push();
  const uint32_t inside = depth();
  // The manager is evaluated behind the pair of registers its __exit__ goes to.
  const Operand manager = operand(*item.context_expr);
  const uint16_t entered = manager.temp ? manager.reg : push();
  emit(is_async ? Op::ASYNC_WITH_ENTER : Op::WITH_ENTER, place, exit, manager.reg, entered,
       manager.temp ? bytecode::kKillB : 0);
  set_depth(inside + 1);

  const Label cleanup = new_label(), end = new_label();
  const HandlerId outer = emitter().handler();
  const auto first = static_cast<uint16_t>(exit + 2);
  push_block({.kind = is_async ? Block::Kind::async_with_body : Block::Kind::with_body,
              .at = place,
              .reg = exit});
  if (is_async) {
    push();
    emit_unary(Op::GET_AWAITABLE, entered, {entered, true}, place, 1 << bytecode::kOpShift);
    await_value(entered, entered, place);
    set_depth(inside + 1);
  }
  emitter().set_handler(emitter().new_handler(cleanup, first, first));
  if (item.optional_vars != nullptr)
    assign_to(*item.optional_vars, {entered, true});
  else
    clear(entered, place);
  set_depth(inside);
  if (at + 1 < items.size())
    with(items, at + 1, body, is_async, where);
  else
    statements(body);
  emitter().set_handler(outer);
  pop_block();

  const uint16_t result = push();
  emit(Op::WITH_EXIT, place, result, exit);
  if (is_async) {
    push();
    emit_unary(Op::GET_AWAITABLE, result, {result, true}, place, 2 << bytecode::kOpShift);
    await_value(result, result, place);
  }
  clear(result, place);
  jump(end, place);

  // An exception: __exit__ is moved above it, so that a handler for what __exit__ itself raises can
  // release all of it.
  bind(cleanup);
  set_depth(inside);
  const uint16_t exception = push(), previous = push();
  const uint16_t pair = push();
  push();
  const Label failed = new_label(), swallowed = new_label();
  emit(Op::EXC_ENTER, place, previous, exception);
  emit(Op::MOVE, place, pair, exit, 0, bytecode::kKillB);
  emit(Op::MOVE, place, static_cast<uint16_t>(pair + 1), static_cast<uint16_t>(exit + 1), 0,
       bytecode::kKillB);
  emitter().set_handler(emitter().new_handler(failed, pair, pair));
  emit(Op::WITH_EXIT_EXC, place, pair, pair, exception);
  if (is_async) {
    emit_unary(Op::GET_AWAITABLE, pair, {pair, true}, place, 2 << bytecode::kOpShift);
    await_value(pair, pair, place);
  }
  jump_if(Op::JUMP_IF_TRUE, {pair, true}, swallowed, place);
  emitter().set_handler(outer);
  emit_unary(Op::EXC_LEAVE, 0, {previous, true}, place);
  emit_unary(Op::RERAISE, 0, {exception, true}, place);
  bind(failed);
  emit_unary(Op::EXC_LEAVE, 0, {previous, true}, place);
  clear(exception, place);
  emit_unary(Op::RERAISE, 0, {pair, true}, place);
  bind(swallowed);
  emit_unary(Op::EXC_LEAVE, 0, {previous, true}, place);
  clear(exception, place);
  bind(end);
  set_depth(mark);
}

}  // namespace gilbox::compiler
