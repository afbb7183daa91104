// `programs`: prints the names of the programs in this module.

#include <string>

#include "machine/machine.hpp"
#include "program/program.hpp"

namespace gilbox::machine {

GILBOX_PROGRAM("programs", arguments) {
  std::string names;
  for (const Program* program = Program::first(); program != nullptr; program = program->next()) {
    names.append(program->name()).append("\n");
  }
  return write(standard_pipe(1), std::as_bytes(std::span(names))) ? 0 : 1;
}

}  // namespace gilbox::machine
