#include "modules/awaiter.hpp"

#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Awaiter& self_of(Value v) { return *v.as<Awaiter>(); }

struct FutureIterator : Awaiter {
  bool given;  // it has yielded
};

Outcome resume_future(Thread& t, Awaiter& awaiter, Value& result) {
  auto& it = static_cast<FutureIterator&>(awaiter);
  const bool given = std::exchange(it.given, true);
  if (it.future) return future_outcome(t, it, given, result);
  result = Value::none();
  return given ? Outcome::Returned : Outcome::Yielded;
}
constexpr AwaiterKind kFutureKind = {resume_future, nullptr};

Outcome resume(Thread& t, Value v, Value& result) {
  return self_of(v).kind->resume(t, self_of(v), result);
}
void thrown(Thread& t, Value v) {
  if (self_of(v).kind->thrown) self_of(v).kind->thrown(t, self_of(v));
}

Var send(Thread& t, Value v, const Value*) {
  Var next = awaiter_next(t, v);
  return next.is_unbound() ? raise_stop_iteration(t, Value::none()) : next;
}
Var throw_(Thread& t, Value v, const Args& args) {
  Var held(v);
  Var e = exception_to_throw(t, args);
  if (e.failed()) return e;
  thrown(t, v);
  return raise_instance(t, e);
}
Var close(Thread& t, Value v, const Value*) {
  thrown(t, v);
  return Var::none();
}

}  // namespace

Var awaiter_next(Thread& t, Value v) {
  Value result;
  Var held(v);
  Outcome outcome = resume(t, v, result);
  Var owned = Var::adopt(result);
  if (outcome == Outcome::Raised) return Var::error();
  if (outcome == Outcome::Yielded) return owned;
  return owned.get().is_none() ? Var::unbound() : raise_stop_iteration(t, owned);
}

const NativeDef kAwaiterMethods[] = {
    {"send", send, "value, /"}, {"throw", throw_}, {"close", close, ""}, {}};

void awaiter_release(Awaiter& awaiter) {
  if (Future* f = std::exchange(awaiter.future, nullptr)) release(static_cast<Object*>(f));
}

Outcome yield_future(Awaiter& awaiter, Value& result) {
  awaiter.future->blocking = true;
  retain(static_cast<Object*>(awaiter.future));
  result = Value::object(awaiter.future);
  return Outcome::Yielded;
}

Outcome future_outcome(Thread& t, Awaiter& awaiter, bool given, Value& result) {
  Future& f = *awaiter.future;
  if (f.state == FutureState::Pending) {
    if (!given) return yield_future(awaiter, result);
    raise(t, exc::RuntimeError, "await wasn't used with future");
    return Outcome::Raised;
  }
  Var end = future_result(t, f);
  if (end.failed()) return Outcome::Raised;
  result = end.take();
  return Outcome::Returned;
}

Type future_iterator_type = [] {
  Type t = awaiter_type("_asyncio.FutureIter", sizeof(FutureIterator));
  t.traverse = [](Object* o, Visitor& visit) { visit(static_cast<Awaiter*>(o)->future); };
  t.dealloc = [](Object* o) {
    awaiter_release(*static_cast<Awaiter*>(o));
    free_object(o, sizeof(FutureIterator));
  };
  return t;
}();

Var make_future_iterator(Thread& t, Future* f) {
  auto* it = make<FutureIterator>(t, future_iterator_type);
  if (!it) return Var::error();
  it->kind = &kFutureKind;
  if (f) retain(static_cast<Object*>(f));
  it->future = f;
  return Var::adopt(Value::object(it));
}

void let_await_resume_awaiters() { native_awaiter = {awaiter_next, resume, thrown}; }

}  // namespace gilbox::py
