#include "vm/names.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "vm/operators.hpp"

namespace gilbox::py {

namespace {

Step name_error(Thread& t, Type& type, const char* format, Str* name) {
  raise(t, type, format, name);
  if (t.exception.is_object() && is_subtype(type_of(t.exception), &exc::NameError)) {
    auto* e = t.exception.as<NameErrorObject>();
    Var old = Var::adopt(std::exchange(e->name, Var(Value::object(name)).take()));
  }
  return Step::Error;
}
Step undefined(Thread& t, Str* name) {
  return name_error(t, exc::NameError, "name '%U' is not defined", name);
}
Step unbound_local(Thread& t, Str* name) {
  return name_error(t, exc::UnboundLocalError,
                    "cannot access local variable '%U' where it is not associated with a value",
                    name);
}
Step unbound_free(Thread& t, Str* name) {
  return name_error(
      t, exc::NameError,
      "cannot access free variable '%U' where it is not associated with a value in enclosing scope",
      name);
}

// Globals, then builtins; remembers where.
Value find_global(Frame& f, const Insn& i, Str* name) {
  Dict& globals = *f.function->globals;
  NameCache& cache = name_cache(i);
  int32_t at = dict_find(globals, name);
  Dict* where = &globals;
  uint16_t kind = NameCache::kGlobal;
  if (at < 0) {
    where = f.function->builtins;
    kind = NameCache::kBuiltin;
    at = where ? dict_find(*where, name) : -1;
    if (at < 0) return Value();
  }
  if (at < 0xFFFF && where->entries[at].key == Value::object(name))
    cache = {globals.keys_version, static_cast<uint16_t>(at), kind};
  return where->entries[at].value;
}

// A class namespace or exec's mapping: unbound when absent, error possible.
Var find_in(Thread& t, Object* names, Str* name) {
  if (names->type == &dict_type) return Var(dict_get(*static_cast<Dict*>(names), name));
  Var v = get_item(t, Value::object(names), Value::object(name));
  if (v.failed() && clear_if(t, exc::KeyError)) return Var::unbound();
  return v;
}

Step done(Frame& f, const Insn& i, Value v) {
  store(f.regs[i.a], Var(v));
  return Step::Next;
}

Str* cell_name(const Frame& f, Thread& t, uint16_t r) {
  const bytecode::Code& code = *f.code->source;
  for (size_t n = 0; n < code.cell_registers.size(); ++n)
    if (code.cell_registers[n] == r) return intern(t, code.cells[n]);
  return f.code->variables[r];
}
Str* free_name(Thread& t, const Frame& f, uint16_t n) { return intern(t, f.code->source->free[n]); }

}  // namespace

Step load_global_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.b];
  Value v = find_global(f, i, name);
  return v.is_unbound() ? undefined(t, name) : done(f, i, v);
}

Step store_global_cold(Thread& t, Frame& f, const Insn& i) {
  Dict& globals = *f.function->globals;
  Str* name = f.code->names[i.b];
  if (!dict_set(t, globals, name, f.regs[i.a])) return Step::Error;
  kill(f, i, bytecode::kKillA, i.a);
  int32_t at = dict_find(globals, name);
  if (at >= 0 && at < 0xFFFF && globals.entries[at].key == Value::object(name))
    name_cache(i) = {0, static_cast<uint16_t>(at), NameCache::kGlobal};
  return Step::Next;
}

Step load_name_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.b];
  if (Object* names = f.names()) {
    Var v = find_in(t, names, name);
    if (v.failed()) return Step::Error;
    if (!v.is_unbound()) return store(f.regs[i.a], std::move(v)), Step::Next;
    // The cache is for frames whose namespace is their globals: not filled here.
    Value g = dict_get(*f.function->globals, name);
    if (g.is_unbound() && f.function->builtins) g = dict_get(*f.function->builtins, name);
    return g.is_unbound() ? undefined(t, name) : done(f, i, g);
  }
  return load_global_cold(t, f, i);
}

