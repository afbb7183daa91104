// Assignment in all its forms, and del.
#include <algorithm>

#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

// The register of a target that is a plain local variable.
bool Lowering::local_register(const ExprNode& target, uint16_t& reg) {
  const auto* name = as<syntax::ast::Name>(&target);
  if (name == nullptr || name->id == "__debug__") return false;
  const Place place = place_of(mangled(name->id));
  if (place.kind != Place::Kind::local) return false;
  reg = place.index;
  return true;
}

void Lowering::assign(const Assign& node) {
  if (node.targets.size() == 1) return assign_expression(*node.targets[0], *node.value);
  const uint16_t value = push();
  expression(*node.value, value);
  for (uint32_t i = 0; i < node.targets.size(); ++i) {
    assign_to(*node.targets[i], {value, i + 1 == node.targets.size()});
  }
}

void Lowering::assign_expression(const ExprNode& target, const ExprNode& value) {
  uint16_t reg = 0;
  if (local_register(target, reg)) return expression(value, reg);
  if (assign_tuple(target, value)) return;
  assign_to(target, operand(value, kNoRegister, false));
}

// `a, b = b, a` without a tuple.
bool Lowering::assign_tuple(const ExprNode& target, const ExprNode& value) {
  const auto list_of = [](const ExprNode& node) -> const Seq<ExprNode*>* {
    if (const auto* tuple = as<Tuple>(&node)) return &tuple->elts;
    if (const auto* list = as<List>(&node)) return &list->elts;
    return nullptr;
  };
  const auto* targets = list_of(target);
  const auto* values = list_of(value);
  if (targets == nullptr || values == nullptr || targets->size() != values->size() ||
      targets->size() < 2 || targets->size() > 16) {
    return false;
  }
  const auto starred = [](const ExprNode* node) { return node->kind == Kind::Starred; };
  if (std::any_of(targets->begin(), targets->end(), starred) ||
      std::any_of(values->begin(), values->end(), starred))
    return false;
  // When all targets are different variables the last value can go straight into its own.
  std::vector<uint16_t> registers;
  for (const ExprNode* node : *targets) {
    uint16_t reg = 0;
    if (!local_register(*node, reg)) break;
    if (std::find(registers.begin(), registers.end(), reg) != registers.end()) break;
    registers.push_back(reg);
  }
  const uint32_t count = targets->size();
  const bool straight = registers.size() == count;
  std::vector<uint16_t> temporaries;
  for (uint32_t i = 0; i < count; ++i) {
    if (straight && i + 1 == count) {
      expression(*(*values)[i], registers[i]);
    } else {
      temporaries.push_back(push());
      expression(*(*values)[i], temporaries.back());
    }
  }
  for (uint32_t i = 0; i < temporaries.size(); ++i)
    assign_to(*(*targets)[i], {temporaries[i], true});
  return true;
}

void Lowering::assign_to(const ExprNode& target, Operand value) {
  const uint32_t mark = depth();
  switch (target.kind) {
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(&target);
      if (!refuse_name(name.id, Context::Store, target.at))
        store(mangled(name.id), value, target.at);
      break;
    }
    case Kind::Attribute: {
      const auto& attribute = *cast<Attribute>(&target);
      if (refuse_name(attribute.attr, Context::Store, target.at)) break;
      if (const auto* self = as<syntax::ast::Name>(attribute.value);
          self != nullptr && self->id == "self") {
        for (Unit* unit = unit_; unit != nullptr; unit = unit->outer) {
          if (unit->scope->kind != ScopeKind::class_body) continue;
          auto& known = unit->static_attributes;
          const CName name = names_.of(attribute.attr);
          if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
          break;
        }
      }
      const Operand object = operand(*attribute.value);
      emit(Op::STORE_ATTR, attribute_location(target.at, attribute), object.reg, value.reg,
           name_index(attribute.attr),
           (object.temp ? bytecode::kKillA : 0) | (value.temp ? bytecode::kKillB : 0));
      break;
    }
    case Kind::Subscript: {
      const auto& subscript = *cast<Subscript>(&target);
      const Operand object = operand(*subscript.value, kNoRegister, false);
      const Operand key = operand(*subscript.slice);
      emit(Op::SETITEM, target.at, object.reg, key.reg, value.reg,
           (object.temp ? bytecode::kKillA : 0) | (key.temp ? bytecode::kKillB : 0) |
               (value.temp ? bytecode::kKillC : 0));
      break;
    }
    case Kind::Tuple: unpack(cast<Tuple>(&target)->elts, value, target.at); break;
    case Kind::List: unpack(cast<List>(&target)->elts, value, target.at); break;
    case Kind::Starred:
      fail(target.at, "starred assignment target must be in a list or tuple");
      break;
    default: break;
  }
  set_depth(mark);
}

void Lowering::unpack(const Seq<ExprNode*>& targets, Operand value, const Location& at) {
  uint32_t star = targets.size();
  for (uint32_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != Kind::Starred) continue;
    if (star != targets.size()) return fail(at, "multiple starred expressions in assignment");
    star = i;
  }
  const bool starred = star != targets.size();
  const uint32_t after = starred ? targets.size() - star - 1 : 0;
  if (starred && (star > 255 || after > 255))
    return fail(at, "too many expressions in star-unpacking assignment");
  const uint16_t base = next_register();
  for (uint32_t i = 0; i < targets.size(); ++i) push();
  const auto count = static_cast<uint16_t>(starred ? star | after << 8 : targets.size());
  emit(starred ? Op::UNPACK_EX : Op::UNPACK_SEQUENCE, at, base, value.reg, count,
       value.temp ? bytecode::kKillB : 0);
  for (uint32_t i = 0; i < targets.size(); ++i) {
    const auto* inner = as<Starred>(targets[i]);
    assign_to(inner != nullptr ? *inner->value : *targets[i],
              {static_cast<uint16_t>(base + i), true});
  }
}

