// Type parameters and type aliases (PEP 695, PEP 696): each list of parameters is a function of its
// own around what it belongs to; bounds, defaults and alias values are functions that are called
// when someone asks for them.
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;
using bytecode::Intrinsic;

namespace {
int intrinsic(Intrinsic which) { return static_cast<int>(which) << bytecode::kOpShift; }
}  // namespace

void Lowering::enter_type_parameter_unit(const Seq<TypeParamNode*>& list, std::string_view owner,
                                         uint16_t argument_count) {
  std::string name = "<generic parameters of ";
  name += owner;
  name += '>';
  enter_unit(list.items, name, static_cast<int32_t>(list[0]->at.lineno));
  unit_->code->argument_count = argument_count;
}

// A function that gives the value of `node`.
void Lowering::type_parameter_part(const ExprNode& node, std::string_view name, uint16_t dst) {
  enter_unit(key_around(&node), name, static_cast<int32_t>(node.at.lineno));
  const uint16_t value = push();
  annotation(node, value);
  emit_unary(Op::RETURN, 0, {value, true}, node.at);
  set_depth(0);
  auto code = leave_unit();
  make_function(std::move(code), next_register(), 0, dst, node.at);
}

// Makes each parameter, binds its name, and leaves the tuple of all in `dst`.
void Lowering::type_parameters(const Seq<TypeParamNode*>& list, uint16_t dst) {
  const uint32_t mark = depth();
  bool default_seen = false;
  uint16_t base = 0;
  for (uint32_t i = 0; i < list.size(); ++i) {
    const TypeParamNode& node = *list[i];
    const uint16_t made = push();
    if (i == 0) base = made;
    Identifier name;
    const ExprNode* bound = nullptr;
    const ExprNode* default_value = nullptr;
    Intrinsic maker = Intrinsic::TypeVarTuple;
    if (const auto* variable = as<TypeVar>(&node)) {
      name = variable->name, bound = variable->bound, default_value = variable->default_value;
      maker = bound == nullptr             ? Intrinsic::TypeVar
              : bound->kind == Kind::Tuple ? Intrinsic::TypeVarWithTuple
                                           : Intrinsic::TypeVarWithBound;
    } else if (const auto* specification = as<ParamSpec>(&node)) {
      name = specification->name, default_value = specification->default_value;
      maker = Intrinsic::ParamSpec;
    } else {
      const auto* tuple = cast<TypeVarTuple>(&node);
      name = tuple->name, default_value = tuple->default_value;
    }
    if (refuse_name(name, Context::Store, node.at)) return;
    load_text(name, made, node.at);
    if (bound != nullptr) {
      const uint16_t function = push();
      type_parameter_part(*bound, name, function);
      emit_binary(Op::INTRINSIC, made, {made, true}, {function, true}, node.at, intrinsic(maker));
    } else {
      emit_unary(Op::INTRINSIC, made, {made, true}, node.at, intrinsic(maker));
    }
    set_depth(mark + i + 1);
    if (default_value != nullptr) {
      default_seen = true;
      const uint16_t function = push();
      type_parameter_part(*default_value, name, function);
      emit_binary(Op::INTRINSIC, made, {made, true}, {function, true}, node.at,
                  intrinsic(Intrinsic::SetTypeParamDefault));
      set_depth(mark + i + 1);
    } else if (default_seen) {
      fail(node.at,
           "non-default type parameter '" + std::string(name) + "' follows default type parameter");
    }
    store(mangled(name), {made, false}, node.at);
  }
  emit(Op::BUILD_TUPLE, list[0]->at, dst, base, static_cast<uint16_t>(list.size()));
  set_depth(mark);
}

void Lowering::type_alias(const TypeAlias& node) {
  const uint32_t mark = depth();
  const auto& target = *cast<syntax::ast::Name>(node.name);
  const uint16_t result = push();
  // The parts of the alias: name, type parameters or None, function of the value.
  const auto build = [&](bool generic, uint16_t dst) {
    const uint16_t name = push();
    load_text(target.id, name, node.at);
    const uint16_t params = push();
    if (generic)
      type_parameters(node.type_params, params);
    else
      load_none(params, node.at);
    const uint16_t function = push();
    type_parameter_part(*node.value, target.id, function);
    emit(Op::BUILD_TUPLE, node.at, name, name, 3);
    emit_unary(Op::INTRINSIC, dst, {name, true}, node.at, intrinsic(Intrinsic::TypeAlias));
  };
  if (node.type_params.empty()) {
    build(false, result);
  } else {
    enter_type_parameter_unit(node.type_params, target.id, 0);
    const uint16_t made = push();
    build(true, made);
    emit_unary(Op::RETURN, 0, {made, true}, node.at);
    set_depth(0);
    auto maker = leave_unit();
    make_function(std::move(maker), next_register(), 0, result, node.at);
    emit(Op::CALL, node.at, result, 0, result);
  }
  store(mangled(target.id), {result, true}, target.at);
  set_depth(mark);
}

}  // namespace gilbox::compiler
