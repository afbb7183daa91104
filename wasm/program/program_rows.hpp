// The rows of programs.def: what is said about a program, without the program. The tools module
// (tools/) has them too.
//
// Threads: constants.
#pragma once

#include <string_view>

namespace gilbox::machine {

struct ProgramRow {
  std::string_view name;
  std::string_view arguments;  // as a usage line has them, may be empty
  std::string_view words;      // what it does
};

inline constexpr ProgramRow kProgramRows[] = {
#define GILBOX_PROGRAM_ROW(name, arguments, words) {#name, arguments, words},
#include "program/programs.def"
};

// Null for a program that has no row: one of the tests'.
constexpr const ProgramRow* find_program_row(std::string_view name) {
  for (const ProgramRow& row : kProgramRows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace gilbox::machine
