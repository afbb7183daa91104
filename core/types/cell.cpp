#include "types/cell.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"

namespace gilbox::py {

Ref<Cell> make_cell(Thread& t, Value contents) {
  auto* cell = make<Cell>(t, cell_type);
  if (!cell) return {};
  retain(contents);
  cell->contents = contents;
  return Ref<Cell>::adopt(cell);
}

namespace {

void replace(Value self, Value v) {
  Var old = Var::adopt(self.as<Cell>()->contents);
  retain(v);
  self.as<Cell>()->contents = v;
}

Var get_contents(Thread& t, Value self) {
  Value v = self.as<Cell>()->contents;
  return v.is_unbound() ? raise(t, exc::ValueError, "cell is empty") : Var(v);
}
bool set_contents(Thread&, Value self, Value v) { return replace(self, v), true; }

Var cell_new(Thread& t, Type&, const Args& args) {
  if (args.count > 1)
    return raise(t, exc::TypeError, "cell expected at most 1 argument, got %u", args.count);
  return make_cell(t, args[0]).var();
}

Var cell_repr(Thread& t, Value v) {
  Value inside = v.as<Cell>()->contents;
  if (inside.is_unbound()) return format_text(t, "<cell at %p: empty>", v.object()).var();
  if (!inside.is_object())
    return format_text(t, "<cell at %p: %T object>", v.object(), inside).var();
  return format_text(t, "<cell at %p: %T object at %p>", v.object(), inside, inside.object()).var();
}

const GetSetDef kGetSet[] = {{"cell_contents", get_contents, set_contents}, {}};

}  // namespace

constinit Type cell_type = [] {
  Type t = static_type("cell", sizeof(Cell), kGc);
  t.new_ = cell_new;
  t.repr = cell_repr;
  t.getset = kGetSet;
  t.traverse = [](Object* o, Visitor& visit) { visit(static_cast<Cell*>(o)->contents); };
  t.clear = [](Object* o) { replace(Value::object(o), Value()); };
  t.dealloc = [](Object* o) {
    release(static_cast<Cell*>(o)->contents);
    free_object(o, sizeof(Cell));
  };
  return t;
}();

}  // namespace gilbox::py
