// What awaits a future, step by step: `await future` and `yield from future`.
//
// The eval loop resumes it through native_awaiter, so that a result costs no StopIteration. An
// iterator without a future gives everyone else one turn: the inside of `await sleep(0)`.
#include "modules/future_iterator.hpp"

#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/exception_types.hpp"

namespace gilbox::py {

namespace {

FutureIterator& self_of(Value v) { return *v.as<FutureIterator>(); }

Outcome resume(Thread& t, Value v, Value& result) {
  FutureIterator& it = self_of(v);
  if (!it.future) {
    const bool given = std::exchange(it.given, true);
    result = Value::none();
    return given ? Outcome::Returned : Outcome::Yielded;
  }
  Future& f = *it.future;
  if (f.state == FutureState::Pending) {
    if (!std::exchange(it.given, true)) {
      f.blocking = true;
      retain(static_cast<Object*>(&f));
      result = Value::object(&f);
      return Outcome::Yielded;
    }
    raise(t, exc::RuntimeError, "await wasn't used with future");
    return Outcome::Raised;
  }
  Var end = future_result(t, f);
  if (end.failed()) return Outcome::Raised;
  result = end.take();
  return Outcome::Returned;
}

Var next_(Thread& t, Value v) {
  Value result;
  Outcome outcome = resume(t, v, result);
  Var owned = Var::adopt(result);
  if (outcome == Outcome::Raised) return Var::error();
  if (outcome == Outcome::Yielded) return owned;
  return owned.get().is_none() ? Var::unbound() : raise_stop_iteration(t, owned);
}

Var send(Thread& t, Value v, const Value*) {
  Var next = next_(t, v);
  return next.is_unbound() ? raise_stop_iteration(t, Value::none()) : next;
}
Var throw_(Thread& t, Value v, const Args& args) {
  Var held(v);
  Var e = exception_to_throw(t, args);
  return e.failed() ? e : raise_instance(t, e);
}
Var close(Thread&, Value, const Value*) { return Var::none(); }
Var itself(Thread&, Value v) { return Var(v); }

void traverse(Object* o, Visitor& visit) { visit(static_cast<FutureIterator*>(o)->future); }
void dealloc(Object* o) {
  if (Future* f = static_cast<FutureIterator*>(o)->future) release(static_cast<Object*>(f));
  free_object(o, sizeof(FutureIterator));
}

const NativeDef kMethods[] = {
    {"send", send, "value, /"}, {"throw", throw_}, {"close", close, ""}, {}};

}  // namespace

Type future_iterator_type = [] {
  Type t = static_type("_asyncio.FutureIter", sizeof(FutureIterator), kGc);
  t.iter = itself;
  t.next = next_;
  t.await = itself;
  t.traverse = traverse;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

Var make_future_iterator(Thread& t, Future* f) {
  auto* it = make<FutureIterator>(t, future_iterator_type);
  if (!it) return Var::error();
  if (f) retain(static_cast<Object*>(f));
  it->future = f;
  return Var::adopt(Value::object(it));
}

void let_await_resume_futures() { native_awaiter = {&future_iterator_type, resume}; }

}  // namespace gilbox::py
