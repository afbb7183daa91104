// The import system's sources: native modules, embedded library modules, the host's files.
#pragma once

#include <string>
#include <string_view>

#include "runtime/thread.hpp"

namespace gilbox::embed {

// Reads the pack of that name (library_pack.hpp); false: it cannot be had. Called without the GIL.
using PackReader = bool (*)(std::string_view name, std::string& bytes);

// Sets the hooks of vm/import.hpp. `reader` may be null where every module is embedded.
void install_library(PackReader reader);
bool prepare_library(py::Thread& t);  // sys.builtin_module_names, sys.stdlib_module_names
int run_at_exit(py::Thread& t);       // threading's and atexit's callbacks; 0 or an exit code

}  // namespace gilbox::embed
