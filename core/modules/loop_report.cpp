// What an event loop's tasks wait for, in words: part of the deadlock report (vm/deadlock.hpp).
#include <string>

#include "modules/event_loop.hpp"
#include "modules/task_place.hpp"
#include "runtime/type_of.hpp"
#include "vm/deadlock.hpp"

namespace gilbox::py {

namespace {

void report(std::string& out, const Wait& wait) {
  const EventLoop& loop = loop_of(wait.state[0]);
  for (const Task* task = pending_tasks; task; task = task->next) {
    if (task->loop != Value::object(&loop)) continue;
    out.append("  task ").append(task_name(*task));
    if (task->awaits.is_object() && is_instance(task->awaits, task_type))
      out.append(" awaits task ").append(task_name(task_of(task->awaits)));
    else
      out.append(" awaits a future that nobody can set");
    if (const TaskPlace place = place_of(*task); place.line) {
      out.append("\n    File \"").append(place.file).append("\", line ");
      out.append(std::to_string(place.line)).append(", in ").append(place.function);
    }
    out.append("\n");
  }
}

}  // namespace

void report_tasks_of_loops() { loop_report_hook = report; }

}  // namespace gilbox::py
