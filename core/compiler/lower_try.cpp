// try: except, else, finally, except*.
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;

// Ends the handling of the exception in `exception`; behind it is the one handled before.
void Lowering::leave_handler(uint16_t exception, const Location& at) {
  emit_unary(Op::EXC_LEAVE, 0, {static_cast<uint16_t>(exception + 1), true}, at);
  clear(exception, at);
}

// The name of `except … as name` ends with its block.
void Lowering::forget_name(CName name, const Location& at) {
  const Place place = place_of(name);
  if (place.kind == Place::Kind::local) return clear(place.index, at);
  const uint16_t none = push();
  load_none(none, at);
  store(name, {none, true}, at);
  set_depth(depth() - 1);
  remove(name, at);
}

void Lowering::try_statement(const Try& node) {
  if (!node.finalbody.empty())
    try_finally(&node, nullptr, node.finalbody, node.at);
  else
    try_except(node);
}

void Lowering::try_finally(const Try* plain, const TryStar* star, const Body& final,
                           const Location& at) {
  const uint32_t mark = depth();
  const Label handler = new_label(), failed = new_label(), end = new_label();
  const HandlerId outer = emitter().handler();
  const uint16_t exception = next_register();
  push_block({.kind = Block::Kind::finally_body, .at = at, .body = &final});
  emitter().set_handler(emitter().new_handler(handler, exception, exception));
  if (plain != nullptr) {
    if (plain->handlers.empty())
      statements(plain->body), statements(plain->orelse);
    else
      try_except(*plain);
  } else {
    try_star(*star);
  }
  emitter().set_handler(outer);
  pop_block();
  statements(final);
  jump(end, at);

  bind(handler);
  push();
  const uint16_t previous = push(), again = next_register();
  emit(Op::EXC_ENTER, at, previous, exception);
  push_block({.kind = Block::Kind::finally_handler, .at = at, .reg = exception});
  emitter().set_handler(emitter().new_handler(failed, again, again));
  statements(final);
  emitter().set_handler(outer);
  pop_block();
  emit_unary(Op::EXC_LEAVE, 0, {previous, true}, at);
  emit_unary(Op::RERAISE, 0, {exception, true}, at);
  bind(failed);
  push();
  leave_handler(exception, at);
  emit_unary(Op::RERAISE, 0, {again, true}, at);
  bind(end);
  set_depth(mark);
}

void Lowering::try_except(const Try& node) {
  const uint32_t mark = depth();
  const Label handler = new_label(), failed = new_label(), end = new_label();
  const HandlerId outer = emitter().handler();
  const uint16_t exception = next_register();
  push_block({.kind = Block::Kind::try_body, .at = node.at});
  emitter().set_handler(emitter().new_handler(handler, exception, exception));
  statements(node.body);
  emitter().set_handler(outer);
  pop_block();
  statements(node.orelse);
  jump(end, node.at);

  bind(handler);
  push();
  const uint16_t previous = push(), again = next_register();
  emit(Op::EXC_ENTER, node.at, previous, exception);
  const HandlerId inside = emitter().new_handler(failed, again, again);
  const uint32_t handling = depth();
  bool unmatched = true;
  for (uint32_t i = 0; i < node.handlers.size(); ++i) {
    const ExceptHandler& clause = *node.handlers[i];
    if (clause.type == nullptr && i + 1 < node.handlers.size()) {
      return fail(clause.at, "default 'except:' must be last");
    }
    const Label next = new_label();
    emitter().set_handler(inside);
    if (clause.type != nullptr) {
      const Operand type = operand(*clause.type);
      const uint16_t matched = type.temp ? type.reg : push();
      emit_binary(Op::EXC_MATCH, matched, {exception, false}, type, clause.at);
      jump_if(Op::JUMP_IF_FALSE, {matched, true}, next, clause.type->at);
      set_depth(handling);
    } else {
      unmatched = false;
    }
    const bool named = clause.name.data() != nullptr;
    const CName name = named ? mangled(clause.name) : CName::empty;
    const Label named_failed = new_label();
    if (named) {
      if (refuse_name(clause.name, Context::Store, clause.at)) return;
      store(name, {exception, false}, clause.at);
    }
    push_block(
        {.kind = Block::Kind::except_handler, .at = clause.at, .reg = exception, .name = name});
    unit_->blocks.back().outer = outer;
    if (named) emitter().set_handler(emitter().new_handler(named_failed, again, again));
    statements(clause.body);
    pop_block();
    emitter().set_handler(outer);
    leave_handler(exception, clause.at);
    if (named) forget_name(name, clause.at);
    jump(end, clause.at);
    if (named) {
      bind(named_failed);
      emitter().set_handler(inside);
      set_depth(handling + 1);
      forget_name(name, clause.at);
      emitter().set_handler(outer);
      leave_handler(exception, clause.at);
      emit_unary(Op::RERAISE, 0, {again, true}, clause.at);
      set_depth(handling);
    }
    bind(next);
  }
  emitter().set_handler(outer);
  if (unmatched) {
    emit_unary(Op::EXC_LEAVE, 0, {previous, true}, node.at);
    emit_unary(Op::RERAISE, 0, {exception, true}, node.at);
  }
  bind(failed);
  push();
  leave_handler(exception, node.at);
  emit_unary(Op::RERAISE, 0, {again, true}, node.at);
  bind(end);
  set_depth(mark);
}

