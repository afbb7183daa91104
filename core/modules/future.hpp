// asyncio.Future and asyncio.Task (Library Reference, "asyncio-future", "asyncio-task") as the
// event loop works with them: state, callbacks, one step of a coroutine.
//
// A task that waits stands in the future's callbacks as itself, and in the loop's ready queue as
// itself: switching between tasks makes no handle. Subclasses and loops written in Python are
// served by their methods instead. Threads: like all of asyncio, the loop's own; with the GIL held.
#pragma once

#include "runtime/containers.hpp"
#include "runtime/thread.hpp"
#include "types/generator.hpp"

namespace gilbox::py {

struct EventLoop;

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct Future : Object {
  FutureState state;
  bool blocking;         // _asyncio_future_blocking: an await has just yielded it
  bool never_retrieved;  // it failed and nobody asked: told when it goes
  bool native_loop;      // loop is an EventLoop whose call_soon is our own
  // Task only, here for the room:
  bool must_cancel;          // CancelledError at the next step
  bool tells_if_destroyed;   // "Task was destroyed but it is pending!"
  bool stepping;             // its coroutine runs now
  uint32_t cancel_requests;  // cancel() minus uncancel()
  Dict* dict;
  Object* weak;
  Value loop;            // unbound: __init__ was not called
  Value result;          // Finished without an exception
  Value exception;       // None; Cancelled: the CancelledError to raise again
  Value traceback;       // of exception, when it was set
  Value cancel_message;  // None
  // The first callback: a callable and its context, or without one a Task to step or a Gathering.
  Value waiter, waiter_context;  // unbound: none
  Value more;                    // List of the others, callable and context in turn; unbound: none
  Value source;                  // debug mode: where it was made
};

struct Task : Future {
  Value coroutine, context, name;  // name: a small int until somebody asks for it
  Value awaits;                    // the future it waits for; None
  Task *next, *previous;           // the list of tasks that are not done, newest first
};

extern Type future_type, task_type, future_iterator_type, task_caller_type;
extern Type cancelled_error_type, invalid_state_error_type;

inline bool is_future(Value v) { return is_instance(v, future_type); }
inline bool is_exact_future(Value v) {
  return v.is_object() && (v.object()->type == &future_type || v.object()->type == &task_type);
}
inline Future& future_of(Value v) { return *v.as<Future>(); }
inline Task& task_of(Value v) { return *v.as<Task>(); }

// A pending future of a loop.
Ref<Future> make_future(Thread& t, Value loop);
// What __init__ does; `loop` unbound or None: the current one. False: an exception is set.
bool future_begin(Thread& t, Future& f, Value loop);

// Each is false with InvalidStateError set when it is done already.
bool future_set_result(Thread& t, Future& f, Value result);
bool future_set_exception(Thread& t, Future& f, Value exception);
// 1 cancelled, 0 it was done, -1 error.
int future_cancel(Thread& t, Future& f, Value message);
// What result() gives or raises.
Var future_result(Thread& t, Future& f);
// The CancelledError to raise; given once with its own traceback, then afresh.
Var future_cancelled_error(Thread& t, Future& f);
// A callable (with its context), or a Task to step (context unbound), when f is done.
bool future_add_callback(Thread& t, Future& f, Value callback, Value context);

// One step of the task: on to the next await that has to wait. False: KeyboardInterrupt or
// SystemExit left the coroutine and is set, or the machinery itself failed.
bool task_step(Thread& t, Task& task);
// A task of the loop's own making: loop.create_task(coroutine, name=name, context=context).
Var create_task(Thread& t, Value loop, Value coroutine, Value name = Value(),
                Value context = Value());
// The task that a callback of one (task_caller_type) steps; null: it is another callback.
Task* task_of_callback(Value callback);
// Puts the task into its loop's ready queue.
bool task_schedule(Thread& t, Task& task);
// Who acts on f, as the trace numbers tasks: the one whose step runs in its loop; 0: none.
uint64_t acting_task(const Future& f);
extern Task* pending_tasks;  // the newest
void task_unlink(Task& task);

// A function of asyncio's own Python files, by the name of its module: what is only for people to
// read (repr, stacks) is written there.
Var asyncio_function(Thread& t, const char* module, const char* name);

inline void assign(Value& field, Value v) {
  retain(v);
  Value old = std::exchange(field, v);
  release(old);
}

}  // namespace gilbox::py
