// Processes: start others, wait for them, signal them; and what a signal to this one does.
//
// Waiting is split as in descriptors.hpp: try_wait, watch_exit, try again, park, unwatch_exit.
// Threads: every function may be called from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/descriptors.hpp"

namespace gilbox::host {

enum class Pid : std::int32_t {};

// Numbers as on Linux: Python shows them, and exit codes are their negatives.
enum class Signal : std::uint8_t {
  interrupt = 2,
  abort = 6,
  kill = 9,
  user1 = 10,
  segmentation = 11,
  user2 = 12,
  pipe = 13,
  alarm = 14,
  terminate = 15,
  child = 17,
  show_tasks = 30,  // "write down your tasks": the machine's own, ignored by programs without any
};

struct SpawnOptions {
  std::string_view program;                     // a row of the machine's program table
  std::span<const std::string_view> arguments;  // without the program's own name
  std::span<const std::pair<std::string_view, std::string_view>> environment;
  std::string_view directory;  // empty: this process's
  // The child's descriptor number and this process's; what is not named is not inherited.
  std::span<const std::pair<Descriptor, Descriptor>> descriptors;
  std::uint64_t memory_limit = 0;  // bytes; 0 is the machine's default
};

// As Python's exitcode: the value given to exit (0 to 255), or minus the signal that ended it.
struct ExitStatus {
  int code = 0;
};

enum class ProcessState : std::uint8_t { starting, running, exited };

struct ProcessRow {
  Pid pid{};
  Pid parent{};
  ProcessState state = ProcessState::starting;
  ExitStatus exit;
  std::uint32_t threads = 0;
  std::uint64_t memory = 0;       // bytes of its linear memory
  sync::Nanoseconds started = 0;  // monotonic
  sync::Nanoseconds processor_time = 0;
  std::string command;
};

// Told of a signal from any thread, at any moment: set a flag, unpark, return. `kill` is told too,
// so that threads can end themselves before they are ended.
class SignalListener {
 public:
  virtual ~SignalListener() = default;
  virtual void signal_arrived(Signal signal) = 0;
};

class Processes {
 public:
  virtual ~Processes() = default;

  virtual Pid pid() = 0;
  virtual Pid parent_pid() = 0;
  // Until one is set, interrupt, terminate and kill end the process.
  virtual void set_listener(SignalListener* listener) = 0;
  // Whether the listener deals with this signal, or it does what it does to any process.
  virtual void handle(Signal signal, bool handled) = 0;

  virtual Result<Pid> spawn(const SpawnOptions& options) = 0;
  // would_block while it runs; its row is freed by the answer, as waitpid does. no_child: not ours.
  virtual Result<ExitStatus> try_wait(Pid pid) = 0;
  virtual void watch_exit(Pid pid, sync::Parker& parker) = 0;
  virtual void unwatch_exit(Pid pid, sync::Parker& parker) = 0;
  virtual Result<void> kill(Pid pid, Signal signal) = 0;
  virtual std::vector<ProcessRow> list() = 0;

  // Ends this process at once: no destructors, no flush.
  [[noreturn]] virtual void exit(int code) = 0;
};

}  // namespace gilbox::host
