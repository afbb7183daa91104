// The interpreter as one object: what native commands, tests and the WebAssembly bindings use.
//
//   host::NativeHost native;
//   host::Host host = native.host();
//   embed::Interpreter interpreter(host);
//   int code = interpreter.run_file("main.py", {"main.py", "argument"});
//
// One at a time in a process: the runtime's state is the process's. The thread that makes it is
// Python's main thread and makes all calls; interrupt() and kill() may come from any thread or
// signal handler. Exit codes are CPython's: SystemExit's, 1 after an uncaught exception, 130 after
// KeyboardInterrupt.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "host/host.hpp"
#include "runtime/value.hpp"

namespace gilbox::py {
struct Thread;
}

namespace gilbox::embed {

struct Options {
  std::uint64_t memory_limit = 0;  // bytes of Python objects; 0: none
  // Where packs of the library come from, in a program that has none embedded (embed/library.hpp).
  bool (*read_pack)(std::string_view name, std::string& bytes) = nullptr;
};

class Interpreter {
 public:
  explicit Interpreter(host::Host& host, const Options& options = {});
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  bool ok() const { return ok_; }  // false: there was not enough memory to start

  // For a process that waits to learn what it is: runs `source` and keeps what it imports for
  // adopt_process().
  bool warm_up(std::string_view source);
  // The process has its descriptors and environment now. The imported modules stay when they are
  // wanted.
  bool adopt_process(bool keep_modules);

  // arguments: sys.argv, [0] being the file or "-c".
  int run_file(std::string_view path, std::span<const std::string_view> arguments);
  int run_text(std::string_view source, std::span<const std::string_view> arguments);
  // The whole of standard input as a program.
  int run_input(std::span<const std::string_view> arguments);
  // The interactive prompt (repl.hpp).
  int run_interactive(std::span<const std::string_view> arguments);
  // What `gilbox dis FILE` prints, or the error.
  int disassemble(std::string_view path);

  void interrupt();         // as Ctrl-C
  void signal(int number);  // any signal, by its number on Linux: what module signal says happens
  void kill();              // every thread ends as soon as it looks

  py::Thread& thread() { return *thread_; }
  // Objects alive after everything was torn down; the census when it is not 0 (checked build).
  std::uint64_t finish();

 private:
  template <class Body>
  int in_main(std::string_view file, Body body);
  int run_main(std::string_view source, std::string_view filename);

  std::unique_ptr<py::Thread> thread_;
  py::Var hidden_;  // modules imported by warm_up() that the program did not want
  bool ok_ = false, finished_ = false;
};

}  // namespace gilbox::embed
