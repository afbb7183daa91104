// `python`: the interpreter as a program of the machine; without arguments the interactive prompt.

#include <cstdlib>
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
#include "program/program_rows.hpp"
#include "runtime/interpreter.hpp"
#include "vm/deadlock.hpp"
#include "vm/safepoint.hpp"

namespace gilbox::machine {

namespace {

constexpr ProgramRow kRow = *find_program_row("python");
constexpr std::string_view kChild =
    "import sys\nfrom multiprocessing.spawn import child_main\nsys.exit(child_main())\n";
// What a child needs before it knows anything of its task. Other programs do not see it.
constexpr std::string_view kWarm = "import multiprocessing.spawn, _pickle\n";

int complain(std::string_view text) {
  static_cast<void>(write(standard_pipe(2), std::as_bytes(std::span(text))));
  return 2;
}

int complain_usage() {
  return complain(std::string("usage: ").append(kRow.name).append(" ").append(kRow.arguments) +
                  "\n");
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
constexpr std::uint32_t kHandled = 1u << static_cast<int>(host::Signal::interrupt) |
                                   1u << static_cast<int>(host::Signal::show_tasks);

int run(embed::Interpreter& interpreter, std::vector<std::string_view> words) {
  if (words[0] == "--multiprocessing-child") return interpreter.run_text(kChild, words);
  if (words[0].empty()) return interpreter.run_interactive(words);
  if (words[0] == "-") return interpreter.run_input(words);
  if (words[0] == "dis")
    return words.size() > 1 ? interpreter.disassemble(words[1]) : complain_usage();
  if (words[0] != "-c") return interpreter.run_file(words[0], words);
  if (words.size() < 2) return complain("Argument expected for the -c option\n");
  const std::string_view code = words[1];
  words.erase(words.begin() + 1);
  return interpreter.run_text(code, words);
}

// An interpreter nobody has used, made while the process waited for its program: fresh, but
// started.
constinit embed::Interpreter* prepared = nullptr;

void prepare(bool spare) {
  prepared = new embed::Interpreter(machine_host(), {.read_pack = read_library_pack});
  if (spare && prepared->ok()) prepared->warm_up(kWarm);
}
const Warming warming{prepare};

embed::Interpreter* take_interpreter(bool is_child) {
  const bool own_schedule = std::getenv("GILBOX_SCHEDULE") != nullptr;
  embed::Interpreter* taken = std::exchange(prepared, nullptr);
  if (taken != nullptr && taken->ok() && !own_schedule && taken->adopt_process(is_child))
    return taken;
  delete taken;
  return new embed::Interpreter(machine_host(), {.read_pack = read_library_pack});
}

}  // namespace

GILBOX_PROGRAM("python", arguments) {
  std::vector<std::string_view> words(arguments.begin() + 1, arguments.end());
  if (words.empty()) words.emplace_back();
  if (const std::string wrong = embed::apply_run_options(); !wrong.empty())
    return complain("gilbox: " + wrong);
  const bool is_child = words[0] == "--multiprocessing-child";
  // A child may wait for its parent to end it.
  if (is_child) py::interpreter.deadlock_check = false;
  py::before_exit_hook = embed::print_statistics;
  machine_host();  // with the descriptors of the process from here on
  embed::Interpreter& interpreter = *take_interpreter(is_child);
  if (!interpreter.ok()) return complain("python: not enough memory to start\n");
  py::kill_hook = check_kill;
  listen_for_signals(on_signal, &interpreter, kHandled);
  const int code = run(interpreter, std::move(words));
  embed::print_statistics();
  // A child has ended its threads and emptied its streams: its memory goes as a whole, as after
  // CPython's os._exit().
  if (is_child) exit_process(code);
  listen_for_signals(nullptr, nullptr, 0);
  interpreter.finish();
  return code;
}

}  // namespace gilbox::machine
