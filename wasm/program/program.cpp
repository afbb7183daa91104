#include "program/program.hpp"

namespace gilbox::machine {

namespace {
// Plain pointer, constant-initialised: programs register themselves from static constructors.
constinit const Program* first_program = nullptr;
}  // namespace

Program::Program(std::string_view name, ProgramMain main)
    : name_(name), main_(main), next_(first_program) {
  first_program = this;
}

const Program* Program::first() { return first_program; }

const Program* Program::find(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  for (const Program* program = first_program; program != nullptr; program = program->next()) {
    if (program->name() == name) return program;
  }
  return nullptr;
}

}  // namespace gilbox::machine
