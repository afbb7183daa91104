// Awaiters: what `await` works with when the coroutine behind it is written in C++.
//
// An Awaiter is an iterator, and has the methods of a coroutine, so that it can also be made a
// task. The eval loop resumes it through native_awaiter: no frame, no StopIteration. Each kind says
// how it goes on; its type is made by awaiter_type(), which fills every slot but the memory's.
#pragma once

#include "modules/future.hpp"

namespace gilbox::py {

struct Awaiter;

struct AwaiterKind {
  // result: owned, what it yields or returns.
  Outcome (*resume)(Thread& t, Awaiter& awaiter, Value& result);
  // An exception takes the place of its result: it lets go of what it waits for. May be null.
  void (*thrown)(Thread& t, Awaiter& awaiter);
};

struct Awaiter : Object {
  const AwaiterKind* kind;
  Future* future;  // owned, may be null: what it waits for
};

Var awaiter_next(Thread& t, Value v);
extern const NativeDef kAwaiterMethods[];
void awaiter_release(Awaiter& awaiter);

constexpr Type awaiter_type(const char* name, uint32_t size) {
  Type t = static_type(name, size, kGc);
  t.iter = [](Thread&, Value v) { return Var(v); };
  t.await = [](Thread&, Value v) { return Var(v); };
  t.next = awaiter_next;
  t.methods = kAwaiterMethods;
  return t;
}

// Yields the future of the awaiter: the task will wait for it.
Outcome yield_future(Awaiter& awaiter, Value& result);
// The same, once: afterwards the future's result, which is the awaiter's.
Outcome future_outcome(Thread& t, Awaiter& awaiter, bool given, Value& result);

// The iterator of `await future`; null: one that gives everyone else one turn.
Var make_future_iterator(Thread& t, Future* f);
// Makes the eval loop resume these directly.
void let_await_resume_awaiters();

}  // namespace gilbox::py
