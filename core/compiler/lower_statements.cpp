// Statements: the choice by kind, if, return, raise, assert, imports, and leaving blocks.
#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using bytecode::CodeFlags;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

void Lowering::statements(const Body& body) {
  for (const StmtNode* node : body) statement(*node);
}

void Lowering::statement(const StmtNode& node) {
  const uint32_t mark = depth();
  switch (node.kind) {
    case Kind::FunctionDef: function(*cast<FunctionDef>(&node)); break;
    case Kind::AsyncFunctionDef: function(*cast<AsyncFunctionDef>(&node)); break;
    case Kind::ClassDef: class_definition(*cast<ClassDef>(&node)); break;
    case Kind::TypeAlias: type_alias(*cast<TypeAlias>(&node)); break;
    case Kind::Return: return_statement(*cast<Return>(&node)); break;
    case Kind::Delete:
      for (const ExprNode* target : cast<Delete>(&node)->targets) delete_target(*target);
      break;
    case Kind::Assign: assign(*cast<Assign>(&node)); break;
    case Kind::AugAssign: augmented(*cast<AugAssign>(&node)); break;
    case Kind::AnnAssign: annotated(*cast<AnnAssign>(&node)); break;
    case Kind::For: for_loop(*cast<For>(&node)); break;
    case Kind::AsyncFor: async_for_loop(*cast<AsyncFor>(&node)); break;
    case Kind::While: while_loop(*cast<While>(&node)); break;
    case Kind::If: if_statement(*cast<If>(&node)); break;
    case Kind::With:
      with(cast<With>(&node)->items, 0, cast<With>(&node)->body, false, node.at);
      break;
    case Kind::AsyncWith:
      with(cast<AsyncWith>(&node)->items, 0, cast<AsyncWith>(&node)->body, true, node.at);
      break;
    case Kind::Match: match(*cast<Match>(&node)); break;
    case Kind::Raise: raise(*cast<Raise>(&node)); break;
    case Kind::Try: try_statement(*cast<Try>(&node)); break;
    case Kind::TryStar: {
      const auto& statement = *cast<TryStar>(&node);
      if (statement.finalbody.empty())
        try_star(statement);
      else
        try_finally(nullptr, &statement, statement.finalbody, node.at);
      break;
    }
    case Kind::Assert: assert_statement(*cast<Assert>(&node)); break;
    case Kind::Import: import(*cast<Import>(&node)); break;
    case Kind::ImportFrom: import_from(*cast<ImportFrom>(&node)); break;
    case Kind::Expr: expression_statement(*cast<Expr>(&node)); break;
    case Kind::Break:
    case Kind::Continue: loop_jump(node, node.kind == Kind::Break); break;
    default: break;  // Global, Nonlocal, Pass
  }
  set_depth(mark);
}

void Lowering::expression_statement(const Expr& node) {
  if (options_.mode == syntax::Mode::single && unit_->outer == nullptr) {
    const Operand value = operand(*node.value);
    emit(Op::PRINT_EXPR, node.at, 0, value.reg, 0, value.temp ? bytecode::kKillB : 0);
    return;
  }
  discard(*node.value);
}

void Lowering::if_statement(const If& node) {
  const Label otherwise = new_label();
  condition(*node.test, otherwise, false);
  statements(node.body);
  if (node.orelse.empty()) return bind(otherwise);
  const Label end = new_label();
  jump(end, node.test->at);
  bind(otherwise);
  statements(node.orelse);
  bind(end);
}

