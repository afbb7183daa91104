// Names: where they live, reading, writing and deleting them.
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using CName = gilbox::compiler::Name;

Place Lowering::place_of(CName name) {
  Scope* scope = scope_;
  const bool direct = !scope->inlined();
  for (;; scope = scope->parent) {
    Symbol* symbol = scope->find(name);
    if (symbol != nullptr && symbol->declared_global) return {.kind = Place::Kind::global};
    const bool own = scope->function_like() && symbol != nullptr && symbol->local();
    if (own) {
      return {symbol->cell ? Place::Kind::cell : Place::Kind::local, symbol->place, symbol};
    }
    if (!scope->inlined()) break;
  }
  const uint32_t free = scope->free_index.find(name);
  const auto index = static_cast<uint16_t>(free);
  const Symbol* symbol = scope->find(name);
  switch (scope->kind) {
    case ScopeKind::module: return {.kind = Place::Kind::name};
    case ScopeKind::class_body:
      if (!direct) {
        return free == NameMap::kMissing ? Place{.kind = Place::Kind::global}
                                         : Place{Place::Kind::free, index, nullptr};
      }
      if (symbol != nullptr && symbol->local()) return {.kind = Place::Kind::name};
      if (free == NameMap::kMissing) return {.kind = Place::Kind::name};
      return {Place::Kind::class_free, index, nullptr};
    default: {
      const bool dynamic = scope->sees_class && direct && name != CName::class_dict;
      if (free == NameMap::kMissing)
        return {.kind = dynamic ? Place::Kind::class_dict : Place::Kind::global};
      return {dynamic ? Place::Kind::class_dict_free : Place::Kind::free, index, nullptr};
    }
  }
}

// The cell that an inner code block gets as `name`: in a register of this one, or among its own
// free variables.
bool Lowering::find_cell(CName name, Place& place) {
  Scope* scope = scope_;
  for (;; scope = scope->parent) {
    Symbol* symbol = scope->find(name);
    if (scope->function_like() && symbol != nullptr && symbol->local()) {
      place = {Place::Kind::cell, symbol->place, symbol};
      return symbol->cell;
    }
    if (!scope->inlined()) break;
  }
  if (scope->kind == ScopeKind::class_body &&
      (name == CName::class_cell || name == CName::class_dict)) {
    const bool own = name == CName::class_cell ? scope->needs_class_cell : scope->needs_class_dict;
    if (own) {
      place = {Place::Kind::cell, name == CName::class_cell ? unit_->class_cell : unit_->class_dict,
               nullptr};
      return true;
    }
  }
  const uint32_t free = scope->free_index.find(name);
  place = {Place::Kind::free, static_cast<uint16_t>(free), nullptr};
  return free != NameMap::kMissing;
}

void Lowering::check_bound(const Place& place, const Location& at) {
  if (place.symbol->parameter && !place.symbol->deleted) return;
  emit(Op::CHECK_BOUND, at, place.index);
}

void Lowering::load(CName name, uint16_t dst, const Location& at) {
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::local:
      check_bound(place, at);
      emit(Op::MOVE, at, dst, place.index);
      break;
    case Place::Kind::cell: emit(Op::LOAD_CELL, at, dst, place.index); break;
    case Place::Kind::free: emit(Op::LOAD_FREE, at, dst, place.index); break;
    case Place::Kind::global: emit(Op::LOAD_GLOBAL, at, dst, name_index(name)); break;
    case Place::Kind::name: emit(Op::LOAD_NAME, at, dst, name_index(name)); break;
    case Place::Kind::class_free:
      emit(Op::LOAD_CLASS_FREE, at, dst, place.index, name_index(name));
      break;
    case Place::Kind::class_dict:
    case Place::Kind::class_dict_free: load_from_class_dict(name, place, dst, at); break;
  }
}

// `namespace[name] if name in namespace else …`, the namespace being that of the class around an
// annotation scope.
void Lowering::load_from_class_dict(CName name, const Place& place, uint16_t dst,
                                    const Location& at) {
  Place dict;
  if (!find_cell(CName::class_dict, dict)) return;
  const uint32_t mark = depth();
  const uint16_t space = push(), key = push(), found = push();
  const Label missing = new_label(), end = new_label();
  emit(Op::LOAD_FREE, at, space, dict.index);
  load_text(names_.text(name), key, at);
  emit_binary(Op::IN, found, {key, false}, {space, false}, at);
  jump_if(Op::JUMP_IF_FALSE, {found, true}, missing, at);
  emit_binary(Op::GETITEM, dst, {space, true}, {key, true}, at);
  jump(end, at);
  bind(missing);
  clear(space, at);
  clear(key, at);
  if (place.kind == Place::Kind::class_dict)
    emit(Op::LOAD_GLOBAL, at, dst, name_index(name));
  else
    emit(Op::LOAD_FREE, at, dst, place.index);
  bind(end);
  set_depth(mark);
}

void Lowering::store(CName name, Operand value, const Location& at) {
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::local: move(place.index, value, at); break;
    case Place::Kind::cell:
      emit(Op::STORE_CELL, at, place.index, value.reg, 0, value.temp ? bytecode::kKillB : 0);
      break;
    case Place::Kind::free:
    case Place::Kind::class_free:
    case Place::Kind::class_dict_free:
      emit(Op::STORE_FREE, at, place.index, value.reg, 0, value.temp ? bytecode::kKillB : 0);
      break;
    case Place::Kind::global:
    case Place::Kind::class_dict:
      emit(Op::STORE_GLOBAL, at, value.reg, name_index(name), 0, value.temp ? bytecode::kKillA : 0);
      break;
    case Place::Kind::name:
      emit(Op::STORE_NAME, at, value.reg, name_index(name), 0, value.temp ? bytecode::kKillA : 0);
      break;
  }
}

void Lowering::remove(CName name, const Location& at) {
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::local: emit(Op::DELETE_FAST, at, place.index); break;
    case Place::Kind::cell: emit(Op::DELETE_CELL, at, place.index); break;
    case Place::Kind::free:
    case Place::Kind::class_free:
    case Place::Kind::class_dict_free: emit(Op::DELETE_FREE, at, place.index); break;
    case Place::Kind::global:
    case Place::Kind::class_dict: emit(Op::DELETE_GLOBAL, at, 0, name_index(name)); break;
    case Place::Kind::name: emit(Op::DELETE_NAME, at, 0, name_index(name)); break;
  }
}

bool Lowering::refuse_name(Identifier name, Context context, const Location& at) {
  if (context == Context::Load || name != "__debug__") return false;
  fail(at, context == Context::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
  return true;
}

}  // namespace gilbox::compiler