Step store_name_cold(Thread& t, Frame& f, const Insn& i) {
  Object* names = f.names();
  if (!names) return store_global_cold(t, f, i);
  Str* name = f.code->names[i.b];
  const bool ok = names->type == &dict_type
                      ? dict_set(t, *static_cast<Dict*>(names), name, f.regs[i.a])
                      : set_item(t, Value::object(names), Value::object(name), f.regs[i.a]);
  if (!ok) return Step::Error;
  kill(f, i, bytecode::kKillA, i.a);
  return Step::Next;
}

Step delete_name_cold(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.b];
  Object* names = i.op == Op::DELETE_NAME ? f.names() : nullptr;
  if (names && names->type != &dict_type) {
    if (set_item(t, Value::object(names), Value::object(name), Value())) return Step::Next;
    return clear_if(t, exc::KeyError) ? undefined(t, name) : Step::Error;
  }
  Dict& d = names ? *static_cast<Dict*>(names) : *f.function->globals;
  return dict_remove(d, name) ? Step::Next : undefined(t, name);
}

Step variable_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::CHECK_BOUND:
      return f.regs[i.a].is_unbound() ? unbound_local(t, f.code->variables[i.a]) : Step::Next;
    case Op::DELETE_FAST:
      if (f.regs[i.a].is_unbound()) return unbound_local(t, f.code->variables[i.a]);
      drop(f.regs[i.a]);
      return Step::Next;
    case Op::MAKE_CELL: {
      Ref<Cell> cell = make_cell(t, Value());
      if (!cell) return Step::Error;
      cell->contents = f.regs[i.a];
      f.regs[i.a] = Value::object(cell.take());
      return Step::Next;
    }
    case Op::LOAD_CELL: {
      Value v = f.regs[i.b].as<Cell>()->contents;
      return v.is_unbound() ? unbound_local(t, cell_name(f, t, i.b)) : done(f, i, v);
    }
    case Op::STORE_CELL: {
      Var v = i.x & bytecode::kKillB ? take(f.regs[i.b]) : Var(f.regs[i.b]);
      store(f.regs[i.a].as<Cell>()->contents, std::move(v));
      return Step::Next;
    }
    case Op::DELETE_CELL: {
      Value& v = f.regs[i.a].as<Cell>()->contents;
      if (v.is_unbound()) return unbound_local(t, cell_name(f, t, i.a));
      drop(v);
      return Step::Next;
    }
    case Op::LOAD_FREE: {
      Value v = f.function->closure->items[i.b].as<Cell>()->contents;
      return v.is_unbound() ? unbound_free(t, free_name(t, f, i.b)) : done(f, i, v);
    }
    case Op::STORE_FREE: {
      Var v = i.x & bytecode::kKillB ? take(f.regs[i.b]) : Var(f.regs[i.b]);
      store(f.function->closure->items[i.a].as<Cell>()->contents, std::move(v));
      return Step::Next;
    }
    case Op::DELETE_FREE: {
      Value& v = f.function->closure->items[i.a].as<Cell>()->contents;
      if (v.is_unbound()) return unbound_free(t, free_name(t, f, i.a));
      drop(v);
      return Step::Next;
    }
    case Op::LOAD_FREE_CELL: return done(f, i, f.function->closure->items[i.b]);
    default: {  // LOAD_CLASS_FREE, LOAD_CLASS_CELL
      if (Object* names = f.names()) {
        Var v = find_in(t, names, f.code->names[i.c]);
        if (v.failed()) return Step::Error;
        if (!v.is_unbound()) return store(f.regs[i.a], std::move(v)), Step::Next;
      }
      Value cell = i.op == Op::LOAD_CLASS_FREE ? f.function->closure->items[i.b] : f.regs[i.b];
      Value v = cell.as<Cell>()->contents;
      return v.is_unbound() ? unbound_free(t, f.code->names[i.c]) : done(f, i, v);
    }
  }
}

Step annotations_cold(Thread& t, Frame& f, const Insn&) {
  Value names = f.names() ? Value::object(f.names()) : Value::object(f.function->globals);
  Var there = find_in(t, names.object(), names::d_annotations);
  if (there.failed()) return Step::Error;
  if (!there.is_unbound()) return Step::Next;
  Ref<Dict> d = make_dict(t);
  if (!d || !set_item(t, names, Value::object(names::d_annotations), d.value())) return Step::Error;
  return Step::Next;
}

}  // namespace gilbox::py
