// Starting Python threads, and the handles that join them.
#pragma once

#include "vm/wait_list.hpp"

namespace gilbox::py {

// _thread._ThreadHandle: one started thread, outliving it.
struct ThreadHandle : Object {
  enum State : uint8_t { kNotStarted, kRunning, kDone };
  State state;
  bool daemon;
  bool begun;  // it has had the GIL
  uint64_t ident;
  uint32_t number;   // of the thread, in the trace and in reports
  WaitList joiners;  // threads that wait for its end, or (one) for its begin
};
extern Type thread_handle_type;

Ref<ThreadHandle> make_thread_handle(Thread& t);
// Runs function(*args, **kwargs) in a new thread. False: an exception is set (RuntimeError "can't
// start new thread"). `report`: an uncaught exception is printed as "Exception ignored in thread
// started by: …". `name` is for the trace and reports.
bool start_thread(Thread& t, Value function, Tuple& args, Dict* kwargs, ThreadHandle& handle,
                  std::string_view name, bool report);

// What the starting thread returns: waits (at the one door) until the new one has begun, so that it
// runs first, as in CPython; then the handle.
Var wait_for_begin(Thread& t, ThreadHandle& handle);

// How many threads of Python run, the main one not counted.
uint32_t running_threads();
// Blocks (at the one door) until every thread that is no daemon has ended.
Var wait_for_threads(Thread& t);
// The thread-local values of a dying object: forgotten in every thread.
void forget_local(const Object* local);

}  // namespace gilbox::py
