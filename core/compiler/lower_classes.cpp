// Class definitions.
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;

std::shared_ptr<Code> Lowering::class_body(const ClassDef& node, int32_t first_line) {
  enter_unit(&node, node.name, first_line);
  const auto line = static_cast<uint32_t>(first_line);
  const Location start{line, 0, line, 0};
  const auto set_text = [&](CName name, std::string_view text) {
    const uint16_t reg = push();
    load_text(text, reg, start);
    store(name, {reg, true}, start);
    set_depth(0);
  };
  uint16_t reg = push();
  emit(Op::LOAD_NAME, start, reg, name_index(CName::name));
  store(CName::module, {reg, true}, start);
  set_depth(0);
  set_text(CName::qualname, unit_->code->qualified_name);
  reg = push();
  Constant number;
  number.kind = Constant::Kind::Int;
  number.integer = first_line;
  load_constant(number, reg, start);
  store(CName::first_line_number, {reg, true}, start);
  set_depth(0);
  if (!node.type_params.empty()) {
    reg = push();
    load(CName::type_params, reg, start);
    store(CName::type_params_attribute, {reg, true}, start);
    set_depth(0);
  }
  if (unit_->scope->needs_class_dict) {
    reg = push();
    emit(Op::LOAD_LOCALS, start, reg);
    emit(Op::STORE_CELL, start, unit_->class_dict, reg, 0, bytecode::kKillB);
    set_depth(0);
  }
  if (unit_->scope->annotated) emit(Op::SETUP_ANNOTATIONS, start);
  Constant made;
  if (const Constant* text = docstring(node.body, made)) {
    reg = push();
    load_constant(*text, reg, node.body[0]->at);
    store(CName::doc, {reg, true}, node.body[0]->at);
    set_depth(0);
  }
  statements(node.body);
  Constant attributes;
  attributes.kind = Constant::Kind::Tuple;
  for (CName name : unit_->static_attributes) {
    Constant& item = attributes.items.emplace_back();
    item.kind = Constant::Kind::Str;
    item.text = names_.text(name);
  }
  reg = push();
  load_constant(std::move(attributes), reg, start);
  store(CName::static_attributes, {reg, true}, start);
  if (unit_->scope->needs_class_cell) {
    emit(Op::COPY, start, reg, unit_->class_cell);
    emit(Op::STORE_NAME, start, reg, name_index(CName::class_cell_item));
    emit_unary(Op::RETURN, 0, {reg, true}, start);
  } else {
    emit(Op::RETURN_CONST, start, 0, emitter().constant({}));
  }
  set_depth(0);
  return leave_unit();
}

void Lowering::build_class(const ClassDef& node, std::shared_ptr<Code> body, uint16_t dst,
                           CName generic_base) {
  const uint16_t base = run_base(dst);
  emit(Op::LOAD_BUILD_CLASS, node.at, base);
  const uint16_t function = push();
  make_function(std::move(body), next_register(), 0, function, node.at);
  load_text(node.name, push(), node.at);
  check_keywords(node.keywords);
  call_with(base, 2, node.bases, node.keywords, dst, node.at, false, nullptr, generic_base);
}

void Lowering::class_definition(const ClassDef& node) {
  const uint32_t mark = depth();
  if (refuse_name(node.name, Context::Store, node.at)) return;
  decorators(node.decorator_list);
  const int32_t first_line = static_cast<int32_t>(
      node.decorator_list.empty() ? node.at.lineno : node.decorator_list[0]->at.lineno);
  const uint16_t result = push();
  if (node.type_params.empty()) {
    build_class(node, class_body(node, first_line), result, CName::empty);
  } else {
    enter_type_parameter_unit(node.type_params, node.name, 0);
    uint16_t params = push();
    type_parameters(node.type_params, params);
    store(CName::type_params, {params, true}, node.at);
    set_depth(0);
    auto body = class_body(node, first_line);
    params = push();
    load(CName::type_params, params, node.at);
    emit_unary(Op::INTRINSIC, params, {params, true}, node.at,
               static_cast<int>(bytecode::Intrinsic::SubscriptGeneric) << bytecode::kOpShift);
    store(CName::generic_base, {params, true}, node.at);
    set_depth(0);
    const uint16_t made = push();
    build_class(node, std::move(body), made, CName::generic_base);
    emit_unary(Op::RETURN, 0, {made, true}, node.at);
    set_depth(0);
    auto maker = leave_unit();
    make_function(std::move(maker), next_register(), 0, result, node.at);
    emit(Op::CALL, node.at, result, 0, result);
  }
  apply_decorators(node.decorator_list, result);
  store(mangled(node.name), {static_cast<uint16_t>(result - node.decorator_list.size()), true},
        node.at);
  set_depth(mark);
}

}  // namespace gilbox::compiler
