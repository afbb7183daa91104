#include "types/traceback.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"

namespace gilbox::py {

bool add_traceback(Thread& t, Exception& exception, Frame& frame) {
  auto* tb = make<Traceback>(t, traceback_type);
  if (!tb) return false;
  tb->next = exception.traceback;
  if (!is_traceback(tb->next)) tb->next = Value::none();
  tb->function = frame.function;
  tb->code = frame.code;
  retain(static_cast<Object*>(tb->function));
  retain(static_cast<Object*>(tb->code));
  tb->word = frame.word();
  tb->line = frame.line();
  tb->frame = Value();
  if (frame.flags & kHasObject) {
    tb->frame = Value::object(frame.object);
    retain(tb->frame);
  }
  exception.traceback = Value::object(tb);
  return true;
}

namespace {

Traceback& self_of(Value v) { return *v.as<Traceback>(); }

Var get_frame(Thread& t, Value v) {
  Traceback& tb = self_of(v);
  if (tb.frame.is_unbound()) {
    Ref<FrameObject> f = past_frame_object(t, *tb.function, tb.word);
    if (!f) return Var::error();
    tb.frame = Value::object(f.take());
  }
  return Var(tb.frame);
}

bool set_next(Thread& t, Value v, Value to) {
  if (!to.is_none() && !is_traceback(to))
    return raise(t, exc::TypeError, "expected traceback object or None, got '%T'", to), false;
  for (Value i = to; is_traceback(i); i = i.as<Traceback>()->next)
    if (i == v) return raise(t, exc::ValueError, "traceback loop detected"), false;
  Var old = Var::adopt(self_of(v).next);
  retain(to);
  self_of(v).next = to;
  return true;
}

const GetSetDef kGetSet[] = {
    {"tb_next", [](Thread&, Value v) { return Var(self_of(v).next); }, set_next},
    {"tb_frame", get_frame},
    {"tb_lineno", [](Thread&, Value v) { return Var::small(self_of(v).line); }},
    {"tb_lasti", [](Thread&, Value v) { return Var::small(self_of(v).word); }},
    {},
};

}  // namespace

constinit Type traceback_type = [] {
  Type t = static_type("traceback", sizeof(Traceback), kGc);
  t.getset = kGetSet;
  t.traverse = [](Object* o, Visitor& visit) {
    visit(self_of(Value::object(o)).next);
    visit(self_of(Value::object(o)).frame);
    visit(self_of(Value::object(o)).function);
  };
  t.clear = [](Object* o) {
    Traceback& tb = self_of(Value::object(o));
    Var next = Var::adopt(std::exchange(tb.next, Value::none()));
    Var frame = Var::adopt(std::exchange(tb.frame, Value()));
  };
  t.dealloc = [](Object* o) {
    Traceback& tb = self_of(Value::object(o));
    release(tb.next);
    release(tb.frame);
    release(static_cast<Object*>(tb.function));
    release(static_cast<Object*>(tb.code));
    free_object(o, sizeof(Traceback));
  };
  return t;
}();

}  // namespace gilbox::py
