// How a program is to be run and watched, the same for the native command and the `python` program
// of the machine: from environment variables, which child processes inherit.
//
//   GILBOX_SCHEDULE=seed:42        see runtime/schedule.hpp
//   GILBOX_DEADLOCK_CHECK=0        a deadlock hangs, as in CPython
//   GILBOX_STATS=1                 a table of where the threads' time went, to stderr at the end
//   GILBOX_TRACE=1                 record from the start (who collects is another matter)
//
//   const char* wrong = apply_run_options();   before the Interpreter is made; null: all right
//   … run …
//   print_statistics();                        when GILBOX_STATS says so
//
// Threads: by the main thread, before others start and after the program.
#pragma once

#include <string>

namespace gilbox::embed {

// What is wrong with them, one line; empty when nothing is.
std::string apply_run_options();

// The table, if it was asked for.
void print_statistics();

}  // namespace gilbox::embed
