// Functions and lambdas: parameters, defaults, annotations, decorators, closures.
#include "compiler/docstring.hpp"
#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"
#include "compiler/unparse.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using bytecode::CodeFlags;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

const Constant* Lowering::docstring(const Body& body, Constant& made) {
  if (body.empty() || options_.optimize >= 2) return nullptr;
  const auto* statement = as<Expr>(body[0]);
  const auto* text = statement == nullptr ? nullptr : as<syntax::ast::Constant>(statement->value);
  if (text == nullptr || text->value.type != ConstantValue::Type::Str) return nullptr;
  made.kind = Constant::Kind::Str;
  made.text = clean_docstring(text->value.text);
  return &made;
}

void Lowering::set_parameters(const Arguments& arguments) {
  Code& code = *unit_->code;
  code.positional_only_count = static_cast<uint16_t>(arguments.posonlyargs.size());
  code.argument_count = static_cast<uint16_t>(arguments.posonlyargs.size() + arguments.args.size());
  code.keyword_only_count = static_cast<uint16_t>(arguments.kwonlyargs.size());
  if (arguments.vararg != nullptr) code.flags |= CodeFlags::kVarArgs;
  if (arguments.kwarg != nullptr) code.flags |= CodeFlags::kVarKeywords;
  const auto check = [&](const Arg* arg) {
    if (arg != nullptr) refuse_name(arg->arg, Context::Store, arg->at);
  };
  for (const Arg* arg : arguments.posonlyargs) check(arg);
  for (const Arg* arg : arguments.args) check(arg);
  for (const Arg* arg : arguments.kwonlyargs) check(arg);
  check(arguments.vararg);
  check(arguments.kwarg);
}

// Pushes the tuple of defaults and the dict of keyword-only ones, as far as there are any; says
// which (MAKE_FUNCTION).
int Lowering::defaults(const Arguments& arguments, bool& any_keyword) {
  int extras = 0;
  if (!arguments.defaults.empty()) {
    const uint16_t reg = push();
    if (auto constant = fold_tuple(arguments.defaults, options_.optimize)) {
      load_constant(*std::move(constant), reg, arguments.defaults[0]->at);
    } else {
      sequence(arguments.defaults, Op::BUILD_TUPLE, reg, arguments.defaults[0]->at);
    }
    set_depth(static_cast<uint32_t>(reg - unit_->code->local_count) + 1);
    extras |= bytecode::kDefaults;
  }
  any_keyword = false;
  for (const ExprNode* value : arguments.kw_defaults) any_keyword |= value != nullptr;
  if (any_keyword) {
    const uint16_t dict = push();
    const uint32_t mark = depth();
    emit(Op::BUILD_MAP, arguments.kwonlyargs[0]->at, dict, dict, 0);
    for (uint32_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
      if (arguments.kw_defaults[i] == nullptr) continue;
      const Arg& arg = *arguments.kwonlyargs[i];
      const uint16_t key = push();
      load_text(names_.text(mangled(arg.arg)), key, arg.at);
      const Operand value = operand(*arguments.kw_defaults[i]);
      emit_binary(Op::MAP_ADD, dict, {key, true}, value, arg.at);
      set_depth(mark);
    }
    extras |= bytecode::kKwDefaults;
  }
  return extras;
}

bool Lowering::has_annotations(const Arguments& arguments, const ExprNode* returns) {
  const auto any = [](const Seq<Arg*>& list) {
    for (const Arg* arg : list) {
      if (arg->annotation != nullptr) return true;
    }
    return false;
  };
  return returns != nullptr || any(arguments.posonlyargs) || any(arguments.args) ||
         any(arguments.kwonlyargs) ||
         (arguments.vararg != nullptr && arguments.vararg->annotation != nullptr) ||
         (arguments.kwarg != nullptr && arguments.kwarg->annotation != nullptr);
}

void Lowering::annotation(const ExprNode& node, uint16_t dst) {
  if ((future_.flags & bytecode::kFutureAnnotations) != 0)
    load_text(unparse(node), dst, node.at);
  else if (node.kind == Kind::Starred) {
    // *args: *Ts
    const uint32_t mark = depth();
    const Operand value = operand(*cast<Starred>(&node)->value);
    emit(Op::UNPACK_SEQUENCE, node.at, dst, value.reg, 1, value.temp ? bytecode::kKillB : 0);
    set_depth(mark);
  } else
    expression(node, dst);
}

