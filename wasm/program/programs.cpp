// `programs`: prints the programs of this module, a line each: name, arguments, what it does.

#include <string>

#include "machine/machine.hpp"
#include "program/program.hpp"
#include "program/program_rows.hpp"

namespace gilbox::machine {

GILBOX_PROGRAM("programs", arguments) {
  std::string lines;
  for (const Program* program = Program::first(); program != nullptr; program = program->next()) {
    lines.append(program->name());
    if (const ProgramRow* const row = find_program_row(program->name())) {
      lines.append("\t").append(row->arguments).append("\t").append(row->words);
    }
    lines.append("\n");
  }
  return write(standard_pipe(1), std::as_bytes(std::span(lines))) ? 0 : 1;
}

}  // namespace gilbox::machine
