// Code blocks: entering and leaving one, its registers, its name.
#include <algorithm>

#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using bytecode::CodeFlags;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

namespace {
constexpr uint32_t kMostRegisters = 65000;
}

std::shared_ptr<Code> Lowering::module(const ModNode& tree) {
  enter_unit(&tree, "<module>", 1);
  Unit& unit = *unit_;
  const Location start{1, 0, 1, 0};
  switch (tree.kind) {
    case Kind::Expression: {
      const auto& body = *cast<Expression>(&tree)->body;
      const Operand value = operand(body);
      emit_unary(Op::RETURN, 0, value, body.at);
      break;
    }
    case Kind::Interactive:
      statements(cast<Interactive>(&tree)->body);
      emit(Op::RETURN_CONST, start, 0, emitter().constant({}));
      break;
    default: {
      const Body& body = cast<Module>(&tree)->body;
      if (unit.scope->annotated) emit(Op::SETUP_ANNOTATIONS, start);
      Constant made;
      if (const Constant* text = docstring(body, made)) {
        const uint16_t value = push();
        load_constant(*text, value, body[0]->at);
        store(CName::doc, {value, true}, body[0]->at);
        set_depth(0);
      }
      statements(body);
      emit(Op::RETURN_CONST, body.empty() ? start : body.back()->at, 0, emitter().constant({}));
    }
  }
  if (options_.top_level_await && unit.scope->coroutine) unit.code->flags |= CodeFlags::kCoroutine;
  return leave_unit();
}

void Lowering::enter_unit(const void* key, std::string_view name, int32_t first_line) {
  auto* unit = new Unit;
  unit->outer = unit_;
  unit->scope = &scopes_.at(key);
  Code& code = *unit->code;
  code.name = name;
  code.filename = filename_;
  code.first_line = first_line;
  code.flags = future_.flags;
  const Scope& scope = *unit->scope;
  if (scope.function_like()) code.flags |= CodeFlags::kOptimized | CodeFlags::kNewLocals;
  if (scope.nested && scope.kind != ScopeKind::module) code.flags |= CodeFlags::kNested;
  if (scope.function_like()) {
    const bool coroutine =
        scope.coroutine && (scope.async_def || scope.kind == ScopeKind::generator_expression);
    const bool generator = scope.generator || scope.kind == ScopeKind::generator_expression;
    if (coroutine)
      code.flags |= generator ? CodeFlags::kAsyncGenerator : CodeFlags::kCoroutine;
    else if (generator)
      code.flags |= CodeFlags::kGenerator;
  }
  unit_ = unit;
  scope_ = unit->scope;
  set_qualified_name(name);
  assign_registers();
}

void Lowering::set_qualified_name(std::string_view name) {
  Code& code = *unit_->code;
  code.qualified_name = name;
  Unit* around = unit_->outer;
  if (around != nullptr && around->scope->kind == ScopeKind::type_parameters)
    around = around->outer;
  if (around == nullptr || around->scope->kind == ScopeKind::module) return;
  const Scope& scope = *unit_->scope;
  if (scope.kind == ScopeKind::function || scope.kind == ScopeKind::class_body) {
    const CName inside = names_.mangled(scope.name, around->scope->private_owner);
    const Symbol* symbol = around->scope->find(inside);
    if (symbol != nullptr && symbol->declared_global) return;
  }
  std::string result = around->code->qualified_name;
  if (around->scope->kind == ScopeKind::function || around->scope->kind == ScopeKind::lambda) {
    result += ".<locals>";
  }
  result += '.';
  code.qualified_name = result.append(name);
}

void Lowering::assign_registers() {
  Unit& unit = *unit_;
  Code& code = *unit.code;
  Scope& scope = *unit.scope;
  std::vector<Symbol*> cells;
  if (scope.function_like()) {
    for (Symbol& symbol : scope.symbols) {
      if (!symbol.local()) continue;
      if (symbol.cell) cells.push_back(&symbol);
      if (symbol.cell && !symbol.parameter) continue;
      symbol.place = static_cast<uint16_t>(code.variables.size());
      code.variables.emplace_back(names_.text(symbol.name));
    }
  }
  std::vector<Symbol*> inner_cells;
  std::vector<std::pair<CName, uint16_t>> active;
  for (Scope* child : scope.children) {
    if (child->inlined()) place_comprehension_symbols(*child, active, inner_cells);
  }
  uint32_t next = static_cast<uint32_t>(code.variables.size());
  code.variable_count = static_cast<uint16_t>(next);
  Symbol class_cell{.name = CName::class_cell}, class_dict{.name = CName::class_dict};
  if (scope.needs_class_cell) cells.push_back(&class_cell);
  if (scope.needs_class_dict) cells.push_back(&class_dict);
  const size_t own = cells.size();
  std::ranges::sort(cells, {}, [&](Symbol* symbol) { return names_.text(symbol->name); });
  cells.insert(cells.end(), inner_cells.begin(), inner_cells.end());
  for (Symbol* symbol : cells) {
    if (!symbol->parameter) symbol->place = static_cast<uint16_t>(next++);
    code.cells.emplace_back(names_.text(symbol->name));
    code.cell_registers.push_back(symbol->place);
  }
  unit.class_cell = class_cell.place;
  unit.class_dict = class_dict.place;
  for (CName name : scope.free) code.free.emplace_back(names_.text(name));
  if (next > kMostRegisters) fail({1, 0, 1, 0}, "too many variables in one function");
  code.local_count = static_cast<uint16_t>(next);
  const Location at{static_cast<uint32_t>(code.first_line), 0,
                    static_cast<uint32_t>(code.first_line), 0};
  for (size_t i = 0; i < own; ++i) emit(Op::MAKE_CELL, at, cells[i]->place);
}

