#include "vm/unwind.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/traceback.hpp"
#include "vm/call.hpp"
#include "vm/exception_groups.hpp"
#include "vm/operators.hpp"
#include "vm/resume.hpp"

namespace gilbox::py {

namespace {

const bytecode::Handler* find_handler(const Frame& f) {
  const uint32_t word = f.word();
  for (const auto& h : f.code->source->handlers)
    if (h.start <= word && word < h.end) return &h;
  return nullptr;
}

void enter_handler_block(Thread& t, Frame& f, const bytecode::Handler& h) {
  for (uint32_t r = h.keep; r < f.code->register_count; ++r) drop(f.regs[r]);
  store(f.regs[h.exception], take_exception(t));
  f.pc = f.code->insns + h.target;
}

Step raise_again(Thread& t, Value exception) {
  set_exception(t, Var(exception));
  return Step::Again;
}

Step raise_from(Thread& t, Value what, Value cause) {
  Var e = make_exception(t, what);
  if (e.failed()) return Step::Error;
  Var because;
  if (cause.is_none()) {
    because = Var::none();
  } else if (is_exception(cause) ||
             (is_type(cause) && is_subtype(cause.as<Type>(), &exc::BaseException))) {
    because = make_exception(t, cause);
    if (because.failed()) return Step::Error;
  } else {
    raise(t, exc::TypeError, "exception causes must derive from BaseException");
    return Step::Error;
  }
  auto* raised = e.as<Exception>();
  Value old = std::exchange(raised->cause, because.take());
  raised->suppress_context = true;
  release(old);
  raise_instance(t, e);
  return Step::Error;
}

// -1: error (not exception classes).
int exception_matches(Thread& t, Value exception, Value classes) {
  auto is_class = [](Value c) {
    return is_type(c) && is_subtype(c.as<Type>(), &exc::BaseException);
  };
  constexpr const char* kBad =
      "catching classes that do not inherit from BaseException is not allowed";
  if (is_class(classes)) return is_subtype(type_of(exception), classes.as<Type>());
  if (!is_tuple(classes)) return raise(t, exc::TypeError, kBad), -1;
  Tuple& all = *classes.as<Tuple>();
  bool found = false;
  for (uint32_t n = 0; n < all.size; ++n) {
    if (!is_class(all.items[n])) return raise(t, exc::TypeError, kBad), -1;
    found = found || is_subtype(type_of(exception), all.items[n].as<Type>());
  }
  return found;
}

}  // namespace

Step unwind(Thread& t, bool again) {
  for (;;) {
    Frame& f = *t.frame;
    if (!again && is_exception(t.exception)) add_traceback(t, *t.exception.as<Exception>(), f);
    again = false;
    if (const bytecode::Handler* h = find_handler(f)) {
      enter_handler_block(t, f, *h);
      return Step::Reload;
    }
    const FrameKind kind = f.kind;
    Var exception = take_exception(t);  // destructors may run code
    if (f.flags & kGeneratorFrame)
      end_generator(t, *f.generator);
    else
      pop_frame(t, f);
    set_exception(t, std::move(exception));
    if (kind == FrameKind::Entry) return Step::Leave;
    if (kind == FrameKind::Operator && t.frame->pc->op == Op::FOR_ITER &&
        clear_if(t, exc::StopIteration))
      return end_loop(*t.frame, *t.frame->pc);
  }
}

Step handler_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::EXC_ENTER: enter_handler(t, f, f.regs[i.a], f.regs[i.b]); return Step::Next;
    case Op::EXC_LEAVE: {
      Var saved = i.x & bytecode::kKillA ? take(f.regs[i.a]) : Var(f.regs[i.a]);
      leave_handler(t, f, std::move(saved));
      return Step::Next;
    }
    case Op::EXC_MATCH: {
      int yes = exception_matches(t, f.regs[i.b], f.regs[i.c]);
      if (yes < 0) return Step::Error;
      kill(f, i, bytecode::kKillC, i.c);
      store(f.regs[i.a], Var::boolean(yes));
      return Step::Next;
    }
    case Op::EXC_GROUP_MATCH: {
      Var match, rest;
      if (!match_group(t, f.regs[i.b], f.regs[i.c], match, rest)) return Step::Error;
      kill(f, i, bytecode::kKillC, i.c);
      store(f.regs[i.b], std::move(rest));
      store(f.regs[i.a], std::move(match));
      return Step::Next;
    }
    case Op::EXC_GROUP_RERAISE: {
      Var result = reraise_group(t, f.regs[i.b], *f.regs[i.c].as<List>());
      if (result.failed()) return Step::Error;
      kill(f, i, bytecode::kKillB, i.b);
      kill(f, i, bytecode::kKillC, i.c);
      store(f.regs[i.a], std::move(result));
      return Step::Next;
    }
    case Op::RAISE: {
      Var e = make_exception(t, f.regs[i.a]);
      if (!e.failed()) raise_instance(t, e);
      return Step::Error;
    }
    case Op::RAISE_FROM: return raise_from(t, f.regs[i.a], f.regs[i.b]);
    case Op::RAISE_AGAIN:
      if (t.handled.is_none())
        return raise(t, exc::RuntimeError, "No active exception to reraise"), Step::Error;
      return raise_again(t, t.handled);
    default: return raise_again(t, f.regs[i.a]);  // RERAISE
  }
}

}  // namespace gilbox::py