void Lowering::annotations(const Arguments& arguments, const ExprNode* returns, uint16_t dst,
                           const Location& at) {
  const uint32_t mark = depth();
  emit(Op::BUILD_MAP, at, dst, dst, 0);
  const auto add = [&](CName name, const ExprNode* node) {
    if (node == nullptr) return;
    const uint16_t key = push(), value = push();
    load_text(names_.text(name), key, node->at);
    annotation(*node, value);
    emit_binary(Op::MAP_ADD, dst, {key, true}, {value, true}, node->at);
    set_depth(mark);
  };
  const auto add_all = [&](const Seq<Arg*>& list) {
    for (const Arg* arg : list) add(mangled(arg->arg), arg->annotation);
  };
  add_all(arguments.posonlyargs);
  add_all(arguments.args);
  if (arguments.vararg != nullptr)
    add(mangled(arguments.vararg->arg), arguments.vararg->annotation);
  add_all(arguments.kwonlyargs);
  if (arguments.kwarg != nullptr) add(mangled(arguments.kwarg->arg), arguments.kwarg->annotation);
  add(CName::return_, returns);
}

// The extras are in registers from `first_extra`, on top of the stack; the closure is added here.
void Lowering::make_function(std::shared_ptr<Code> code, uint16_t first_extra, int extras,
                             uint16_t dst, const Location& at) {
  const uint32_t mark = depth();
  const size_t cells = code->free.size();
  if (cells > 0) {
    uint16_t base = 0;
    for (size_t i = 0; i < cells; ++i) {
      const uint16_t reg = push();
      if (i == 0) base = reg;
      Place place;
      if (!find_cell(names_.of(code->free[i]), place)) continue;
      if (place.kind == Place::Kind::cell)
        emit(Op::COPY, at, reg, place.index);
      else
        emit(Op::LOAD_FREE_CELL, at, reg, place.index);
    }
    emit(Op::BUILD_TUPLE, at, base, base, static_cast<uint16_t>(cells));
    if (extras == 0) first_extra = base;
    extras |= bytecode::kClosure;
  }
  Constant value;
  value.kind = Constant::Kind::Code;
  value.code = std::move(code);
  emit(Op::MAKE_FUNCTION, at, dst, emitter().constant(std::move(value)), first_extra, extras);
  set_depth(mark);
}

void Lowering::function_body(const void* key, std::string_view name, const Arguments& arguments,
                             const Body& body, int32_t first_line, const Location& at) {
  const bool in_class = scope_->kind == ScopeKind::class_body ||
                        (scope_->kind == ScopeKind::type_parameters && scope_->sees_class);
  enter_unit(key, name, first_line);
  set_parameters(arguments);
  if (in_class) unit_->code->flags |= bytecode::kMethod;
  Constant made;
  if (const Constant* text = docstring(body, made)) {
    emitter().reserve_docstring(*text);
    unit_->code->flags |= bytecode::kHasDocstring;
  }
  start_generator_guard();
  statements(body);
  emit(Op::RETURN_CONST, body.empty() ? at : body.back()->at, 0, emitter().constant({}));
  end_generator_guard();
}

void Lowering::decorators(const Seq<ExprNode*>& list) {
  for (const ExprNode* decorator : list) expression(*decorator, push());
}

// The decorators are in the registers below `value`, the outermost first.
void Lowering::apply_decorators(const Seq<ExprNode*>& list, uint16_t value) {
  for (uint32_t i = list.size(); i-- > 0; --value) {
    emit(Op::CALL, list[i]->at, static_cast<uint16_t>(value - 1), 1,
         static_cast<uint16_t>(value - 1));
  }
}

