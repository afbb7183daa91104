// State of the one interpreter of a process: what every thread shares. Protected by the GIL.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::host {
class Console;
class Files;
}  // namespace gilbox::host

namespace gilbox::py {

struct Interpreter {
  Dict* builtins = nullptr;  // dict of module builtins
  Dict* modules = nullptr;   // sys.modules
  Dict* sys = nullptr;       // dict of module sys
  Thread* main_thread = nullptr;
  Thread* threads = nullptr;  // all of them, newest first, by Thread::next
  uint32_t thread_count = 0;  // … counted
  uint32_t stuck = 0;         // … that wait for ever for one of the others (vm/deadlock.hpp)
  bool deadlock_check = true;
  uint32_t recursion_limit = 1000;
  bool finalizing = false;
};
extern Interpreter interpreter;

// Into and out of the list of threads.
void link_thread(Thread& t);
void unlink_thread(Thread& t);

// An entry of module builtins; RuntimeError when there is none.
Var builtin_by_name(Thread& t, const char* name);

// Set by vm/: how the runtime calls back up. Null until the VM is there.
struct Hooks {
  Var (*call_function)(Thread&, Value function, const Args& args) = nullptr;  // Python functions
  // A native function called from C++ (not from the eval loop) returned blocked(): waits here, in
  // place, and returns the result.
  Var (*wait_in_place)(Thread&) = nullptr;
  // Writes a traceback as an uncaught exception prints it, to a file object. False: an error is
  // set.
  bool (*print_exception)(Thread&, Value exception, Value file) = nullptr;
  // Globals of the Python function that runs; null: none runs.
  Dict* (*current_globals)(Thread&) = nullptr;
  // The arguments of a super() without arguments: __class__ and the first argument of the Python
  // function that runs. False with RuntimeError set.
  bool (*super_arguments)(Thread&, Value& type, Value& object) = nullptr;
  // Answers pending signals and asynchronous exceptions in the middle of a long native; false: one
  // raised.
  bool (*interrupt)(Thread&) = nullptr;
};
extern Hooks hooks;

}  // namespace gilbox::py
