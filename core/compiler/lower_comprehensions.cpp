// Comprehensions, in the code around them, and generator expressions, in code of their own.
#include "compiler/lower_async.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

namespace {

// The element of a `for … in [element]` that is no loop.
const ExprNode* only_element(const Comprehension& generator) {
  if (generator.is_async) return nullptr;
  const auto* list = as<List>(generator.iter);
  const auto* tuple = as<Tuple>(generator.iter);
  if (list == nullptr && tuple == nullptr) return nullptr;
  const auto& elements = list != nullptr ? list->elts : tuple->elts;
  return elements.size() == 1 && elements[0]->kind != Kind::Starred ? elements[0] : nullptr;
}

}  // namespace

void Lowering::comprehension(const ExprNode& node, const Seq<Comprehension*>& generators,
                             const ExprNode& element, const ExprNode* value, uint16_t dst) {
  Scope& scope = scopes_.at(&node);
  if (scope.coroutine && !allows_await()) {
    return fail(node.at, "asynchronous comprehension outside of an asynchronous function");
  }
  const Op build = node.kind == Kind::ListComp  ? Op::BUILD_LIST
                   : node.kind == Kind::SetComp ? Op::BUILD_SET
                                                : Op::BUILD_MAP;
  const Op add = node.kind == Kind::ListComp  ? Op::LIST_APPEND
                 : node.kind == Kind::SetComp ? Op::SET_ADD
                                              : Op::MAP_ADD;
  const uint16_t result = run_base(dst);
  const uint16_t iterator = push();
  const Comprehension& outermost = *generators[0];
  if (outermost.is_async) {
    const Operand iterable = operand(*outermost.iter, iterator);
    emit_unary(Op::GET_AITER, iterator, iterable, outermost.iter->at);
  } else {
    this->iterable(*outermost.iter, iterator);
  }
  set_depth(static_cast<uint32_t>(iterator - unit_->code->local_count) + 1);

  // Whatever happens inside, the comprehension's variables end with it.
  scope_ = &scope;
  const HandlerId outer = emitter().handler();
  const Label cleanup = new_label(), end = new_label();
  for (Symbol& symbol : scope.symbols) {
    if (symbol.local() && symbol.cell) emit(Op::MAKE_CELL, node.at, symbol.place);
  }
  emit(build, node.at, result, result, 0);
  emitter().set_handler(emitter().new_handler(cleanup, result, result));
  comprehension_loops(generators, 0, element, value, add, result, iterator, node.at);
  emitter().set_handler(outer);
  const auto forget = [&] {
    for (Symbol& symbol : scope.symbols) {
      if (symbol.local()) clear(symbol.place, node.at);
    }
  };
  forget();
  jump(end, node.at);
  bind(cleanup);
  forget();
  emit_unary(Op::RERAISE, 0, {result, true}, node.at);
  bind(end);
  scope_ = scope.parent;
  move(dst, {result, true}, node.at);
}

// The loops from number `at` inwards; `iterator` is where the iterator of that one is, or none when
// its target is bound already.
void Lowering::comprehension_loops(const Seq<Comprehension*>& generators, uint32_t at,
                                   const ExprNode& element, const ExprNode* value, Op add,
                                   uint16_t result, uint16_t iterator, const Location& whole) {
  const Comprehension& generator = *generators[at];
  const Location where = generator.iter->at;
  const uint32_t mark = depth();
  const Label top = new_label(), end = new_label();
  const auto body = [&] {
    for (const ExprNode* test : generator.ifs) condition(*test, top, false);
    set_depth(mark);
    if (at + 1 < generators.size()) {
      const Comprehension& next = *generators[at + 1];
      if (const ExprNode* only = only_element(next)) {
        // `for y in [f(x)]` is how a value gets a name: no loop for that
        assign_expression(*next.target, *only);
        set_depth(mark);
        return comprehension_loops(generators, at + 1, element, value, add, result, kNoRegister,
                                   whole);
      }
      const uint16_t inner = push();
      if (next.is_async) {
        const Operand iterable = operand(*next.iter, inner);
        emit_unary(Op::GET_AITER, inner, iterable, next.iter->at);
      } else {
        this->iterable(*next.iter, inner);
      }
      set_depth(mark + 1);
      return comprehension_loops(generators, at + 1, element, value, add, result, inner, whole);
    }
    if (add == Op::YIELD) {
      const Operand yielded = operand(element);
      const uint16_t sent = yielded.temp ? yielded.reg : push();
      const bool wrapped = (unit_->code->flags & bytecode::kAsyncGenerator) != 0;
      emit_unary(Op::YIELD, sent, yielded, element.at, wrapped ? 1 << bytecode::kOpShift : 0);
      clear(sent, element.at);
    } else if (add == Op::MAP_ADD) {
      const Operand key = operand(element, kNoRegister, false);
      const Operand item = operand(*value);
      Location both = element.at;
      both.end_lineno = value->at.end_lineno;
      both.end_col_offset = value->at.end_col_offset;
      emit_binary(add, result, key, item, both);
    } else {
      const Operand item = operand(element);
      emit(add, element.at, result, item.reg, 0, item.temp ? bytecode::kKillB : 0);
    }
    set_depth(mark);
  };
  if (iterator == kNoRegister) {
    body();
    return bind(top);
  }
  // `continue` is a jump to `top`, which is behind the body: only JUMP_BACK goes backwards.
  const Label again = new_label();
  bind(again);
  if (generator.is_async) {
    async_iteration(iterator, *generator.target, whole, body, top, end);
  } else {
    uint16_t target = 0;
    if (local_register(*generator.target, target)) {
      emitter().jump({.op = Op::FOR_ITER, .a = target, .b = iterator}, end, where);
    } else {
      target = push();
      emitter().jump({.op = Op::FOR_ITER, .a = target, .b = iterator}, end, where);
      assign_to(*generator.target, {target, true});
      set_depth(mark);
    }
    body();
    bind(top);
    jump_back(again, where);
  }
  bind(end);
  set_depth(mark);
}

void Lowering::generator_expression(const GeneratorExp& node, uint16_t dst) {
  const Comprehension& outermost = *node.generators[0];
  enter_unit(&node, "<genexpr>", static_cast<int32_t>(node.at.lineno));
  unit_->code->argument_count = unit_->code->positional_only_count = 1;
  start_generator_guard();
  {
    const uint16_t iterator = push();
    const Symbol& first = unit_->scope->symbols[0];
    emit(Op::MOVE, outermost.iter->at, iterator, first.place);
    comprehension_loops(node.generators, 0, *node.elt, nullptr, Op::YIELD, 0, iterator, node.at);
    set_depth(0);
    emit(Op::RETURN_CONST, node.at, 0, emitter().constant({}));
    end_generator_guard();
  }
  auto code = leave_unit();
  const uint16_t base = run_base(dst);
  make_function(std::move(code), next_register(), 0, base, node.at);
  const uint16_t argument = push();
  if (outermost.is_async) {
    const Operand iterable = operand(*outermost.iter, argument);
    emit_unary(Op::GET_AITER, argument, iterable, outermost.iter->at);
  } else {
    iterable(*outermost.iter, argument);
  }
  emit(Op::CALL, node.at, base, 1, dst);
}

}  // namespace gilbox::compiler