template <class Function>
void Lowering::function(const Function& node) {
  const uint32_t mark = depth();
  if (refuse_name(node.name, Context::Store, node.at)) return;
  decorators(node.decorator_list);
  const int32_t first_line = static_cast<int32_t>(
      node.decorator_list.empty() ? node.at.lineno : node.decorator_list[0]->at.lineno);
  const uint32_t decorated = depth();
  const bool generic = !node.type_params.empty();
  const uint16_t result = push();
  bool keyword = false;
  const uint16_t first_extra = next_register();
  if (!generic) set_depth(decorated + 1);
  int extras = defaults(*node.args, keyword);
  if (generic) {
    // Its type parameters are variables of a function around it, which gets the defaults as
    // arguments.
    const auto given = static_cast<uint16_t>(depth() - decorated - 1);
    enter_type_parameter_unit(node.type_params, node.name, given);
    const uint16_t params = push();
    type_parameters(node.type_params, params);
    const uint16_t made = push();
    const uint16_t inner_extra = next_register();
    // Arguments again made a tuple and a dict, so that the verifier knows that they are.
    if ((extras & bytecode::kDefaults) != 0) {
      const uint16_t tuple = push(), given_tuple = push();
      load(CName::defaults, given_tuple, node.at);
      emit(Op::BUILD_LIST, node.at, tuple, tuple, 0);
      emit(Op::LIST_EXTEND, node.at, tuple, given_tuple, 0, bytecode::kKillB);
      emit_unary(Op::LIST_TO_TUPLE, tuple, {tuple, true}, node.at);
      set_depth(depth() - 1);
    }
    if ((extras & bytecode::kKwDefaults) != 0) {
      const uint16_t dict = push(), given_dict = push();
      load(CName::keyword_defaults, given_dict, node.at);
      emit(Op::BUILD_MAP, node.at, dict, dict, 0);
      emit(Op::DICT_UPDATE, node.at, dict, given_dict, 0, bytecode::kKillB);
      set_depth(depth() - 1);
    }
    if (has_annotations(*node.args, node.returns)) {
      const uint16_t dict = push();
      annotations(*node.args, node.returns, dict, node.at);
      extras |= bytecode::kAnnotations;
    }
    function_body(&node, node.name, *node.args, node.body, first_line, node.at);
    auto code = leave_unit();
    make_function(std::move(code), inner_extra, extras, made, node.at);
    emit_binary(Op::INTRINSIC, made, {made, true}, {params, true}, node.at,
                static_cast<int>(bytecode::Intrinsic::SetFunctionTypeParams) << bytecode::kOpShift);
    emit_unary(Op::RETURN, 0, {made, true}, node.at);
    auto maker = leave_unit();
    make_function(std::move(maker), next_register(), 0, result, node.at);
    emit(Op::CALL, node.at, result, given, result);
  } else {
    if (has_annotations(*node.args, node.returns)) {
      const uint16_t dict = push();
      annotations(*node.args, node.returns, dict, node.at);
      extras |= bytecode::kAnnotations;
    }
    function_body(&node, node.name, *node.args, node.body, first_line, node.at);
    auto code = leave_unit();
    uint16_t direct = 0;
    const Place place = place_of(mangled(node.name));
    const bool straight = node.decorator_list.empty() && place.kind == Place::Kind::local;
    if (straight) direct = place.index;
    make_function(std::move(code), first_extra, extras, straight ? direct : result, node.at);
    if (straight) return set_depth(mark);
  }
  apply_decorators(node.decorator_list, result);
  store(mangled(node.name), {static_cast<uint16_t>(result - node.decorator_list.size()), true},
        node.at);
  set_depth(mark);
}

template void Lowering::function(const FunctionDef&);
template void Lowering::function(const AsyncFunctionDef&);

void Lowering::lambda(const Lambda& node, uint16_t dst) {
  bool keyword = false;
  const uint16_t first_extra = next_register();
  const int extras = defaults(*node.args, keyword);
  enter_unit(&node, "<lambda>", static_cast<int32_t>(node.at.lineno));
  set_parameters(*node.args);
  start_generator_guard();
  emit_unary(Op::RETURN, 0, operand(*node.body), node.body->at);
  set_depth(0);
  end_generator_guard();
  auto code = leave_unit();
  make_function(std::move(code), first_extra, extras, dst, node.at);
}

}  // namespace gilbox::compiler