void Lowering::return_statement(const Return& node) {
  if (!unit_->scope->function_like()) return fail(node.at, "'return' outside function");
  if (node.value != nullptr && unit_->scope->coroutine && unit_->scope->generator) {
    return fail(node.at, "'return' with value in async generator");
  }
  bool runs_code = false;
  for (const Block& block : unit_->blocks) {
    if (block.kind == Block::Kind::star_body) {
      return fail(node.at, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    runs_code |= block.kind != Block::Kind::while_loop && block.kind != Block::Kind::for_loop &&
                 block.kind != Block::Kind::try_body;
  }
  if (const auto* choice = as<IfExp>(node.value); choice != nullptr && !runs_code) {
    return return_choice(node, *choice);
  }
  const HandlerId handler = emitter().handler();
  std::optional<Constant> constant(std::in_place);
  if (node.value != nullptr) constant = fold(*node.value, options_.optimize);
  if (constant) {
    leave_blocks(0, kNoRegister);
    emit(Op::RETURN_CONST, node.at, 0, emitter().constant(*std::move(constant)));
  } else {
    // On the way out a `finally` may change the variable: the value is taken before.
    Operand value;
    if (runs_code) {
      value = {push(), true};
      expression(*node.value, value.reg);
    } else {
      value = operand(*node.value);
    }
    leave_blocks(0, value.temp ? value.reg : kNoRegister);
    emit_unary(Op::RETURN, 0, value, node.at);
  }
  emitter().set_handler(handler);
}

// `return a if test else b` as two returns.
void Lowering::return_choice(const Return& node, const IfExp& choice) {
  const uint32_t mark = depth();
  const Label otherwise = new_label();
  Return half = node;
  condition(*choice.test, otherwise, false);
  half.value = choice.body;
  return_statement(half);
  set_depth(mark);
  bind(otherwise);
  half.value = choice.orelse;
  return_statement(half);
}

void Lowering::push_block(const Block& block) {
  // CPython's limit; it counts the handling of an exception twice.
  constexpr size_t kMostBlocks = 21;
  size_t blocks = unit_->blocks.size() + 1;
  for (const Block& around : unit_->blocks) {
    blocks += around.kind == Block::Kind::except_handler || around.kind == Block::Kind::star_body;
  }
  if (block.kind == Block::Kind::except_handler || block.kind == Block::Kind::star_body) ++blocks;
  if (blocks > kMostBlocks) fail(block.at, "too many statically nested blocks");
  unit_->blocks.push_back(block);
  unit_->blocks.back().outer = emitter().handler();
}

// What has to happen on the way out of the blocks from the innermost down to number `down_to`.
// `value`: the register of a value to be returned; `finally` bodies that return themselves drop it.
// The handler that is current afterwards is the one around those blocks; the caller puts the old
// one back.
void Lowering::leave_blocks(size_t down_to, uint16_t value) {
  const std::vector<Block> all = unit_->blocks;
  const uint32_t mark = depth();
  for (size_t i = all.size(); i-- > down_to;) {
    const Block& block = all[i];
    unit_->blocks.resize(i);
    emitter().set_handler(block.outer);
    switch (block.kind) {
      case Block::Kind::while_loop:
      case Block::Kind::try_body: break;
      case Block::Kind::star_body: break;
      case Block::Kind::for_loop:
      case Block::Kind::async_for_loop:
      case Block::Kind::return_value: clear(block.reg, block.at); break;
      case Block::Kind::finally_body:
        if (value != kNoRegister) {
          unit_->blocks.push_back({.kind = Block::Kind::return_value,
                                   .at = block.at,
                                   .outer = block.outer,
                                   .reg = value});
        }
        statements(*block.body);
        break;
      case Block::Kind::finally_handler: leave_handler(block.reg, block.at); break;
      case Block::Kind::except_handler:
        leave_handler(block.reg, block.at);
        if (block.name != CName::empty) forget_name(block.name, block.at);
        break;
      case Block::Kind::with_body: {
        const uint16_t result = push();
        emit(Op::WITH_EXIT, block.at, result, block.reg);
        clear(result, block.at);
        set_depth(mark);
        break;
      }
      case Block::Kind::async_with_body: {
        const uint16_t result = push();
        push();
        emit(Op::WITH_EXIT, block.at, result, block.reg);
        emit_unary(Op::GET_AWAITABLE, result, {result, true}, block.at, 2 << bytecode::kOpShift);
        await_value(result, result, block.at);
        clear(result, block.at);
        set_depth(mark);
        break;
      }
    }
  }
  unit_->blocks = all;
}

void Lowering::loop_jump(const StmtNode& node, bool is_break) {
  const auto& blocks = unit_->blocks;
  for (size_t i = blocks.size(); i-- > 0;) {
    const Block block = blocks[i];
    if (block.kind == Block::Kind::star_body) {
      return fail(node.at, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    const bool loop = block.kind == Block::Kind::while_loop ||
                      block.kind == Block::Kind::for_loop ||
                      block.kind == Block::Kind::async_for_loop;
    if (!loop) continue;
    const HandlerId handler = emitter().handler();
    leave_blocks(i + 1, kNoRegister);
    emitter().set_handler(block.outer);
    if (is_break && block.kind != Block::Kind::while_loop) clear(block.reg, node.at);
    if (is_break)
      jump(block.exit, node.at);
    else
      jump_back(block.top, node.at);
    emitter().set_handler(handler);
    return;
  }
  leave_blocks(0, kNoRegister);  // errors in `finally` bodies on the way come first
  fail(node.at, is_break ? "'break' outside loop" : "'continue' not properly in loop");
}

void Lowering::raise(const Raise& node) {
  if (node.exc == nullptr) return emit(Op::RAISE_AGAIN, node.at);
  const Operand exception = operand(*node.exc, kNoRegister, node.cause == nullptr);
  if (node.cause == nullptr) return emit_unary(Op::RAISE, 0, exception, node.at);
  const Operand cause = operand(*node.cause);
  emit(Op::RAISE_FROM, node.at, exception.reg, cause.reg, 0,
       (exception.temp ? bytecode::kKillA : 0) | (cause.temp ? bytecode::kKillB : 0));
}

void Lowering::assert_statement(const Assert& node) {
  if (const auto* tuple = as<Tuple>(node.test); tuple != nullptr && !tuple->elts.empty()) {
    warn(node.at, "assertion is always true, perhaps remove parentheses?");
  }
  if (options_.optimize > 0) return;
  const Label fine = new_label();
  condition(*node.test, fine, true);
  const uint16_t error = push();
  emit(Op::LOAD_ASSERTION_ERROR, node.at, error);
  if (node.msg != nullptr) {
    expression(*node.msg, push());
    emit(Op::CALL, node.at, error, 1, error);
  }
  emit_unary(Op::RAISE, 0, {error, true}, node.test->at);
  bind(fine);
}

void Lowering::import(const Import& node) {
  for (const Alias* alias : node.names) {
    const uint32_t mark = depth();
    const uint16_t module = push();
    emit(Op::LOAD_INT, node.at, module, 0);
    load_none(push(), node.at);
    emit(Op::IMPORT_NAME, node.at, module, module,
         emitter().name(names_.text(names_.of(alias->name))));
    if (alias->asname.data() == nullptr) {
      const Identifier top = alias->name.substr(0, alias->name.find('.'));
      if (!refuse_name(top, Context::Store, node.at)) store(mangled(top), {module, true}, node.at);
    } else {
      // `import a.b.c as x`: from the top package down
      std::string_view rest = alias->name;
      const size_t dot = rest.find('.');
      rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
      while (!rest.empty()) {
        const size_t next = rest.find('.');
        const std::string_view part = rest.substr(0, next);
        const uint16_t inner = push();
        emit(Op::IMPORT_FROM, node.at, inner, module, emitter().name(names_.text(names_.of(part))));
        clear(module, node.at);
        move(module, {inner, true}, node.at);
        set_depth(mark + 1);
        rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
      }
      if (!refuse_name(alias->asname, Context::Store, node.at))
        store(mangled(alias->asname), {module, true}, node.at);
    }
    set_depth(mark);
  }
}

void Lowering::import_from(const ImportFrom& node) {
  if (node.level == 0 && node.module == "__future__" && node.at.lineno > future_.last_line) {
    return fail(node.at, "from __future__ imports must occur at the beginning of the file");
  }
  const uint16_t module = push();
  Constant level, names;
  level.kind = Constant::Kind::Int;
  level.integer = node.level;
  names.kind = Constant::Kind::Tuple;
  for (const Alias* alias : node.names) {
    Constant& name = names.items.emplace_back();
    name.kind = Constant::Kind::Str;
    name.text = alias->name;
  }
  load_constant(level, module, node.at);
  load_constant(std::move(names), push(), node.at);
  const std::string_view from = node.module.data() == nullptr ? std::string_view("") : node.module;
  emit(Op::IMPORT_NAME, node.at, module, module, emitter().name(names_.text(names_.of(from))));
  for (const Alias* alias : node.names) {
    if (alias->name == "*") {
      emit(Op::IMPORT_STAR, node.at, 0, module, 0, bytecode::kKillB);
      return;
    }
    const uint16_t value = push();
    emit(Op::IMPORT_FROM, node.at, value, module,
         emitter().name(names_.text(names_.of(alias->name))));
    const Identifier target = alias->asname.data() != nullptr ? alias->asname : alias->name;
    if (!refuse_name(target, Context::Store, node.at))
      store(mangled(target), {value, true}, node.at);
    set_depth(depth() - 1);
  }
  clear(module, node.at);
}

}  // namespace gilbox::compiler
