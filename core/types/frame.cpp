#include "types/frame.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "types/generator.hpp"

namespace gilbox::py {

namespace {

template <class T>
T* counted(T* p) {
  if (p) retain(static_cast<Object*>(p));
  return p;
}

bool put_variable(Thread& t, Dict& d, std::string_view name, Value v) {
  if (is_cell(v)) v = v.as<Cell>()->contents;
  if (v.is_unbound()) return true;
  Str* s = intern(t, name);
  return s && dict_set(t, d, s, v);
}

FrameObject& self_of(Value v) { return *v.as<FrameObject>(); }
Var or_none(Object* o) { return o ? Var(Value::object(o)) : Var::none(); }

Var get_back(Thread& t, Value v) {
  FrameObject& f = self_of(v);
  if (!f.frame) return or_none(f.back);
  Frame* back = f.frame->back;
  return back ? frame_object(t, *back).var() : Var::none();
}
Var get_locals(Thread& t, Value v) {
  FrameObject& f = self_of(v);
  if (f.frame) return frame_locals(t, *f.frame);
  if (!f.locals.is_unbound()) return Var(f.locals);
  return make_dict(t).var();
}
uint32_t word_of(const FrameObject& f) { return f.frame ? f.frame->word() : f.word; }

Var frame_repr(Thread& t, Value v) {
  FrameObject& f = self_of(v);
  return format_text(t, "<frame at %p, file %R, line %d, code %U>", &f,
                     Value::object(f.code->filename), line_of(*f.code, word_of(f)), f.code->name)
      .var();
}

const GetSetDef kGetSet[] = {
    {"f_back", get_back},
    {"f_code", [](Thread&, Value v) { return or_none(self_of(v).code); }},
    {"f_globals", [](Thread&, Value v) { return or_none(self_of(v).globals); }},
    {"f_builtins", [](Thread&, Value v) { return or_none(self_of(v).builtins); }},
    {"f_locals", get_locals},
    {"f_lineno",
     [](Thread&, Value v) { return Var::small(line_of(*self_of(v).code, word_of(self_of(v)))); }},
    {"f_lasti", [](Thread&, Value v) { return Var::small(word_of(self_of(v))); }},
    {},
};

void frame_dealloc(Object* o) {
  auto* f = static_cast<FrameObject*>(o);
  for (Object* p : {static_cast<Object*>(f->code), static_cast<Object*>(f->globals),
                    static_cast<Object*>(f->builtins), static_cast<Object*>(f->back)})
    if (p) release(p);
  release(f->locals);
  free_object(o, sizeof(FrameObject));
}

}  // namespace

Ref<FrameObject> past_frame_object(Thread& t, Function& function, uint32_t word) {
  auto* f = make<FrameObject>(t, frame_type);
  if (!f) return {};
  f->code = counted(function.code);
  f->globals = counted(function.globals);
  f->builtins = counted(function.builtins);
  f->locals = Value();
  f->word = word;
  return Ref<FrameObject>::adopt(f);
}

Ref<FrameObject> frame_object(Thread& t, Frame& frame) {
  if (frame.flags & kHasObject) return Ref<FrameObject>(frame.object);
  Ref<FrameObject> f = past_frame_object(t, *frame.function, frame.word());
  if (!f) return {};
  f->frame = &frame;
  frame.object = f.get();
  retain(static_cast<Object*>(f.get()));  // the frame holds one too
  frame.flags |= kHasObject;
  return f;
}

void detach_frame_object(Thread& t, Frame& frame) {
  auto f = Ref<FrameObject>::adopt(frame.object);
  frame.flags &= ~kHasObject;
  f->word = frame.word();
  if (f->references > 1) {
    Var saved = take_exception(t);
    Var locals = frame_locals(t, frame);
    if (locals.failed())
      clear_exception(t);
    else
      f->locals = locals.take();
    if (frame.back) {
      Ref<FrameObject> back = frame_object(t, *frame.back);
      f->back = back.take();
    }
    if (!saved.is_unbound()) set_exception(t, std::move(saved));
  }
  f->frame = nullptr;
}

Var frame_locals(Thread& t, Frame& frame) {
  if (Object* names = frame.names()) return Var(Value::object(names));
  if (!(frame.code->flags & bytecode::kOptimized))
    return Var(Value::object(frame.function->globals));
  Ref<Dict> d = make_dict(t);
  if (!d) return Var::error();
  const bytecode::Code& code = *frame.code->source;
  for (size_t i = 0; i < code.variables.size(); ++i)
    if (!put_variable(t, *d, code.variables[i], frame.regs[i])) return Var::error();
  for (size_t i = 0; i < code.cells.size() && i < code.cell_registers.size(); ++i)
    if (is_cell(frame.regs[code.cell_registers[i]]) &&
        !put_variable(t, *d, code.cells[i], frame.regs[code.cell_registers[i]]))
      return Var::error();
  if (Tuple* closure = frame.function->closure)
    for (size_t i = 0; i < code.free.size() && i < closure->size; ++i)
      if (!put_variable(t, *d, code.free[i], closure->items[i])) return Var::error();
  return std::move(d).var();
}

constinit Type frame_type = [] {
  Type t = static_type("frame", sizeof(FrameObject), kGc);
  t.repr = frame_repr;
  t.getset = kGetSet;
  t.dealloc = frame_dealloc;
  t.traverse = [](Object* o, Visitor& visit) {
    auto* f = static_cast<FrameObject*>(o);
    visit(f->globals);
    visit(f->builtins);
    visit(f->locals);
    visit(f->back);
  };
  t.clear = [](Object* o) {
    auto* f = static_cast<FrameObject*>(o);
    Var locals = Var::adopt(std::exchange(f->locals, Value()));
  };
  return t;
}();

}  // namespace gilbox::py
