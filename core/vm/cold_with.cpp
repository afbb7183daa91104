// with, async with, await and async for.
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/generator.hpp"
#include "vm/call.hpp"
#include "vm/cold.hpp"
#include "vm/operators.hpp"
#include "vm/park.hpp"

namespace gilbox::py {

namespace {

// A special method unbound: function and receiver; or a bound callable with receiver unbound.
bool find_method(Thread& t, Value v, Str* name, Var& function, Var& self) {
  Value in_type = lookup_in_type(*type_of(v), name);
  if (in_type.is_unbound()) return true;
  if (has_flag(type_of(in_type), kMethodLike)) {
    function = Var(in_type);
    self = Var(v);
    return true;
  }
  function = lookup_special(t, v, name);
  return !function.failed();
}

Step unsupported(Thread& t, Value v, const char* protocol, const char* missed) {
  if (missed)
    raise(t, exc::TypeError, "'%T' object does not support the %s protocol (missed %s method)", v,
          protocol, missed);
  else
    raise(t, exc::TypeError, "'%T' object does not support the %s protocol", v, protocol);
  return Step::Error;
}

// What a method found in v's type is when it is a native one that v can be given to directly; null
// otherwise.
NativeFunction* native_method(Value method, Type& type) {
  if (!method.is_object() || method.object()->type != &method_descriptor_type) return nullptr;
  auto* fn = method.as<NativeFunction>();
  return fn->owner == &type || is_subtype(&type, fn->owner) ? fn : nullptr;
}

// Both methods native, as those of locks, files and pools: no binding, no argument objects. False:
// the long way.
bool enter_native(Thread& t, Frame& f, const Insn& i, Step& step) {
  const Value manager = f.regs[i.b];
  Type& type = *type_of(manager);
  const Value end = lookup_in_type(type, names::d_exit);
  if (!native_method(end, type)) return false;
  NativeFunction* begin = native_method(lookup_in_type(type, names::d_enter), type);
  if (!begin) return false;
  retain(end);
  store(f.regs[i.a], Var::adopt(end));
  store(f.regs[i.a + 1], i.x & bytecode::kKillB ? take(f.regs[i.b]) : Var(manager));
  Var v = call_native(t, *begin, manager, Args{});
  if (v.is_blocked()) v = wait_in_place(t);
  step = v.failed() ? Step::Error : Step::Next;
  if (step == Step::Next) store(f.regs[i.c], std::move(v));
  return true;
}

Step enter(Thread& t, Frame& f, const Insn& i) {
  if (Step step; i.op == Op::WITH_ENTER && enter_native(t, f, i, step)) return step;
  const bool async = i.op == Op::ASYNC_WITH_ENTER;
  const char* protocol = async ? "asynchronous context manager" : "context manager";
  Var manager(f.regs[i.b]);
  Var begin, begin_self, end, end_self;
  if (!find_method(t, manager, async ? names::d_aenter : names::d_enter, begin, begin_self))
    return Step::Error;
  if (begin.is_unbound()) return unsupported(t, manager, protocol, nullptr);
  if (!find_method(t, manager, async ? names::d_aexit : names::d_exit, end, end_self))
    return Step::Error;
  if (end.is_unbound()) return unsupported(t, manager, protocol, async ? "__aexit__" : "__exit__");
  kill(f, i, bytecode::kKillB, i.b);
  store(f.regs[i.a], std::move(end));
  store(f.regs[i.a + 1], std::move(end_self));
  Value self = begin_self;
  if (is_function(begin)) return call_for(t, f, i, *begin.as<Function>(), &self, 1);
  Var v = begin_self.is_unbound() ? call(t, begin) : call(t, begin, &self, 1);
  return v.failed() ? Step::Error : finish_operator(t, f, i, std::move(v));
}

Step leave(Thread& t, Frame& f, const Insn& i) {
  Value args[4] = {f.regs[i.b + 1], Value::none(), Value::none(), Value::none()};
  if (i.op == Op::WITH_EXIT_EXC) {
    Value e = f.regs[i.c];
    args[1] = Value::object(type_of(e));
    args[2] = e;
    args[3] = e.as<Exception>()->traceback;
  }
  Value exit = f.regs[i.b];
  const bool bound = !args[0].is_unbound();
  if (NativeFunction* fn = bound ? native_method(exit, *type_of(args[0])) : nullptr) {
    Var v = call_native(t, *fn, args[0], Args{args + 1, 3});
    if (v.is_blocked()) v = wait_in_place(t);
    if (v.failed()) return Step::Error;
    drop(f.regs[i.b]);
    drop(f.regs[i.b + 1]);
    store(f.regs[i.a], std::move(v));
    return Step::Next;
  }
  if (is_function(exit) && bound) return call_for(t, f, i, *exit.as<Function>(), args, 4);
  Var v = call(t, exit, bound ? args : args + 1, bound ? 4 : 3);
  return v.failed() ? Step::Error : finish_operator(t, f, i, std::move(v));
}

// The iterator that awaits v; unbound: v is not awaitable (no error set).
Var awaitable_iterator(Thread& t, Value v) {
  if (is_coroutine(v)) return Var(v);
  if (is_generator(v) && (v.as<Generator>()->frame.code->flags & bytecode::kIterableCoroutine))
    return Var(v);
  UnaryFn await = type_of(v)->await;
  if (!await) return Var::unbound();
  Var it = await(t, v);
  if (it.failed()) return it;
  if (is_coroutine(it)) return raise(t, exc::TypeError, "__await__() returned a coroutine");
  if (!type_of(it)->next)
    return raise(t, exc::TypeError, "__await__() returned non-iterator of type '%T'", it.get());
  return it;
}

Step get_awaitable(Thread& t, Frame& f, const Insn& i) {
  Value v = f.regs[i.b];
  Var it = awaitable_iterator(t, v);
  if (it.failed()) return Step::Error;
  if (it.is_unbound()) {
    const int where = i.x >> bytecode::kOpShift;
    if (where == 0)
      raise(t, exc::TypeError, "object %T can't be used in 'await' expression", v);
    else
      raise(t, exc::TypeError,
            "'async with' received an object from %s that does not implement __await__: %T",
            where == 1 ? "__aenter__" : "__aexit__", v);
    return Step::Error;
  }
  if (is_coroutine(it)) {
    Generator& g = *it.as<Generator>();
    if (g.state == GeneratorState::Suspended && g.frame.pc->op == Op::SEND)
      return raise(t, exc::RuntimeError, "coroutine is being awaited already"), Step::Error;
  }
  kill(f, i, bytecode::kKillB, i.b);
  store(f.regs[i.a], std::move(it));
  return Step::Next;
}

Step get_aiter(Thread& t, Frame& f, const Insn& i) {
  Value v = f.regs[i.b];
  UnaryFn aiter = type_of(v)->aiter;
  if (!aiter)
    return raise(t, exc::TypeError, "'async for' requires an object with __aiter__ method, got %T",
                 v),
           Step::Error;
  Var it = aiter(t, v);
  if (it.failed()) return Step::Error;
  if (!type_of(it)->anext)
    return raise(t, exc::TypeError,
                 "'async for' received an object from __aiter__ that does not implement __anext__: "
                 "%T",
                 it.get()),
           Step::Error;
  kill(f, i, bytecode::kKillB, i.b);
  store(f.regs[i.a], std::move(it));
  return Step::Next;
}

Step get_anext(Thread& t, Frame& f, const Insn& i) {
  Value v = f.regs[i.b];
  UnaryFn anext = type_of(v)->anext;
  if (!anext)
    return raise(t, exc::TypeError,
                 "'async for' requires an iterator with __anext__ method, got %T", v),
           Step::Error;
  Var item = anext(t, v);
  if (item.failed()) return Step::Error;
  Var it = awaitable_iterator(t, item);
  if (it.failed()) return Step::Error;
  if (it.is_unbound())
    return raise(t, exc::TypeError, "'async for' received an invalid object from __anext__: %T",
                 item.get()),
           Step::Error;
  store(f.regs[i.a], std::move(it));
  return Step::Next;
}

}  // namespace

Step with_cold(Thread& t, Frame& f, const Insn& i) {
  return i.op == Op::WITH_ENTER || i.op == Op::ASYNC_WITH_ENTER ? enter(t, f, i) : leave(t, f, i);
}

Step await_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::GET_AWAITABLE: return get_awaitable(t, f, i);
    case Op::GET_AITER: return get_aiter(t, f, i);
    case Op::GET_ANEXT: return get_anext(t, f, i);
    case Op::END_ASYNC_FOR:
      if (matches(f.regs[i.b], exc::StopAsyncIteration)) {
        drop(f.regs[i.b]);
        drop(f.regs[i.a]);
        return Step::Next;
      }
      set_exception(t, Var(f.regs[i.b]));
      return Step::Again;
    default: {  // GET_YIELD_FROM_ITER
      Value v = f.regs[i.b];
      Var it;
      if (is_coroutine(v)) {
        if (!(f.code->flags & (bytecode::kCoroutine | bytecode::kIterableCoroutine)))
          return raise(t, exc::TypeError,
                       "cannot 'yield from' a coroutine object in a non-coroutine generator"),
                 Step::Error;
        it = Var(v);
      } else {
        it = is_generator(v) ? Var(v) : iter(t, v);
      }
      if (it.failed()) return Step::Error;
      kill(f, i, bytecode::kKillB, i.b);
      store(f.regs[i.a], std::move(it));
      return Step::Next;
    }
  }
}

}  // namespace gilbox::py
