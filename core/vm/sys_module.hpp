// Module sys: what programs know of and ask from the interpreter.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/protocol.hpp"

namespace gilbox::py {

// Makes module sys with its streams and interpreter.sys. Before builtins.
bool make_sys(Thread& t);
bool set_argv(Thread& t, std::span<const std::string_view> arguments);
bool set_path(Thread& t, std::span<const std::string> folders);  // sys.path

// An uncaught exception, taken from the Thread: sys.excepthook or the report on stderr. The
// process's exit code (SystemExit: its code).
int report_uncaught(Thread& t);

// A tuple type with named items and an instance of it: sys.version_info, sys.flags, os.stat_result
// … `names` and `values` run in parallel; `visible` of them are items of the tuple.
struct NamedItem {
  const char* name;
  Value value;
};
Var make_named_tuple(Thread& t, const char* type_name, std::span<const NamedItem> items);

}  // namespace gilbox::py