// The variables of comprehensions that run in this code: one register for each name that is alive
// at the same time.
void Lowering::place_comprehension_symbols(Scope& scope,
                                           std::vector<std::pair<CName, uint16_t>>& active,
                                           std::vector<Symbol*>& cells) {
  Code& code = *unit_->code;
  const size_t outer = active.size();
  const uint16_t own_variables = [&] {
    uint16_t count = 0;
    for (const Symbol& symbol : unit_->scope->symbols) {
      count +=
          unit_->scope->function_like() && symbol.local() && !(symbol.cell && !symbol.parameter);
    }
    return count;
  }();
  for (Symbol& symbol : scope.symbols) {
    if (!symbol.local()) continue;
    if (symbol.cell) {
      cells.push_back(&symbol);
      continue;
    }
    const std::string_view text = names_.text(symbol.name);
    uint32_t reg = own_variables;
    for (; reg < code.variables.size(); ++reg) {
      const bool taken =
          std::ranges::any_of(active, [&](const auto& entry) { return entry.second == reg; });
      if (code.variables[reg] == text && !taken) break;
    }
    if (reg == code.variables.size()) code.variables.emplace_back(text);
    symbol.place = static_cast<uint16_t>(reg);
    active.emplace_back(symbol.name, symbol.place);
  }
  for (Scope* child : scope.children) {
    if (child->inlined()) place_comprehension_symbols(*child, active, cells);
  }
  active.resize(outer);
}

std::shared_ptr<Code> Lowering::leave_unit() {
  std::unique_ptr<Unit> unit(unit_);
  Code& code = *unit->code;
  code.register_count = static_cast<uint16_t>(code.local_count + unit->deepest);
  if (!diagnostics_.failed()) {
    unit->emitter.finish(code);
    if (unit->emitter.overflowed()) {
      fail({static_cast<uint32_t>(code.first_line), 0, static_cast<uint32_t>(code.first_line), 0},
           "too many constants or names in one code block");
    }
  }
  unit_ = unit->outer;
  scope_ = unit_ == nullptr ? nullptr : unit->scope->parent;
  return unit->code;
}

uint16_t Lowering::push() {
  const uint32_t reg = unit_->code->local_count + unit_->depth;
  if (reg >= kMostRegisters) {
    fail({static_cast<uint32_t>(unit_->code->first_line), 0,
          static_cast<uint32_t>(unit_->code->first_line), 0},
         "too many values at once in one code block");
    return static_cast<uint16_t>(kMostRegisters);
  }
  if (++unit_->depth > unit_->deepest) unit_->deepest = unit_->depth;
  return static_cast<uint16_t>(reg);
}

// A StopIteration that leaves a generator becomes a RuntimeError (PEP 479): its whole body has a
// handler for that.
void Lowering::start_generator_guard() {
  if ((unit_->code->flags &
       (CodeFlags::kGenerator | CodeFlags::kCoroutine | CodeFlags::kAsyncGenerator)) == 0)
    return;
  const uint16_t reg = next_register();
  emitter().set_handler(emitter().new_handler(new_label(), reg, reg));
}

void Lowering::end_generator_guard() {
  if (emitter().handler() == HandlerId::none) return;
  const Label target = emitter().target_of(emitter().handler());
  emitter().set_handler(HandlerId::none);
  const Location at{static_cast<uint32_t>(unit_->code->first_line), 0,
                    static_cast<uint32_t>(unit_->code->first_line), 0};
  bind(target);
  const uint16_t reg = push();
  emit_unary(Op::INTRINSIC, reg, {reg, true}, at,
             static_cast<int>(bytecode::Intrinsic::StopIterationError) << bytecode::kOpShift);
  emit_unary(Op::RERAISE, 0, {reg, true}, at);
  set_depth(depth() - 1);
}

}  // namespace gilbox::compiler
