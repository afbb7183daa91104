#include "vm/call.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/method.hpp"
#include "vm/bind.hpp"
#include "vm/cold.hpp"
#include "vm/operators.hpp"
#include "vm/park.hpp"
#include "vm/resume.hpp"

namespace gilbox::py {

bool recursion_error(Thread& t) {
  return raise(t, exc::RecursionError, "maximum recursion depth exceeded"), false;
}

namespace {

bool enter_depth(Thread& t) {
  if (t.depth < interpreter.recursion_limit) return ++t.depth, true;
  return recursion_error(t);
}

void fill_record(Thread& t, Frame& record, Frame* caller, Function& fn, Value* regs, Value* limit,
                 FrameKind kind, uint16_t result, uint8_t flags) {
  record.pc = fn.code->insns;
  record.regs = regs;
  record.code = fn.code;
  record.function = &fn;
  record.back = caller;
  record.limit = limit;
  record.result = result;
  record.kind = kind;
  record.flags = flags;
  t.frame = &record;
}

}  // namespace

Step push_call(Thread& t, Frame* caller, Function& fn, const Args& args, FrameKind kind,
               uint16_t result, Var& made) {
  CodeObject& code = *fn.code;
  Room room;
  Frame* record = next_record(t, caller);
  if (!record || !room_above(t, caller, code.register_count, room)) return Step::Error;
  if (!bind(t, fn, args, room.base)) {
    if (room.opened) close_chunk(t);
    return Step::Error;
  }
  for (uint32_t i = code.local_count; i < code.register_count; ++i) room.base[i] = Value();
  if (code.is_generator_like()) {
    made = make_generator(t, fn, room.base, code.local_count).var();
    for (uint32_t i = 0; i < code.local_count; ++i) drop(room.base[i]);
    if (room.opened) close_chunk(t);
    return made.failed() ? Step::Error : Step::Next;
  }
  if (!enter_depth(t)) {
    for (uint32_t i = 0; i < code.local_count; ++i) drop(room.base[i]);
    if (room.opened) close_chunk(t);
    return Step::Error;
  }
  retain(static_cast<Object*>(&fn));
  fill_record(t, *record, caller, fn, room.base, room.limit, kind, result,
              static_cast<uint8_t>(kOwnsFunction | (room.opened ? kOwnsChunk : 0)));
  return Step::Enter;
}

void pop_frame(Thread& t, Frame& f) {
  if (f.flags & kHasObject) detach_frame_object(t, f);
  for (uint32_t i = 0; i < f.code->register_count; ++i) {
    Value v = f.regs[i];
    if (!v.is_object()) continue;
    f.regs[i] = Value();
    release(v.object());
  }
  if (f.flags & kHasNameSpace) release(f.name_space);
  const uint8_t flags = f.flags;
  Function* fn = f.function;
  t.frame = f.back;
  --t.depth;
  if (flags & kOwnsChunk) close_chunk(t);
  if (flags & kOwnsFunction) release(static_cast<Object*>(fn));
}

void finish_call(Frame& f, uint16_t a, uint32_t end, uint16_t result, Var v) {
  for (uint32_t r = a; r < end; ++r) {
    Value old = f.regs[r];
    if (!old.is_object()) continue;
    f.regs[r] = Value();
    release(old.object());
  }
  store(f.regs[result], std::move(v));
}

Step deliver(Thread& t, FrameKind kind, uint16_t result, Generator* generator, Var v) {
  Frame& f = *t.frame;
  const Insn& i = *f.pc;
  switch (kind) {
    case FrameKind::Entry: break;  // the loop leaves
    case FrameKind::Init: {
      if (!v.get().is_none())
        return raise(t, exc::TypeError, "__init__() should return None, not '%T'", v.get()),
               Step::Error;
      v = take(f.regs[i.a]);
      [[fallthrough]];
    }
    case FrameKind::Call: {
      drop(f.regs[i.a]);
      store(f.regs[result], std::move(v));
      f.pc = &i + 1;
      return Step::Reload;
    }
    case FrameKind::Operator: return finish_operator(t, f, i, std::move(v));
    case FrameKind::Resume: return finish_resume(t, f, i, *generator, std::move(v));
    case FrameKind::Sent:
      if (v.get().is_none())
        raise_none(t, exc::StopIteration);
      else
        raise_stop_iteration(t, v);
      return Step::Error;
  }
  return raise(t, exc::SystemError, "frame of unknown kind returned"), Step::Error;
}

// -- the cold half of the call instructions
// --------------------------------------------------------------------

namespace {

// One call being made: callee in register a, arguments at `values`, registers up to `end` consumed.
struct Pending {
  Thread& t;
  Frame& f;
  uint16_t a;
  uint32_t end;
  uint16_t result;

