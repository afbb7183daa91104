// The import system's sources: native modules, embedded library modules, the host's files.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::embed {

void install_library();               // sets the hooks of vm/import.hpp
bool prepare_library(py::Thread& t);  // sys.builtin_module_names, sys.stdlib_module_names
int run_at_exit(py::Thread& t);       // threading's and atexit's callbacks; 0 or an exit code

}  // namespace gilbox::embed
