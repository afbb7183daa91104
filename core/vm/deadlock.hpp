// Deadlock: every Python thread waits, for ever, for another one.
//
// A thread that waits without a time limit for something only a thread of this process can give is
// counted in interpreter.stuck; when that are all threads, nothing can happen any more, and the
// program is told so and ended: exit code kDeadlockExitCode, EDEADLK of Linux. What anything
// outside may end (input, pipes, processes, the network, an event loop, shared semaphores, sleep)
// is never counted (but a lock whose holder, another process, has ended), so no program that could
// go on is ended; a program that only waits for Ctrl-C is, unless it has a signal handler of its
// own or the check is off (interpreter.deadlock_check). In a child process the check is off as
// well: its parent may be about to end it. With the GIL held.
#pragma once

#include <string>

#include "runtime/interpreter.hpp"

namespace gilbox::py {

inline constexpr int kDeadlockExitCode = 35;

// Called when all threads may be stuck, by the last one that waits or ends. Returns when they are
// not; otherwise prints the report and ends the process.
void look_for_deadlock(Thread& t);

// Whether a Python function handles signals: it could wake a thread. Set by module signal.
extern bool (*signal_handlers_hook)();
// What the tasks of a waiting event loop wait for, in lines; null: there are no event loops. Set by
// module _asyncio.
extern void (*loop_report_hook)(std::string& out, const Wait& wait);
// The process that holds what is waited for and has ended: what it held stays held. 0: none such.
// Set by module _process.
extern int32_t (*dead_holder_hook)(const Wait& wait);
// What is to be done before the process ends in the middle of its work (write the trace); null:
// nothing.
extern void (*before_exit_hook)();

}  // namespace gilbox::py