  Step done(Var v) {
    if (v.is_blocked()) v = wait_in_place(t);
    if (v.failed()) return Step::Error;
    finish_call(f, a, end, result, std::move(v));
    return Step::Next;
  }

  Step python(Function& fn, const Args& args, FrameKind kind) {
    Var made;
    Step step = push_call(t, &f, fn, args, kind, result, made);
    if (step == Step::Next) {
      finish_call(f, a, end, result, std::move(made));
    } else if (step == Step::Enter) {
      for (uint32_t r = a + 1u; r < end; ++r) drop(f.regs[r]);
    }
    return step;
  }

  Step call(Value callee, const Args& args);
  Step instantiate(Type& type, const Args& args);
};

Step Pending::instantiate(Type& type, const Args& args) {
  // A class of Python without __new__ and with a Python __init__ and an ordinary metaclass: no
  // recursion.
  Value init = Value();
  if ((type.flags & kHeap) && !(type.flags & kAbstract) && type.type->call == type_type.call &&
      type.new_ == object_type.new_)
    init = lookup_in_type(type, names::d_init);
  if (!is_function(init) || init.as<Function>()->code->is_generator_like())
    return done(py::call(t, Value::object(&type), args));
  Var instance = object_type.new_(t, type, Args{});
  if (instance.failed()) return Step::Error;
  WithSelf all(instance, args);
  if (!all.ok()) return raise_memory_error(t), Step::Error;
  Step step = python(*init.as<Function>(), all.args(), FrameKind::Init);
  if (step == Step::Enter) store(f.regs[a], std::move(instance));
  return step;
}

Step Pending::call(Value callee, const Args& args) {
  if (callee.is_object()) {
    Object* o = callee.object();
    if (o->type == &function_type) return python(*static_cast<Function*>(o), args, FrameKind::Call);
    if (o->type == &method_type) {
      auto* m = static_cast<BoundMethod*>(o);
      WithSelf all(m->self, args);
      if (!all.ok()) return raise_memory_error(t), Step::Error;
      return call(m->function, all.args());
    }
    if (o->type == &native_function_type) {
      auto* n = static_cast<NativeFunction*>(o);
      Var sent;
      Step step = call_generator_native(t, f, *n, n->self, args, result, a, end);
      if (step != Step::Next) return step;
      return done(call_native(t, *n, n->self, args));
    }
    if (has_flag(o->type, kSubType)) return instantiate(*static_cast<Type*>(o), args);
    if (o->type == &method_descriptor_type && args.count) {
      auto* n = static_cast<NativeFunction*>(o);
      Args rest{args.values + 1, args.count - 1, args.names};
      if (is_instance(args.values[0], *n->owner)) {
        Step step = call_generator_native(t, f, *n, args.values[0], rest, result, a, end);
        if (step != Step::Next) return step;
        return done(call_native(t, *n, args.values[0], rest));
      }
      return done(py::call(t, callee, args));
    }
    if (has_flag(o->type, kHeap)) {
      if (Function* fn = python_method(callee, names::d_call)) {
        WithSelf all(callee, args);
        if (!all.ok()) return raise_memory_error(t), Step::Error;
        return python(*fn, all.args(), FrameKind::Call);
      }
    }
  }
  return done(py::call(t, callee, args));
}

// f(*args, **kwargs): a+1 any iterable or unbound, a+2 a dict or unbound.
Step call_ex(Thread& t, Frame& f, const Insn& i) {
  Pending call{t, f, i.a, i.a + 3u, i.c};
  Value star = f.regs[i.a + 1], keywords = f.regs[i.a + 2];
  Ref<Tuple> positional;
  if (star.is_unbound()) {
    positional = Ref<Tuple>(empty_tuple());
  } else if (is_tuple(star)) {
    positional = Ref<Tuple>(star.as<Tuple>());
  } else {
    if (!is_list(star) && !type_of(star)->iter) {
      Var getter = lookup_special(t, star, names::d_getitem);
      if (getter.failed()) return Step::Error;
      if (getter.is_unbound()) {
        Value callee = f.regs[i.a];
        Ref<Str> who = callee_name(t, callee);
        if (who)
          raise(t, exc::TypeError, "%U argument after * must be an iterable, not %T", who.get(),
                star);
        return Step::Error;
      }
    }
    positional = tuple_from(t, star);
    if (!positional) return Step::Error;
  }
  if (!is_dict(keywords) || keywords.as<Dict>()->live == 0)
    return call.call(f.regs[i.a], Args{positional->items, positional->size, nullptr});
  Dict& d = *keywords.as<Dict>();
  Ref<List> values = make_list(t, positional->items, positional->size);
  Ref<List> keys = make_list(t);
  if (!values || !keys) return Step::Error;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(d, at)) {
    if (!is_str(e->key)) return raise(t, exc::TypeError, "keywords must be strings"), Step::Error;
    if (!list_append(t, *keys, e->key) || !list_append(t, *values, e->value)) return Step::Error;
  }
  Ref<Tuple> names = make_tuple(t, keys->items, keys->size);
  if (!names) return Step::Error;
  return call.call(f.regs[i.a], Args{values->items, positional->size, names.get()});
}

}  // namespace

