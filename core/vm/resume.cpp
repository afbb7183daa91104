#include "vm/resume.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/async_generator.hpp"
#include "vm/call.hpp"
#include "vm/operators.hpp"
#include "vm/stack.hpp"

namespace gilbox::py {

namespace {

// Puts the generator's frame on top; the caller sets kind and result. False: error set.
bool enter(Thread& t, Generator& g, FrameKind kind, uint16_t result) {
  if (g.state == GeneratorState::Running)
    return raise(t, exc::ValueError, "%s already executing", generator_noun(g)), false;
  if (t.depth >= interpreter.recursion_limit) return recursion_error(t);
  ++t.depth;
  Frame& f = g.frame;
  if (t.frame) {
    g.stack_top = top_of(*t.frame);
    g.stack_end = chunk_end_of(*t.frame);
  } else {
    g.stack_top = t.stack->chunk->begin();
    g.stack_end = t.stack->chunk->end() - kWindowSlack;
  }
  f.back = t.frame;
  f.next = t.frame ? t.frame->next : t.stack->first;
  f.kind = kind;
  f.result = result;
  g.outer_handled = t.handled;
  if (g.handled.is_none())
    retain(t.handled);
  else
    t.handled = std::exchange(g.handled, Value::none());
  g.state = GeneratorState::Running;
  retain(static_cast<Object*>(&g));  // while it runs
  t.frame = &f;
  return true;
}

// Takes the frame off again; the reference of enter() goes to the caller.
Ref<Generator> leave(Thread& t, Generator& g) {
  Value inside = t.handled;
  if (inside == g.outer_handled) {
    release(inside);
    g.handled = Value::none();
  } else {
    g.handled = inside;
  }
  t.handled = std::exchange(g.outer_handled, Value::none());
  t.frame = g.frame.back;
  --t.depth;
  return Ref<Generator>::adopt(&g);
}

// The frame was entered: gives it what was sent.
bool send_in(Thread& t, Generator& g, bool fresh, Value sent) {
  Frame& f = g.frame;
  if (fresh) {
    if (!sent.is_none())
      return raise(t, exc::TypeError, "can't send non-None value to a just-started %s",
                   generator_noun(g)),
             false;
    return true;
  }
  const Insn& i = *f.pc;
  if (i.op == Op::SEND) {
    store(f.regs[i.b + 1], Var(sent));
  } else {
    store(f.regs[i.a], Var(sent));
    f.pc = after(i);
  }
  return true;
}

bool start(Thread& t, Generator& g, Value sent, FrameKind kind, uint16_t result) {
  const bool fresh = g.state == GeneratorState::Created;
  if (fresh && !sent.is_none())
    return raise(t, exc::TypeError, "can't send non-None value to a just-started %s",
                 generator_noun(g)),
           false;
  return enter(t, g, kind, result) && send_in(t, g, fresh, sent);
}

bool finished(const Generator& g) { return g.state == GeneratorState::Finished; }

// The running generator g gives out v; SEND instructions above it suspend too.
Step give_out(Thread& t, Generator* g, Var v, Var& out) {
  for (;;) {
    const FrameKind kind = g->frame.kind;
    const uint16_t result = g->frame.result;
    Ref<Generator> held = leave(t, *g);
    g->state = GeneratorState::Suspended;
    if (kind == FrameKind::Entry) {
      out = std::move(v);
      return Step::Leave;
    }
    Frame& f = *t.frame;
    const Insn& i = *f.pc;
    if (kind == FrameKind::Sent) {
      const uint32_t end = i.a + 1u + i.b + (i.op == Op::CALL_METHOD ? 1 : 0);
      finish_call(f, i.a, end, result, std::move(v));
      f.pc = after(i);
      return Step::Reload;
    }
    if (i.op == Op::FOR_ITER) {
      store(f.regs[i.a], std::move(v));
      f.pc = after(i);
      return Step::Reload;
    }
    g = f.generator;  // SEND: the one that awaits suspends with the same value
    g->came_from_yield = false;
  }
}

// Ends a SEND with the value its iterator returned.
Step sent_result(Frame& f, const Insn& i, Var v) {
  drop(f.regs[i.b]);
  drop(f.regs[i.b + 1]);
  store(f.regs[i.a], std::move(v));
  f.pc = after(i);
  return Step::Reload;
}

// The value of the pending StopIteration, which is cleared.
Var stop_value(Thread& t) {
  Var e = take_exception(t);
  return Var(e.as<StopIterationObject>()->value);
}

// Throws into the innermost of a chain of suspended generators, g entered already. Error: the
// exception is set, t.frame is where it is raised.
Step throw_in(Thread& t, Generator* g, Value exception, Var& out) {
  for (;;) {
    Frame& f = g->frame;
    const Insn& i = *f.pc;
    if (i.op != Op::SEND) break;
    Var inner(f.regs[i.b]);
    if (inner.is_unbound()) break;
    if (native_awaiter.next && fast_type_of(inner)->next == native_awaiter.next) {
      native_awaiter.thrown(t, inner);
      break;
    }
    if (matches(exception, exc::GeneratorExit)) {
      if (is_generator_like(inner)) {
        if (!generator_close(t, *inner.as<Generator>())) return Step::Error;
      } else {
        Str* name = names::s_close;
        Var close = get_attr_or_unbound(t, inner, name);
        if (close.failed()) return Step::Error;
        if (!close.is_unbound() && call(t, close).failed()) return Step::Error;
      }
      break;
    }
    if (is_generator_like(inner) && inner.as<Generator>()->state == GeneratorState::Suspended) {
      g = inner.as<Generator>();
      if (!enter(t, *g, FrameKind::Resume, 0)) return Step::Error;
      continue;
    }
    Var method = get_attr_or_unbound(t, inner, names::s_throw);
    if (method.failed()) return Step::Error;
    if (method.is_unbound()) break;
    Var v = call1(t, method, exception);
    if (!v.failed()) {
      g->came_from_yield = false;
      return give_out(t, g, std::move(v), out);
    }
    if (!matches(t, exc::StopIteration)) return Step::Error;
    return sent_result(f, i, stop_value(t));
  }
  // Its context is what the generator itself handles, not what its caller does.
  if (t.handled == g->outer_handled)
    set_exception(t, Var(exception));
  else
    raise_instance(t, exception);
  return Step::Error;
}

}  // namespace

Var run_from(Thread& t, Step step, Var out);  // eval.cpp

Step resume_for(Thread& t, Frame& f, const Insn& i, Generator& g, Value sent) {
  if (finished(g)) {
    if (g.type == &coroutine_type)
      return raise(t, exc::RuntimeError, "cannot reuse already awaited coroutine"), Step::Error;
    return finish_resume(t, f, i, g, Var::none());
  }
  return start(t, g, sent, FrameKind::Resume, 0) ? Step::Enter : Step::Error;
}

Step finish_resume(Thread&, Frame& f, const Insn& i, Generator&, Var v) {
  if (i.op == Op::FOR_ITER) return end_loop(f, i);
  return sent_result(f, i, std::move(v));
}

void end_generator(Thread& t, Generator& g) {
  if (g.frame.flags & kHasObject) detach_frame_object(t, g.frame);
  Value own = Value();
  Ref<Generator> held = leave(t, g);
  std::swap(own, g.handled);
  g.handled = Value::none();
  release(own);
  finish_generator(g);
}

Step yield_cold(Thread& t, Frame& f, const Insn& i, Var& out) {
  Var v = i.x & bytecode::kKillB ? take(f.regs[i.b]) : Var(f.regs[i.b]);
  Generator* g = f.generator;
  g->came_from_yield = (i.x >> bytecode::kOpShift) != 0;
  return give_out(t, g, std::move(v), out);
}

Step send_cold(Thread& t, Frame& f, const Insn& i, Var& out) {
  Value iterator = f.regs[i.b], sent = f.regs[i.b + 1];
  if (is_generator_like(iterator)) return resume_for(t, f, i, *iterator.as<Generator>(), sent);
  Var v;
  if (fast_type_of(iterator)->next == native_awaiter.next && native_awaiter.next) {
    Value given;
    switch (native_awaiter.resume(t, iterator, given)) {
      case Outcome::Raised: return Step::Error;
      case Outcome::Returned: return sent_result(f, i, Var::adopt(given));
      case Outcome::Yielded: break;
    }
    f.generator->came_from_yield = false;
    return give_out(t, f.generator, Var::adopt(given), out);
  }
  if (type_of(iterator) == &coroutine_wrapper_type) {
    Generator& inner = *iterator.as<CoroutineWrapper>()->coroutine;
    v = generator_send(t, inner, sent);
  } else if (sent.is_none() && type_of(iterator)->next) {
    v = type_of(iterator)->next(t, iterator);  // the value of a StopIteration counts here
    if (v.is_unbound()) return sent_result(f, i, Var::none());
  } else {
    v = call_method(t, iterator, names::s_send, &sent, 1);
  }
  if (v.failed()) {
    if (!matches(t, exc::StopIteration)) return Step::Error;
    return sent_result(f, i, stop_value(t));
  }
  f.generator->came_from_yield = false;
  return give_out(t, f.generator, std::move(v), out);
}

Step call_generator_native(Thread& t, Frame& f, NativeFunction& n, Value self, const Args& args,
                           uint16_t result, uint16_t, uint32_t) {
  if (args.names || args.count != 1) return Step::Next;
  if (f.pc->op != Op::CALL && f.pc->op != Op::CALL_METHOD) return Step::Next;
  Value target, sent;
  if (n.def->bound == generator_send_method) {
    target = self;
    sent = args.values[0];
  } else if (n.def->bound == builtin_next_body) {
    target = args.values[0];
    sent = Value::none();
    if (!is_generator(target)) return Step::Next;
  }
  if (!is_generator_like(target) || finished(*target.as<Generator>())) return Step::Next;
  return start(t, *target.as<Generator>(), sent, FrameKind::Sent, result) ? Step::Enter
                                                                          : Step::Error;
}

Outcome resume_from_native(Thread& t, Generator& g, Resumption how, Value v, Var& result) {
  if (finished(g)) {
    if (how == Resumption::Throw) return set_exception(t, Var(v)), Outcome::Raised;
    if (g.type == &coroutine_type)
      return raise(t, exc::RuntimeError, "cannot reuse already awaited coroutine"), Outcome::Raised;
    result = Var::none();
    return Outcome::Returned;
  }
  if (how == Resumption::Throw && g.state == GeneratorState::Created) {
    finish_generator(g);  // raised before the first line: no handler of the body sees it
    return set_exception(t, Var(v)), Outcome::Raised;
  }
  NativeCall guard(t);
  if (!guard.ok()) return Outcome::Raised;
  Ref<Generator> held(&g);
  if (how == Resumption::Value) {
    if (!start(t, g, v, FrameKind::Entry, 0)) return Outcome::Raised;
    result = run(t);
  } else {
    if (!enter(t, g, FrameKind::Entry, 0)) return Outcome::Raised;
    Var out;
    Step step = throw_in(t, &g, v, out);
    result = run_from(t, step, std::move(out));
  }
  if (result.failed()) return Outcome::Raised;
  return finished(g) ? Outcome::Returned : Outcome::Yielded;
}

void enter_handler(Thread& t, Frame& f, Value& saved, Value exception) {
  Value before = t.handled;
  if ((f.flags & kGeneratorFrame) && before == f.generator->outer_handled) {
    release(before);
    before = Value();
  }
  retain(exception);
  t.handled = exception;
  store(saved, Var::adopt(before));
}

void leave_handler(Thread& t, Frame& f, Var saved) {
  if (saved.is_unbound())
    saved = f.flags & kGeneratorFrame ? Var(f.generator->outer_handled) : Var::none();
  Value old = std::exchange(t.handled, saved.take());
  release(old);
}

}  // namespace gilbox::py
