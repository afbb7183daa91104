// A program: what argv[0] names, with a main function. One WebAssembly module holds several; the
// table is linked together from the GILBOX_PROGRAM lines of the sources that the build puts into
// the module.
//
//   GILBOX_PROGRAM("echo", arguments) { … return exit_code; }
//
// The body runs on the process's main thread with `arguments` (Arguments: views into memory that
// stays).
#pragma once

#include <span>
#include <string_view>

namespace gilbox::machine {

using Arguments = std::span<const std::string_view>;
using ProgramMain = int (*)(Arguments arguments);

// A node of the program table; one static object for each program.
class Program {
 public:
  Program(std::string_view name, ProgramMain main);

  std::string_view name() const { return name_; }
  int run(Arguments arguments) const { return main_(arguments); }
  const Program* next() const { return next_; }

  static const Program* first();
  // Null when the module has no such program.
  static const Program* find(std::string_view name);

 private:
  std::string_view name_;
  ProgramMain main_;
  const Program* next_;
};

// Called on the main thread of every process before it is known which program it will run, while it
// waits in the pool of warm workers: what any program of this module would have to make afresh.
// Nothing of the outside is there yet (descriptors, environment, pid). `spare`: nobody waits for
// the process yet, so there is time for what only some programs need. One for the module, set by a
// static constructor.
struct Warming {
  explicit Warming(void (*prepare)(bool spare));
};

}  // namespace gilbox::machine

#define GILBOX_PROGRAM_JOIN(a, b) a##b
#define GILBOX_PROGRAM_NAMED(label, function, argument)                                      \
  static int function(::gilbox::machine::Arguments argument);                                \
  static const ::gilbox::machine::Program GILBOX_PROGRAM_JOIN(function, _program){label,     \
                                                                                  function}; \
  static int function([[maybe_unused]] ::gilbox::machine::Arguments argument)
#define GILBOX_PROGRAM_AT(label, line, argument) \
  GILBOX_PROGRAM_NAMED(label, GILBOX_PROGRAM_JOIN(program_at_line_, line), argument)
#define GILBOX_PROGRAM(label, argument) GILBOX_PROGRAM_AT(label, __LINE__, argument)
