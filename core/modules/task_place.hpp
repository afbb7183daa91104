// Where a task stands: its name and the line of the program it waits in. For reports and the trace;
// with the GIL held.
#pragma once

#include <string>

#include "modules/future.hpp"

namespace gilbox::py {

std::string task_name(const Task& task);
// The innermost coroutine that a task waits in; null: it has none written in Python.
const Generator* innermost_coroutine(const Task& task);
// "/home/app.py", 12, "fetch"; line 0: it has not begun, has ended, or is not written in Python.
struct TaskPlace {
  std::string file, function;
  int32_t line = 0;
};
TaskPlace place_of(const Task& task);

}  // namespace gilbox::py
