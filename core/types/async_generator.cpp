// The awaitables follow Objects/genobject.c's protocol (PEP 525): what the generator yields by
// `yield` ends the await (StopIteration carries it); what it yields from an inner await passes
// through.
#include "types/async_generator.hpp"

#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

AsyncGeneratorStep& self_of(Value v) { return *v.as<AsyncGeneratorStep>(); }

// First use of a generator: the event loop's hooks get to see it (sys.set_asyncgen_hooks).
bool announce(Thread& t, Generator& g) {
  if (g.hooks_called) return true;
  g.hooks_called = true;
  if (!interpreter.sys) return true;
  Str* first = intern(t, "__asyncgen_firstiter__");
  Str* final = intern(t, "__asyncgen_finalizer__");
  if (!first || !final) return false;
  Value finalizer = dict_get(*interpreter.sys, final);
  if (!finalizer.is_unbound() && !finalizer.is_none()) {
    retain(finalizer);
    g.finalizer = finalizer;
  }
  Value hook = dict_get(*interpreter.sys, first);
  if (hook.is_unbound() || hook.is_none()) return true;
  return !call1(t, hook, Value::object(&g)).failed();
}

Var make_step(Thread& t, Value generator, AsyncStep step, Value v) {
  Generator& g = *generator.as<Generator>();
  if (!announce(t, g)) return Var::error();
  Type& type = step == AsyncStep::Send ? async_generator_asend_type : async_generator_athrow_type;
  auto* s = make<AsyncGeneratorStep>(t, type);
  if (!s) return Var::error();
  s->generator = &g;
  retain(generator);
  retain(v);
  s->value = v;
  s->step = step;
  return Var::adopt(Value::object(s));
}

Var end_step(Thread& t, AsyncGeneratorStep& s, Outcome outcome, Var result) {
  Generator& g = *s.generator;
  if (outcome == Outcome::Yielded && !g.came_from_yield) return result;  // an await inside: pass on
  g.async_running = false;
  s.state = AwaitState::Closed;
  const bool closing = s.step == AsyncStep::Close;
  switch (outcome) {
    case Outcome::Yielded:
      if (closing) return raise(t, exc::RuntimeError, "async generator ignored GeneratorExit");
      return raise_stop_iteration(t, result);
    case Outcome::Returned:
      if (closing) return raise_stop_iteration(t, Value::none());
      return raise_none(t, exc::StopAsyncIteration);
    case Outcome::Raised:
      if (closing && (clear_if(t, exc::StopAsyncIteration) || clear_if(t, exc::GeneratorExit)))
        return raise_stop_iteration(t, Value::none());
      return Var::error();
  }
  return Var::error();
}

Var begin_step(Thread& t, AsyncGeneratorStep& s, Value sent) {
  Generator& g = *s.generator;
  const char* name = s.step == AsyncStep::Send    ? "asend"
                     : s.step == AsyncStep::Close ? "aclose"
                                                  : "athrow";
  if (g.async_running) {
    s.state = AwaitState::Closed;
    if (s.step == AsyncStep::Send)
      return raise(t, exc::RuntimeError, "anext(): asynchronous generator is already running");
    return raise(t, exc::RuntimeError, "%s(): asynchronous generator is already running", name);
  }
  Var result;
  if (s.step == AsyncStep::Send) {
    g.async_running = true;
    s.state = AwaitState::Iterating;
    if (sent.is_none()) sent = s.value;
    Outcome outcome = resume_hook(t, g, Resumption::Value, sent, result);
    return end_step(t, s, outcome, std::move(result));
  }
  if (g.closing_async || g.state == GeneratorState::Finished) {
    s.state = AwaitState::Closed;
    if (s.step == AsyncStep::Close) return raise_stop_iteration(t, Value::none());
    return raise_none(t, exc::StopAsyncIteration);
  }
  if (!sent.is_none())
    return raise(t, exc::RuntimeError, "can't send non-None value to a just-started coroutine");
  g.async_running = true;
  s.state = AwaitState::Iterating;
  Var thrown(s.value);
  if (s.step == AsyncStep::Close) {
    g.closing_async = true;
    thrown = call(t, Value::object(&exc::GeneratorExit));
    if (thrown.failed()) return thrown;
  }
  Outcome outcome = resume_hook(t, g, Resumption::Throw, thrown, result);
  return end_step(t, s, outcome, std::move(result));
}

