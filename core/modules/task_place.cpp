#include "modules/task_place.hpp"

#include "runtime/type_of.hpp"

namespace gilbox::py {

std::string task_name(const Task& task) {
  if (task.name.is_small()) return "Task-" + std::to_string(task.name.small());
  if (!is_str(task.name)) return "a task";
  Utf8 text(*task.name.as<Str>());
  return std::string(text.view());
}

const Generator* innermost_coroutine(const Task& task) {
  if (!is_generator_like(task.coroutine)) return nullptr;
  const Generator* g = task.coroutine.as<Generator>();
  while (g->state == GeneratorState::Suspended && g->frame.pc->op == bytecode::Op::SEND &&
         is_generator_like(g->frame.regs[g->frame.pc->b]))
    g = g->frame.regs[g->frame.pc->b].as<Generator>();
  return g;
}

TaskPlace place_of(const Task& task) {
  const Generator* g = innermost_coroutine(task);
  if (!g || g->state != GeneratorState::Suspended) return {};
  Utf8 file(*g->frame.code->filename), function(*g->frame.code->qualified_name);
  return {std::string(file.view()), std::string(function.view()), g->frame.line()};
}

}  // namespace gilbox::py
