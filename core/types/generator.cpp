#include "types/generator.hpp"

#include <cstring>

#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/async_generator.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

ResumeHook resume_hook = nullptr;
NativeAwaiter native_awaiter;

namespace {

constexpr uint32_t kSlack = 16;  // natives called with missing arguments may look past the window

Generator& self_of(Value v) { return *v.as<Generator>(); }

size_t bytes_of(uint32_t registers) {
  return sizeof(Generator) + (registers + kSlack) * sizeof(Value);
}

Type& type_for(uint32_t flags) {
  if (flags & bytecode::kAsyncGenerator) return async_generator_type;
  if (flags & bytecode::kCoroutine) return coroutine_type;
  return generator_type;
}

}  // namespace

const char* generator_noun(const Generator& g) {
  if (g.type == &coroutine_type) return "coroutine";
  return g.type == &async_generator_type ? "async generator" : "generator";
}

Ref<Generator> make_generator(Thread& t, Function& function, Value* regs, uint32_t count) {
  CodeObject& code = *function.code;
  const uint32_t registers = code.register_count;
  auto* g = make<Generator>(t, type_for(code.flags), bytes_of(registers));
  if (!g) return {};
  g->register_count = registers;
  Frame& f = g->frame;
  f.pc = code.insns;
  f.regs = reinterpret_cast<Value*>(g + 1);
  f.code = &code;
  f.function = &function;
  retain(static_cast<Object*>(&function));
  f.flags = kGeneratorFrame | kOwnsFunction;
  f.generator = g;
  for (uint32_t i = 0; i < count; ++i) f.regs[i] = std::exchange(regs[i], Value());
  for (uint32_t i = count; i < registers + kSlack; ++i) f.regs[i] = Value();
  g->state = GeneratorState::Created;
  g->handled = g->outer_handled = g->origin = Value::none();
  g->finalizer = Value();
  g->name = function.name;
  g->qualified_name = function.qualified_name;
  retain(static_cast<Object*>(g->name));
  retain(static_cast<Object*>(g->qualified_name));
  return Ref<Generator>::adopt(g);
}

void finish_generator(Generator& g) {
  g.state = GeneratorState::Finished;
  Frame& f = g.frame;
  for (uint32_t i = 0; i < g.register_count; ++i) {
    Value v = std::exchange(f.regs[i], Value());
    release(v);
  }
  Value handled = std::exchange(g.handled, Value::none());
  release(handled);
}

Var exception_to_throw(Thread& t, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "throw() takes no keyword arguments");
  if (args.count == 0) return raise(t, exc::TypeError, "throw expected at least 1 argument, got 0");
  if (args.count > 3)
    return raise(t, exc::TypeError, "throw expected at most 3 arguments, got %u", args.count);
  if (!args[2].is_unbound() && !args[2].is_none() &&
      !(args[2].is_object() && strcmp(type_name(args[2]), "traceback") == 0))
    return raise(t, exc::TypeError, "throw() third argument must be a traceback object");
  Var e;
  if (is_exception(args[0])) {
    if (!args[1].is_unbound() && !args[1].is_none())
      return raise(t, exc::TypeError, "instance exception may not have a separate value");
    e = Var(args[0]);
  } else if (is_type(args[0]) && is_subtype(args[0].as<Type>(), &exc::BaseException)) {
    if (is_exception(args[1]) && is_subtype(type_of(args[1]), args[0].as<Type>()))
      e = Var(args[1]);
    else if (args[1].is_unbound() || args[1].is_none())
      e = call(t, args[0]);
    else if (is_tuple(args[1]))
      e = call(t, args[0], args[1].as<Tuple>()->items, args[1].as<Tuple>()->size);
    else
      e = call1(t, args[0], args[1]);
    if (e.failed()) return e;
  } else {
    return raise(t, exc::TypeError,
                 "exceptions must be classes or instances deriving from BaseException, not %T",
                 args[0]);
  }
  if (args[2].is_object()) {
    Var old = Var::adopt(e.as<Exception>()->traceback);
    retain(args[2]);
    e.as<Exception>()->traceback = args[2];
  }
  return e;
}

namespace {

Var deliver(Thread& t, Outcome outcome, Var result) {
  switch (outcome) {
    case Outcome::Yielded: return result;
    case Outcome::Returned: return raise_stop_iteration(t, result);
    case Outcome::Raised: return Var::error();
  }
  return Var::error();
}

}  // namespace

Var generator_send(Thread& t, Generator& g, Value v) {
  Var result;
  Outcome outcome = resume_hook(t, g, Resumption::Value, v, result);
  return deliver(t, outcome, std::move(result));
}

Var generator_throw(Thread& t, Generator& g, Value exception) {
  Var result;
  Outcome outcome = resume_hook(t, g, Resumption::Throw, exception, result);
  return deliver(t, outcome, std::move(result));
}