// except*: every clause takes its part out of the group; what clauses raise, and the rest, is
// raised together.
void Lowering::try_star(const TryStar& node) {
  const uint32_t mark = depth();
  const Label handler = new_label(), failed = new_label(), end = new_label();
  const HandlerId outer = emitter().handler();
  const uint16_t exception = next_register();
  push_block({.kind = Block::Kind::try_body, .at = node.at});
  emitter().set_handler(emitter().new_handler(handler, exception, exception));
  statements(node.body);
  emitter().set_handler(outer);
  pop_block();
  statements(node.orelse);
  jump(end, node.at);

  bind(handler);
  push();
  const uint16_t previous = push();
  emit(Op::EXC_ENTER, node.at, previous, exception);
  const uint16_t raised = push();
  const HandlerId inside = emitter().new_handler(failed, raised, raised);
  emitter().set_handler(inside);
  emit(Op::BUILD_LIST, node.at, raised, raised, 0);
  const uint16_t rest = push();
  emit(Op::COPY, node.at, rest, exception);
  const uint32_t handling = depth();
  for (const ExceptHandler* clause : node.handlers) {
    const Label next = new_label(), no_match = new_label(), clause_failed = new_label();
    const uint16_t part = push();
    const Operand type = operand(*clause->type);
    emit(Op::EXC_GROUP_MATCH, clause->at, part, rest, type.reg, type.temp ? bytecode::kKillC : 0);
    set_depth(handling + 1);
    jump_if(Op::JUMP_IF_NONE, {part, false}, no_match, clause->at);
    const uint16_t around = push();
    emit(Op::EXC_ENTER, clause->at, around, part);
    const bool named = clause->name.data() != nullptr;
    const CName name = named ? mangled(clause->name) : CName::empty;
    const uint16_t again = next_register();
    emitter().set_handler(emitter().new_handler(clause_failed, again, again));
    if (named) {
      if (refuse_name(clause->name, Context::Store, clause->at)) return;
      store(name, {part, false}, clause->at);
    }
    push_block({.kind = Block::Kind::star_body, .at = clause->at});
    statements(clause->body);
    pop_block();
    emitter().set_handler(inside);
    emit_unary(Op::EXC_LEAVE, 0, {around, true}, clause->at);
    if (named) forget_name(name, clause->at);
    jump(no_match, clause->at);
    // What the clause raised is kept for the end.
    bind(clause_failed);
    push();
    if (named) forget_name(name, clause->at);
    emit_unary(Op::EXC_LEAVE, 0, {around, true}, clause->at);
    emit(Op::LIST_APPEND, clause->at, raised, again, 0, bytecode::kKillB);
    bind(no_match);
    clear(part, clause->at);
    bind(next);
    set_depth(handling);
  }
  emit(Op::LIST_APPEND, node.at, raised, rest, 0, bytecode::kKillB);
  const uint16_t result = rest;
  emit_binary(Op::EXC_GROUP_RERAISE, result, {exception, false}, {raised, true}, node.at);
  emitter().set_handler(outer);
  const Label reraise = new_label();
  jump_if(Op::JUMP_IF_NOT_NONE, {result, false}, reraise, node.at);
  clear(result, node.at);
  leave_handler(exception, node.at);
  jump(end, node.at);
  bind(reraise);
  leave_handler(exception, node.at);
  emit_unary(Op::RERAISE, 0, {result, true}, node.at);
  bind(failed);
  leave_handler(exception, node.at);
  emit_unary(Op::RERAISE, 0, {raised, true}, node.at);
  bind(end);
  set_depth(mark);
}

}  // namespace gilbox::compiler
