// One iteration of `async for`, for loops and comprehensions.
#pragma once

#include "compiler/lowering.hpp"

namespace gilbox::compiler {

// The loop's start must be bound just before. `inside` emits the body, after which the loop goes
// back to its start; jumps to `top` do so as well. StopAsyncIteration of __anext__ alone ends the
// loop: it falls through to what follows, the iterator released. `end` is jumped to then.
template <class Inside>
void Lowering::async_iteration(uint16_t iterator, const ast::ExprNode& target, const Location& at,
                               Inside inside, Label top, Label end) {
  const uint32_t mark = depth();
  const Label start = new_label(), stopped = new_label();
  bind(start);
  const HandlerId outer = emitter().handler();
  const uint16_t next = push();
  emitter().set_handler(emitter().new_handler(stopped, next, next));
  push();
  emit(Op::GET_ANEXT, at, next, iterator);
  await_value(next, next, at);
  emitter().set_handler(outer);
  set_depth(mark + 1);
  assign_to(target, {next, true});
  set_depth(mark);
  inside();
  bind(top);
  jump_back(start, at);
  bind(stopped);
  emit(Op::END_ASYNC_FOR, at, iterator, next, 0, bytecode::kKillA | bytecode::kKillB);
  jump(end, at);
}

}  // namespace gilbox::compiler
