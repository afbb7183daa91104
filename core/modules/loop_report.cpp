// What an event loop's tasks wait for, in words: part of the deadlock report (vm/deadlock.hpp).
#include <string>

#include "modules/event_loop.hpp"
#include "runtime/type_of.hpp"
#include "vm/deadlock.hpp"

namespace gilbox::py {

namespace {

std::string name_of(const Task& task) {
  if (task.name.is_small()) return "Task-" + std::to_string(task.name.small());
  if (!is_str(task.name)) return "a task";
  Utf8 text(*task.name.as<Str>());
  return std::string(text.view());
}

// The innermost coroutine that a task waits in.
const Generator* innermost(const Task& task) {
  if (!is_generator_like(task.coroutine)) return nullptr;
  const Generator* g = task.coroutine.as<Generator>();
  while (g->state == GeneratorState::Suspended && g->frame.pc->op == bytecode::Op::SEND &&
         is_generator_like(g->frame.regs[g->frame.pc->b]))
    g = g->frame.regs[g->frame.pc->b].as<Generator>();
  return g;
}

void report(std::string& out, const Wait& wait) {
  const EventLoop& loop = loop_of(wait.state[0]);
  for (const Task* task = pending_tasks; task; task = task->next) {
    if (task->loop != Value::object(&loop)) continue;
    out.append("  task ").append(name_of(*task));
    if (task->awaits.is_object() && is_instance(task->awaits, task_type))
      out.append(" awaits task ").append(name_of(task_of(task->awaits)));
    else
      out.append(" awaits a future that nobody can set");
    const Generator* g = innermost(*task);
    if (g && g->state == GeneratorState::Suspended) {
      Utf8 file(*g->frame.code->filename), function(*g->frame.code->qualified_name);
      out.append("\n    File \"").append(file.view()).append("\", line ");
      out.append(std::to_string(g->frame.line())).append(", in ").append(function.view());
    }
    out.append("\n");
  }
}

}  // namespace

void report_tasks_of_loops() { loop_report_hook = report; }

}  // namespace gilbox::py