void Lowering::augmented(const AugAssign& node) {
  using bytecode::kInPlace;
  switch (node.target->kind) {
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(node.target);
      if (refuse_name(name.id, Context::Store, node.target->at)) return;
      const CName inside = mangled(name.id);
      uint16_t reg = 0;
      if (local_register(*node.target, reg)) {
        const Place place = place_of(inside);
        check_bound(place, node.target->at);
        Operand left{reg, false};
        if (place.symbol->walrus) {
          left = {push(), true};
          emit(Op::MOVE, node.target->at, left.reg, reg);
        }
        return binary(node.op, left, *node.value, reg, node.at, kInPlace, kNoRegister);
      }
      const uint16_t value = push();
      load(inside, value, node.target->at);
      binary(node.op, {value, true}, *node.value, value, node.at, kInPlace, kNoRegister);
      store(inside, {value, true}, node.target->at);
      return;
    }
    case Kind::Attribute: {
      const auto& attribute = *cast<Attribute>(node.target);
      if (refuse_name(attribute.attr, Context::Store, node.target->at)) return;
      const Operand object = operand(*attribute.value, kNoRegister, false);
      const uint16_t value = push();
      emit(Op::LOAD_ATTR, attribute_location(node.target->at, attribute), value, object.reg,
           name_index(attribute.attr));
      binary(node.op, {value, true}, *node.value, value, node.at, kInPlace, kNoRegister);
      emit(Op::STORE_ATTR, attribute_location(node.target->at, attribute), object.reg, value,
           name_index(attribute.attr), (object.temp ? bytecode::kKillA : 0) | bytecode::kKillB);
      return;
    }
    case Kind::Subscript: {
      const auto& subscript = *cast<Subscript>(node.target);
      const Operand object = operand(*subscript.value, kNoRegister, false);
      const Operand key = operand(*subscript.slice, kNoRegister, false);
      const uint16_t value = push();
      emit_binary(Op::GETITEM, value, {object.reg, false}, {key.reg, false}, node.target->at);
      binary(node.op, {value, true}, *node.value, value, node.at, kInPlace, kNoRegister);
      emit(Op::SETITEM, node.target->at, object.reg, key.reg, value,
           (object.temp ? bytecode::kKillA : 0) | (key.temp ? bytecode::kKillB : 0) |
               bytecode::kKillC);
      return;
    }
    default: return;
  }
}

void Lowering::annotated(const AnnAssign& node) {
  if (node.value != nullptr) assign_expression(*node.target, *node.value);
  const bool future = (future_.flags & bytecode::kFutureAnnotations) != 0;
  const bool kept =
      unit_->scope->kind == ScopeKind::module || unit_->scope->kind == ScopeKind::class_body;
  switch (node.target->kind) {
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(node.target);
      if (refuse_name(name.id, Context::Store, node.target->at)) return;
      if (!node.simple || !kept) break;
      const uint16_t value = push();
      annotation(*node.annotation, value);
      const uint16_t dict = push();
      emit(Op::LOAD_NAME, node.at, dict, name_index(CName::annotations));
      const uint16_t key = push();
      load_text(names_.text(mangled(name.id)), key, node.at);
      emit(Op::SETITEM, node.at, dict, key, value,
           bytecode::kKillA | bytecode::kKillB | bytecode::kKillC);
      return;
    }
    case Kind::Attribute:
      if (refuse_name(cast<Attribute>(node.target)->attr, Context::Store, node.target->at)) return;
      if (node.value == nullptr) discard(*cast<Attribute>(node.target)->value);
      break;
    case Kind::Subscript:
      if (node.value == nullptr) {
        discard(*cast<Subscript>(node.target)->value);
        const ExprNode& index = *cast<Subscript>(node.target)->slice;
        if (index.kind != Kind::Slice) discard(index);
      }
      break;
    default: return;
  }
  if (!node.simple && kept && !future) discard(*node.annotation);
}

void Lowering::delete_target(const ExprNode& target) {
  const uint32_t mark = depth();
  switch (target.kind) {
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(&target);
      if (!refuse_name(name.id, Context::Del, target.at)) remove(mangled(name.id), target.at);
      break;
    }
    case Kind::Attribute: {
      const auto& attribute = *cast<Attribute>(&target);
      if (refuse_name(attribute.attr, Context::Del, target.at)) break;
      const Operand object = operand(*attribute.value);
      emit(Op::DELETE_ATTR, attribute_location(target.at, attribute), object.reg, 0,
           name_index(attribute.attr), object.temp ? bytecode::kKillA : 0);
      break;
    }
    case Kind::Subscript: {
      const Operand object = operand(*cast<Subscript>(&target)->value, kNoRegister, false);
      const Operand key = operand(*cast<Subscript>(&target)->slice);
      emit(Op::DELITEM, target.at, object.reg, key.reg, 0,
           (object.temp ? bytecode::kKillA : 0) | (key.temp ? bytecode::kKillB : 0));
      break;
    }
    case Kind::Tuple:
      for (const ExprNode* inner : cast<Tuple>(&target)->elts) delete_target(*inner);
      break;
    case Kind::List:
      for (const ExprNode* inner : cast<List>(&target)->elts) delete_target(*inner);
      break;
    default: break;
  }
  set_depth(mark);
}

}  // namespace gilbox::compiler
