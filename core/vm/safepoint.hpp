// What the eval loop does when a bit of the eval breaker is set: the only place where a thread can
// be switched, interrupted or collected between two instructions.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::py {

// False: an exception is set (a signal handler's, an asynchronous one, the end of the process).
bool safepoint(Thread& t);

// What a pending signal does in the main thread: the rooms above replace it (module signal). By
// default KeyboardInterrupt. False: an exception is set.
extern bool (*signal_hook)(Thread& t);
// A signal came, by its number on Linux (below 64): the main thread answers it at its next
// safepoint. From any thread, with or without the GIL; also from a C signal handler.
void deliver_signal(int number);
uint64_t take_signals();  // those that wait, bit n for signal n; they wait no more

// Ends the calling thread of a process that is killed; null: the thread unwinds by
// KeyboardInterrupt.
extern void (*kill_hook)();
// An exception another thread wants raised in t (PyThreadState_SetAsyncExc): a class, owned, or
// unbound.
void set_async_exception(Thread& t, Value type);

// The process is being killed: no handler of Python code gets to see this exception.
bool is_kill(Thread& t);

}  // namespace gilbox::py
