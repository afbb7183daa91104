// The native part of asyncio's event loop: the queue of what is ready, the heap of timers, one
// wait.
//
// Story. Everything runs in the thread that runs the loop. One round takes what is ready now, and
// only that: a Task is stepped, a Handle called, each in its own context. With nothing ready the
// thread waits at the one door (runtime/wait.hpp) until the first timer is due or somebody puts
// something into the ready queue: another thread by call_soon_threadsafe (the queue is only touched
// with the GIL held, so it adds and unparks), a signal handler, or a source: what looks for
// completed input and output each time the thread is woken.
//
// Invariants. 1. What is in `ready` is a Task or a Handle. 2. A timer handle in the heap has
// `scheduled` set. 3. `thread` is set while, and only while, the loop runs.
#pragma once

#include "modules/future.hpp"

namespace gilbox::py {

struct Handle : Object {
  bool cancelled, timer, scheduled;
  uint8_t count;  // arguments in place; kMany: `first` is a Tuple of them
  static constexpr uint8_t kMany = 255;
  double when;  // timers: the loop's time
  Object* weak;
  Value callback, first, second, loop, context, source;
};
extern Type handle_type, timer_handle_type;

// Something outside that a loop waits for: an answer from the network, a socket.
struct LoopSource {
  struct Kind {
    bool (*ready)(Object& thing);  // has it moved since it was last looked at?
    void (*watch)(Object& thing, sync::Parker& parker);
    void (*unwatch)(Object& thing, sync::Parker& parker);
    bool stays = false;  // called each time it is ready, until it is removed
  };
  Object* thing;  // owned
  const Kind* kind;
  Handle* handle;  // owned; called once `ready`, and then the source is forgotten unless it stays
};

struct EventLoop : Object {
  struct Timer {
    double when;
    uint64_t order;  // timers of one time run in the order they were set
    Handle* handle;  // owned
  };
  bool stopping, closed, debug;
  bool own_call_soon, own_create_task, own_time;  // not overridden by a class written in Python
  Dict* dict;
  Object* weak;
  Value* ready;  // a ring
  uint32_t ready_first, ready_count, ready_capacity;
  Timer* timers;  // a heap
  uint32_t timer_count, timer_capacity, timers_cancelled;
  uint64_t timer_order;
  Thread* thread;  // that runs it; null: none
  LoopSource* sources;
  uint32_t source_count, source_capacity;
  Value current;  // the task whose step runs; None
  Value factory;  // of tasks; None
};
extern Type event_loop_type;
inline EventLoop& loop_of(Value v) { return *v.as<EventLoop>(); }

bool ready_push(Thread& t, EventLoop& loop, Value entry);
inline Var ready_pop(EventLoop& loop) {
  Var entry = Var::adopt(loop.ready[loop.ready_first]);
  loop.ready_first = (loop.ready_first + 1) & (loop.ready_capacity - 1);
  --loop.ready_count;
  return entry;
}
// Calls `callback` soon after `thing` is ready, once. Cancel the handle, or remove it, to stop
// waiting.
bool source_add(Thread& t, EventLoop& loop, Object& thing, const LoopSource::Kind& kind,
                Handle& handle);
void source_remove(EventLoop& loop, Object& thing);
bool timer_push(Thread& t, EventLoop& loop, Handle& handle);
void timer_cancelled(EventLoop& loop);
// Moves what is due to the ready queue and drops what was cancelled.
bool timers_due(Thread& t, EventLoop& loop, double now);

// Seconds, by the loop's own clock. False: the class's time() raised.
bool loop_time(Thread& t, EventLoop& loop, double& now);
Ref<Handle> make_handle(Thread& t, Type& type, Value callback, const Value* arguments,
                        uint32_t count, Value loop, Value context);
// False: KeyboardInterrupt or SystemExit is set.
bool handle_run(Thread& t, Handle& handle);
// Runs rounds until stop(). False: an exception is set.
bool loop_run(Thread& t, EventLoop& loop);
void loop_wake(EventLoop& loop);

// Calls loop.call_soon(callback, argument, context=context), by whatever class the loop is.
bool loop_call_soon(Thread& t, Value loop, Value callback, Value argument, Value context);

// Methods of the loop in event_loop_type.cpp; the functions of module _asyncio about running loops.
Var running_loop(Thread& t);  // unbound: none

}  // namespace gilbox::py
