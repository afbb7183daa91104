// Calls: methods, keywords, stars, zero-argument super().
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

namespace {

// More arguments than this are collected in a tuple and a dict, so that no frame needs a register
// for each.
constexpr uint32_t kMostAtOnce = 64;

bool spreads(const Seq<ExprNode*>& arguments, const Seq<Keyword*>& keywords) {
  for (const ExprNode* argument : arguments) {
    if (argument->kind == Kind::Starred) return true;
  }
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.data() == nullptr) return true;
  }
  return arguments.size() + keywords.size() * 2 > kMostAtOnce;
}

}  // namespace

void Lowering::check_keywords(const Seq<Keyword*>& keywords) {
  for (uint32_t i = 0; i < keywords.size(); ++i) {
    const Keyword& keyword = *keywords[i];
    if (keyword.arg.data() == nullptr) continue;
    if (refuse_name(keyword.arg, Context::Store, keyword.at)) return;
    for (uint32_t k = i + 1; k < keywords.size(); ++k) {
      if (keywords[k]->arg.data() != nullptr && keywords[k]->arg == keyword.arg) {
        return fail(keywords[k]->at, "keyword argument repeated: " + std::string(keyword.arg));
      }
    }
  }
}

void Lowering::call(const Call& node, uint16_t dst) {
  warn_of_call(node);
  check_keywords(node.keywords);
  if (super_call(node, dst)) return;
  const uint16_t base = run_base(dst);
  const bool spread = spreads(node.args, node.keywords);
  if (const auto* method = as<Attribute>(node.func); method != nullptr && !spread) {
    const Operand object = operand(*method->value, base);
    const Location where = attribute_location(method->at, *method);
    emit(Op::LOAD_METHOD, where, base, object.reg, name_index(method->attr),
         object.temp ? bytecode::kKillB : 0);
    set_depth(static_cast<uint32_t>(base - unit_->code->local_count) + 1);
    push();
    const Location at = attribute_location(node.at, *method);
    return call_with(base, 0, node.args, node.keywords, dst, at, true);
  }
  expression(*node.func, base);
  call_with(base, 0, node.args, node.keywords, dst, node.at, false);
}

void Lowering::call_with(uint16_t base, uint32_t given, const Seq<ExprNode*>& arguments,
                         const Seq<Keyword*>& keywords, uint16_t dst, const Location& at,
                         bool method, const ExprNode*, CName generic_base) {
  if (spreads(arguments, keywords))
    return call_spread(base, given, arguments, keywords, dst, at, generic_base);
  for (const ExprNode* argument : arguments) expression(*argument, push());
  uint32_t count = given + arguments.size();
  if (generic_base != CName::empty) {
    load(generic_base, push(), at);
    ++count;
  }
  if (keywords.empty()) {
    emit(method ? Op::CALL_METHOD : Op::CALL, at, base, static_cast<uint16_t>(count), dst);
    return;
  }
  Constant names;
  names.kind = Constant::Kind::Tuple;
  for (const Keyword* keyword : keywords) {
    expression(*keyword->value, push());
    Constant& name = names.items.emplace_back();
    name.kind = Constant::Kind::Str;
    name.text = names_.text(mangled(keyword->arg));
  }
  emit(method ? Op::CALL_METHOD_KW : Op::CALL_KW, at, base,
       static_cast<uint16_t>(count + keywords.size()), emitter().constant(std::move(names)));
  move(dst, {base, true}, at);
}

// base + 1: a tuple of the positional arguments, base + 2: a dict of the others, or nothing.
void Lowering::call_spread(uint16_t base, uint32_t given, const Seq<ExprNode*>& arguments,
                           const Seq<Keyword*>& keywords, uint16_t dst, const Location& at,
                           CName generic_base) {
  const uint32_t callee = static_cast<uint32_t>(base - unit_->code->local_count) + 1;
  const auto positional = static_cast<uint16_t>(base + 1);
  if (given == 0) push();
  set_depth(callee + 1);
  if (given == 0 && arguments.size() == 1 && arguments[0]->kind == Kind::Starred &&
      generic_base == CName::empty) {
    // f(*x): made a tuple by the call itself
    expression(*cast<Starred>(arguments[0])->value, positional);
  } else if (given == 0 && generic_base == CName::empty) {
    sequence(arguments, Op::BUILD_TUPLE, positional, at);
    set_depth(callee + 1);
  } else {
    set_depth(callee + given);
    emit(Op::BUILD_LIST, at, positional, positional, static_cast<uint16_t>(given));
    set_depth(callee + 1);
    const auto add = [&](Op op, Operand value) {
      emit(op, at, positional, value.reg, 0, value.temp ? bytecode::kKillB : 0);
      set_depth(callee + 1);
    };
    for (const ExprNode* argument : arguments) {
      const auto* star = as<Starred>(argument);
      add(star != nullptr ? Op::LIST_EXTEND : Op::LIST_APPEND,
          operand(star != nullptr ? *star->value : *argument));
    }
    if (generic_base != CName::empty) {
      const uint16_t value = push();
      load(generic_base, value, at);
      add(Op::LIST_APPEND, {value, true});
    }
    emit_unary(Op::LIST_TO_TUPLE, positional, {positional, true}, at);
  }
  push();
  if (!keywords.empty()) keywords_dict(base, keywords, at);
  emit(Op::CALL_EX, at, base, 0, dst);
}

void Lowering::keywords_dict(uint16_t base, const Seq<Keyword*>& keywords, const Location& at) {
  const auto made = static_cast<uint16_t>(base + 2);
  const uint32_t mark = depth();
  emit(Op::BUILD_MAP, at, made, made, 0);
  bool merging = false;  // behind a `**` a name may be there already
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.data() == nullptr) {
      const Operand value = operand(*keyword->value);
      emit(Op::DICT_MERGE, at, made, value.reg, base, value.temp ? bytecode::kKillB : 0);
      merging = true;
    } else {
      const uint16_t name = push();
      load_text(names_.text(mangled(keyword->arg)), name, keyword->at);
      const uint16_t value = push();
      expression(*keyword->value, value);
      if (merging) {
        emit(Op::BUILD_MAP, at, name, name, 1);
        emit(Op::DICT_MERGE, at, made, name, base, bytecode::kKillB);
      } else {
        emit_binary(Op::MAP_ADD, made, {name, true}, {value, true}, at);
      }
    }
    set_depth(mark);
  }
}

// `super()` in a method: super(__class__, first parameter).
bool Lowering::super_call(const Call& node, uint16_t dst) {
  const auto* name = as<syntax::ast::Name>(node.func);
  if (name == nullptr || name->id != "super" || !node.args.empty() || !node.keywords.empty())
    return false;
  if (!in_function() || unit_->code->argument_count == 0) return false;
  const Place super = place_of(CName::super);
  if (super.kind != Place::Kind::global) return false;
  Scope* scope = unit_->scope;
  const uint32_t cell = scope->free_index.find(CName::class_cell);
  if (cell == NameMap::kMissing) return false;
  const uint16_t base = run_base(dst);
  load(CName::super, base, node.func->at);
  const uint16_t type = push(), self = push();
  emit(Op::LOAD_FREE, node.at, type, static_cast<uint16_t>(cell));
  const Symbol& first = scope->symbols[0];
  if (first.cell) {
    emit(Op::LOAD_CELL, node.at, self, first.place);
  } else {
    check_bound({Place::Kind::local, first.place, &first}, node.at);
    emit(Op::MOVE, node.at, self, first.place);
  }
  emit(Op::CALL, node.at, base, 2, dst);
  return true;
}

}  // namespace gilbox::compiler
