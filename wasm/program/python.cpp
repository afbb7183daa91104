// `python [-c CODE | dis FILE | FILE | -] [ARGUMENTS]`: the interpreter as a program of the
// machine; without arguments the interactive prompt.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "embed/interpreter.hpp"
#include "embed/run_options.hpp"
#include "machine/control_block.hpp"
#include "machine/machine.hpp"
#include "machine_host/machine_host.hpp"
#include "program/program.hpp"
#include "runtime/interpreter.hpp"
#include "vm/deadlock.hpp"

namespace gilbox::machine {

namespace {

constexpr std::string_view kUsage = "usage: python [-c CODE | dis FILE | FILE | -] [ARGUMENTS]\n";
constexpr std::string_view kChild =
    "import sys\nfrom multiprocessing.spawn import child_main\nsys.exit(child_main())\n";

int complain(std::string_view text) {
  static_cast<void>(write(standard_pipe(2), std::as_bytes(std::span(text))));
  return 2;
}

// Called on the host worker's thread: a signal becomes a bit of the main thread's eval breaker, a
// kill one of every thread's.
void on_signal(void* context, int signal) {
  auto& interpreter = *static_cast<embed::Interpreter*>(context);
  if (signal == static_cast<int>(host::Signal::kill))
    interpreter.kill();
  else
    interpreter.signal(signal);
}
constexpr std::uint32_t kHandled = 1u << static_cast<int>(host::Signal::interrupt);

int run(embed::Interpreter& interpreter, std::vector<std::string_view> words) {
  if (words[0] == "--multiprocessing-child") return interpreter.run_text(kChild, words);
  if (words[0].empty()) return interpreter.run_interactive(words);
  if (words[0] == "-") return interpreter.run_input(words);
  if (words[0] == "dis")
    return words.size() > 1 ? interpreter.disassemble(words[1]) : complain(kUsage);
  if (words[0] != "-c") return interpreter.run_file(words[0], words);
  if (words.size() < 2) return complain("Argument expected for the -c option\n");
  const std::string_view code = words[1];
  words.erase(words.begin() + 1);
  return interpreter.run_text(code, words);
}

}  // namespace

GILBOX_PROGRAM("python", arguments) {
  std::vector<std::string_view> words(arguments.begin() + 1, arguments.end());
  if (words.empty()) words.emplace_back();
  if (const std::string wrong = embed::apply_run_options(); !wrong.empty())
    return complain("gilbox: " + wrong);
  // A child may wait for its parent to end it.
  if (words[0] == "--multiprocessing-child") py::interpreter.deadlock_check = false;
  py::before_exit_hook = embed::print_statistics;
  embed::Interpreter interpreter(machine_host());
  if (!interpreter.ok()) return complain("python: not enough memory to start\n");
  listen_for_signals(on_signal, &interpreter, kHandled);
  const int code = run(interpreter, std::move(words));
  embed::print_statistics();
  return code;
}

}  // namespace gilbox::machine