Var step_send(Thread& t, Value self, Value sent) {
  AsyncGeneratorStep& s = self_of(self);
  if (s.state == AwaitState::Closed)
    return raise(t, exc::RuntimeError, "cannot reuse already awaited %s",
                 s.step == AsyncStep::Send ? "__anext__()/asend()" : "aclose()/athrow()");
  if (s.state == AwaitState::Fresh) return begin_step(t, s, sent);
  Var result;
  Outcome outcome = resume_hook(t, *s.generator, Resumption::Value, sent, result);
  return end_step(t, s, outcome, std::move(result));
}

Var step_throw(Thread& t, Value self, const Args& args) {
  AsyncGeneratorStep& s = self_of(self);
  if (s.state == AwaitState::Closed)
    return raise(t, exc::RuntimeError, "cannot reuse already awaited %s",
                 s.step == AsyncStep::Send ? "__anext__()/asend()" : "aclose()/athrow()");
  Var e = exception_to_throw(t, args);
  if (e.failed()) return e;
  if (s.state == AwaitState::Fresh) {
    s.state = AwaitState::Iterating;
    s.generator->async_running = true;
  }
  Var result;
  Outcome outcome = resume_hook(t, *s.generator, Resumption::Throw, e, result);
  return end_step(t, s, outcome, std::move(result));
}

Var step_close(Thread& t, Value self, const Value*) {
  AsyncGeneratorStep& s = self_of(self);
  if (s.state == AwaitState::Closed) return Var::none();
  if (s.state == AwaitState::Fresh) {
    s.state = AwaitState::Closed;
    return Var::none();
  }
  Var exit = call(t, Value::object(&exc::GeneratorExit));
  if (exit.failed()) return exit;
  Value argument = exit;
  Var result = step_throw(t, self, Args{&argument, 1, nullptr});
  if (!result.failed()) return raise(t, exc::RuntimeError, "coroutine ignored GeneratorExit");
  if (clear_if(t, exc::StopIteration) || clear_if(t, exc::StopAsyncIteration) ||
      clear_if(t, exc::GeneratorExit))
    return Var::none();
  return result;
}

Var step_next(Thread& t, Value self) { return step_send(t, self, Value::none()); }
Var itself(Thread&, Value v) { return Var(v); }

Var asend(Thread& t, Value self, const Value* a) {
  return make_step(t, self, AsyncStep::Send, a[0]);
}
Var athrow(Thread& t, Value self, const Args& args) {
  Var e = exception_to_throw(t, args);
  return e.failed() ? e : make_step(t, self, AsyncStep::Throw, e);
}
Var aclose(Thread& t, Value self, const Value*) {
  return make_step(t, self, AsyncStep::Close, Value::none());
}

const NativeDef kStepMethods[] = {
    {"send", [](Thread& t, Value self, const Value* a) { return step_send(t, self, a[0]); },
     "arg, /"},
    {"throw", step_throw},
    {"close", step_close, ""},
    {}};

Type step_type(const char* name) {
  Type t = static_type(name, sizeof(AsyncGeneratorStep), kGc);
  t.iter = itself;
  t.next = step_next;
  t.await = itself;
  t.methods = kStepMethods;
  t.traverse = [](Object* o, Visitor& visit) {
    auto* s = static_cast<AsyncGeneratorStep*>(o);
    visit(s->generator);
    visit(s->value);
  };
  t.dealloc = [](Object* o) {
    auto* s = static_cast<AsyncGeneratorStep*>(o);
    release(static_cast<Object*>(s->generator));
    release(s->value);
    free_object(o, sizeof(AsyncGeneratorStep));
  };
  return t;
}

}  // namespace

Var async_generator_anext(Thread& t, Value self) {
  return make_step(t, self, AsyncStep::Send, Value::none());
}

extern const NativeDef kAsyncGeneratorMethods[];
const NativeDef kAsyncGeneratorMethods[] = {
    {"asend", asend, "value, /"}, {"athrow", athrow}, {"aclose", aclose, ""}, {}};

Type async_generator_asend_type = step_type("async_generator_asend");
Type async_generator_athrow_type = step_type("async_generator_athrow");

}  // namespace gilbox::py