Function* python_method(Value v, Str* name) {
  if (!v.is_object() || !has_flag(v.object()->type, kHeap)) return nullptr;
  Value method = lookup_in_type(*v.object()->type, name);
  if (!is_function(method)) return nullptr;
  return method.as<Function>();
}

Step call_cold(Thread& t, Frame& f, const Insn& i) {
  const uint32_t first = i.a + 1u;
  switch (i.op) {
    case Op::CALL: {
      Pending call{t, f, i.a, first + i.b, i.c};
      return call.call(f.regs[i.a], Args{f.regs + first, i.b, nullptr});
    }
    case Op::CALL_METHOD: {
      Pending call{t, f, i.a, first + 1 + i.b, i.c};
      const bool bound = !f.regs[first].is_unbound();
      return call.call(f.regs[i.a], bound ? Args{f.regs + first, i.b + 1u, nullptr}
                                          : Args{f.regs + first + 1, i.b, nullptr});
    }
    case Op::CALL_KW: {
      auto* names = f.code->constants[i.c].as<Tuple>();
      Pending call{t, f, i.a, first + i.b, i.a};
      return call.call(f.regs[i.a], Args{f.regs + first, i.b - names->size, names});
    }
    case Op::CALL_METHOD_KW: {
      auto* names = f.code->constants[i.c].as<Tuple>();
      Pending call{t, f, i.a, first + 1 + i.b, i.a};
      const bool bound = !f.regs[first].is_unbound();
      const uint32_t positional = i.b - names->size;
      return call.call(f.regs[i.a], bound ? Args{f.regs + first, positional + 1, names}
                                          : Args{f.regs + first + 1, positional, names});
    }
    default: return call_ex(t, f, i);
  }
}

// -- from C++
// ----------------------------------------------------------------------------------------------------

Var call_function(Thread& t, Value function, const Args& args) {
  NativeCall guard(t);
  if (!guard.ok()) return Var::error();
  Var made;
  switch (push_call(t, t.frame, *function.as<Function>(), args, FrameKind::Entry, 0, made)) {
    case Step::Next: return made;
    case Step::Enter: return run(t);
    default: return Var::error();
  }
}

Var run_code(Thread& t, CodeObject& code, Dict& globals, Object* name_space, Tuple* closure) {
  NativeCall guard(t);
  if (!guard.ok()) return Var::error();
  Ref<Function> fn = make_function(t, code, globals, nullptr);
  if (!fn) return Var::error();
  if (closure) {
    retain(static_cast<Object*>(closure));
    fn->closure = closure;
  }
  Var made;
  Step step = push_call(t, t.frame, *fn, Args{}, FrameKind::Entry, 0, made);
  if (step == Step::Next) return made;
  if (step != Step::Enter) return Var::error();
  if (name_space && name_space != static_cast<Object*>(&globals)) {
    t.frame->name_space = name_space;
    retain(name_space);
    t.frame->flags |= kHasNameSpace;
  }
  return run(t);
}

}  // namespace gilbox::py