// The value a generator returns on being closed, or None; error set when it misbehaves.
static Var close_value(Thread& t, Generator& g) {
  if (g.state == GeneratorState::Created) finish_generator(g);
  if (g.state == GeneratorState::Finished) return Var::none();
  Var exit = call(t, Value::object(&exc::GeneratorExit));
  if (exit.failed()) return exit;
  Var result;
  switch (resume_hook(t, g, Resumption::Throw, exit, result)) {
    case Outcome::Yielded:
      return raise(t, exc::RuntimeError, "%s ignored GeneratorExit", generator_noun(g));
    case Outcome::Returned: return result;
    case Outcome::Raised:
      if (clear_if(t, exc::StopIteration) || clear_if(t, exc::GeneratorExit)) return Var::none();
      return Var::error();
  }
  return Var::error();
}

bool generator_close(Thread& t, Generator& g) { return !close_value(t, g).failed(); }

Var generator_send_method(Thread& t, Value self, const Value* a) {
  return generator_send(t, self_of(self), a[0]);
}

Var generator_next(Thread& t, Value self) {
  Var result;
  switch (resume_hook(t, self_of(self), Resumption::Value, Value::none(), result)) {
    case Outcome::Yielded: return result;
    case Outcome::Returned:
      if (result.get().is_none()) return Var::unbound();
      return raise_stop_iteration(t, result);
    case Outcome::Raised: return Var::error();
  }
  return Var::error();
}

namespace {

Var throw_method(Thread& t, Value self, const Args& args) {
  Var e = exception_to_throw(t, args);
  return e.failed() ? e : generator_throw(t, self_of(self), e);
}
Var close_method(Thread& t, Value self, const Value*) { return close_value(t, self_of(self)); }

Var self_iter(Thread&, Value v) { return Var(v); }

Var generator_repr(Thread& t, Value v) {
  Generator& g = self_of(v);
  const char* noun = g.type == &async_generator_type ? "async_generator" : generator_noun(g);
  return format_text(t, "<%s object %U at %p>", noun, g.qualified_name, &g).var();
}

Var get_name(Thread&, Value v) { return Var(Value::object(self_of(v).name)); }
Var get_qualified_name(Thread&, Value v) { return Var(Value::object(self_of(v).qualified_name)); }
bool replace_text(Thread& t, Str*& field, Value v, const char* what) {
  if (!is_str(v)) return raise(t, exc::TypeError, "%s must be set to a string object", what), false;
  retain(v);
  release(static_cast<Object*>(std::exchange(field, v.as<Str>())));
  return true;
}
bool set_name(Thread& t, Value v, Value to) {
  return replace_text(t, self_of(v).name, to, "__name__");
}
bool set_qualified_name(Thread& t, Value v, Value to) {
  return replace_text(t, self_of(v).qualified_name, to, "__qualname__");
}
Var get_code(Thread&, Value v) { return Var(Value::object(self_of(v).frame.code)); }
Var get_running(Thread&, Value v) {
  return Var::boolean(self_of(v).state == GeneratorState::Running);
}
Var get_suspended(Thread&, Value v) {
  return Var::boolean(self_of(v).state == GeneratorState::Suspended);
}
Var get_frame(Thread& t, Value v) {
  Generator& g = self_of(v);
  if (g.state == GeneratorState::Finished) return Var::none();
  return frame_object(t, g.frame).var();
}
Var get_awaited(Thread&, Value v) {
  Generator& g = self_of(v);
  if (g.state != GeneratorState::Suspended || g.frame.pc->op != Op::SEND) return Var::none();
  Value inner = g.frame.regs[g.frame.pc->b];
  return inner.is_unbound() ? Var::none() : Var(inner);
}
Var get_origin(Thread&, Value v) { return Var(self_of(v).origin); }

const GetSetDef kGeneratorGetSet[] = {{"__name__", get_name, set_name},
                                      {"__qualname__", get_qualified_name, set_qualified_name},
                                      {"gi_code", get_code},
                                      {"gi_running", get_running},
                                      {"gi_suspended", get_suspended},
                                      {"gi_frame", get_frame},
                                      {"gi_yieldfrom", get_awaited},
                                      {}};
const GetSetDef kCoroutineGetSet[] = {{"__name__", get_name, set_name},
                                      {"__qualname__", get_qualified_name, set_qualified_name},
                                      {"cr_code", get_code},
                                      {"cr_running", get_running},
                                      {"cr_suspended", get_suspended},
                                      {"cr_frame", get_frame},
                                      {"cr_await", get_awaited},
                                      {"cr_origin", get_origin},
                                      {}};
const GetSetDef kAsyncGeneratorGetSet[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualified_name, set_qualified_name},
    {"ag_code", get_code},
    {"ag_running", [](Thread&, Value v) { return Var::boolean(self_of(v).async_running); }},
    {"ag_suspended", get_suspended},
    {"ag_frame", get_frame},
    {"ag_await", get_awaited},
    {}};

void generator_traverse(Object* o, Visitor& visit) {
  auto* g = static_cast<Generator*>(o);
  visit(g->frame.function);
  for (uint32_t i = 0; i < g->register_count; ++i) visit(g->frame.regs[i]);
  for (Value v : {g->handled, g->outer_handled, g->origin, g->finalizer}) visit(v);
}
void generator_clear(Object* o) {
  auto* g = static_cast<Generator*>(o);
  if (g->state != GeneratorState::Running) finish_generator(*g);
}

// A generator that is dropped while suspended runs its finally blocks, as if closed.
void generator_finalize(Thread& t, Value v) {
  Generator& g = self_of(v);
  if (g.state == GeneratorState::Finished || g.state == GeneratorState::Running) return;
  if (g.state == GeneratorState::Created) {
    if (g.type == &coroutine_type && warn_hook && !interpreter.finalizing) {
      Ref<Str> text = format_text(t, "coroutine '%U' was never awaited", g.qualified_name);
      if (!text || !warn_hook(t, exc::RuntimeWarning, text.value())) report_unraisable(t, v);
    }
    return;
  }
  if (g.type == &async_generator_type && !g.finalizer.is_unbound() && !g.finalizer.is_none()) {
    Var done = call1(t, g.finalizer, v);
    if (done.failed()) report_unraisable(t, v);
    return;
  }
  if (g.frame.code->source->handlers.empty()) return;
  if (!generator_close(t, g)) report_unraisable(t, v);
}

void generator_dealloc(Object* o) {
  auto* g = static_cast<Generator*>(o);
  finish_generator(*g);
  if (g->frame.flags & kHasObject) {
    auto object = Ref<FrameObject>::adopt(g->frame.object);
    object->word = g->frame.word();
    object->frame = nullptr;
  }
  release(static_cast<Object*>(g->frame.function));
  for (Value v : {g->outer_handled, g->origin, g->finalizer}) release(v);
  release(static_cast<Object*>(g->name));
  release(static_cast<Object*>(g->qualified_name));
  free_object(o, bytes_of(g->register_count));
}

Type generator_like(const char* name, const GetSetDef* getset, const NativeDef* methods) {
  Type t = static_type(name, sizeof(Generator), kGc);
  t.weak_offset = offsetof(Generator, weak);
  t.repr = generator_repr;
  t.traverse = generator_traverse;
  t.clear = generator_clear;
  t.finalize = generator_finalize;
  t.dealloc = generator_dealloc;
  t.getset = getset;
  t.methods = methods;
  return t;
}

Var coroutine_await(Thread& t, Value v) {
  auto* w = make<CoroutineWrapper>(t, coroutine_wrapper_type);
  if (!w) return Var::error();
  w->coroutine = v.as<Generator>();
  retain(v);
  return Var::adopt(Value::object(w));
}
Generator& wrapped(Value v) { return *v.as<CoroutineWrapper>()->coroutine; }

const NativeDef kWrapperMethods[] = {
    {"send", [](Thread& t, Value v, const Value* a) { return generator_send(t, wrapped(v), a[0]); },
     "object, /"},
    {"throw", [](Thread& t, Value v,
                 const Args& args) { return throw_method(t, Value::object(&wrapped(v)), args); }},
    {"close", [](Thread& t, Value v, const Value*) { return close_value(t, wrapped(v)); }, ""},
    {}};

}  // namespace

bool (*warn_hook)(Thread& t, Type& category, Value text) = nullptr;

const NativeDef kGeneratorMethods[] = {{"send", generator_send_method, "value, /"},
                                       {"throw", throw_method},
                                       {"close", close_method, ""},
                                       {}};
const NativeDef kCoroutineMethods[] = {{"send", generator_send_method, "arg, /"},
                                       {"throw", throw_method},
                                       {"close", close_method, ""},
                                       {}};

Type generator_type = [] {
  Type t = generator_like("generator", kGeneratorGetSet, kGeneratorMethods);
  t.iter = self_iter;
  t.next = generator_next;
  return t;
}();

Type coroutine_type = [] {
  Type t = generator_like("coroutine", kCoroutineGetSet, kCoroutineMethods);
  t.await = coroutine_await;
  return t;
}();

extern const NativeDef kAsyncGeneratorMethods[];
Type async_generator_type = [] {
  Type t = generator_like("async_generator", kAsyncGeneratorGetSet, kAsyncGeneratorMethods);
  t.aiter = self_iter;
  t.anext = async_generator_anext;
  return t;
}();

Type coroutine_wrapper_type = [] {
  Type t = static_type("coroutine_wrapper", sizeof(CoroutineWrapper), kGc);
  t.iter = self_iter;
  t.next = [](Thread& t, Value v) { return generator_next(t, Value::object(&wrapped(v))); };
  t.methods = kWrapperMethods;
  t.traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<CoroutineWrapper*>(o)->coroutine);
  };
  t.dealloc = [](Object* o) {
    release(static_cast<Object*>(static_cast<CoroutineWrapper*>(o)->coroutine));
    free_object(o, sizeof(CoroutineWrapper));
  };
  return t;
}();

}  // namespace gilbox::py
