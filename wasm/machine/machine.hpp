// The machine around this process, for C++: pipes, semaphores, shared memory, processes, time.
//
//   auto pipe = Pipe::create();                       both ends belong to this process
//   auto child = spawn({.arguments = {"echo"}, .input = *pipe});
//   write_all(*pipe, bytes) … read(*pipe, buffer) … wait_for_exit(*child)
//
// Everything here is a plain number known to every process; which process holds which end is the
// kernel's book (a killed process's ends close by themselves). Waiting functions take a time in
// milliseconds; kForever waits for ever, kNoWait answers Error::would_block. A thread whose process
// is killed ends inside any of them. `interruptible` (Python's main thread) also ends a wait with
// Error::interrupted when a signal is pending.
//
// To wait for several things at once: load parking_word(), watch() each, look at each once more,
// park().
//
// Threads: every function from any thread but the host worker's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "machine/blocks.hpp"
#include "machine/control_block.hpp"
#include "machine/error.hpp"

namespace gilbox::machine {

inline constexpr double kForever = std::numeric_limits<double>::infinity();
inline constexpr double kNoWait = 0;

struct Wait {
  double milliseconds = kForever;
  bool interruptible = false;
};

template <class T>
using Outcome = std::expected<T, Error>;

// ---- This process

using Pid = std::int32_t;

Pid pid();
Pid parent_pid();
// Ends the process at once; nothing is flushed.
[[noreturn]] void exit_process(int code);
// For the crash report and the page.
void name_this_thread(const char* name);

// ---- Parking

// What a thread can wait for; imports.hpp and thread-side.ts have the same numbers.
enum class Waitable : std::int32_t { pipe_read, pipe_write, semaphore, process, event };

// This thread's number in the machine, for ring().
std::int32_t thread_slot();
std::uint32_t parking_word();
// False when the time ran out. Returns at once when the parking word is not `seen`.
bool park(std::uint32_t seen, double milliseconds);
// Wakes a thread of any process out of its park().
void ring(std::int32_t slot);
Error watch(Waitable kind, std::int32_t id);
void unwatch(Waitable kind, std::int32_t id);

// ---- Pipes

using Pipe = std::int32_t;
inline constexpr Pipe kInherited = -1, kNoPipe = 0;
enum class End : std::int32_t { read, write };

inline constexpr std::size_t kPipeCapacity = 64 * 1024;
inline constexpr std::uint32_t kReadable = 1, kWritable = 2, kNoWriter = 4, kNoReader = 8;

// The pipe of descriptor 0, 1 or 2.
Pipe standard_pipe(int descriptor);
// `capacity` in bytes, rounded up to a power of two.
Outcome<Pipe> create_pipe(std::size_t capacity = kPipeCapacity);
// One more reference to an end for this process; close_pipe() gives one back.
Error retain_pipe(Pipe pipe, End end);
Error close_pipe(Pipe pipe, End end);
// At least one byte, or 0 at the end.
Outcome<std::size_t> read(Pipe pipe, std::span<std::byte> to, Wait wait = {});
// All of it, or less when the wait was cut short; up to 4096 bytes go in one piece.
Outcome<std::size_t> write(Pipe pipe, std::span<const std::byte> from, Wait wait = {});
// Bits of kReadable …
Outcome<std::uint32_t> poll(Pipe pipe);

// ---- Semaphores

using Semaphore = std::int32_t;

Outcome<Semaphore> create_semaphore(std::int32_t value, std::int32_t maximum);
Error close_semaphore(Semaphore semaphore);
// would_block, timed_out, interrupted
Error acquire(Semaphore semaphore, Wait wait = {});
// overflow when the value would pass the maximum
Error release(Semaphore semaphore, std::int32_t count = 1);
Outcome<std::int32_t> value(Semaphore semaphore);
// The process that acquired last; 0 when all of it has been given back.
Outcome<Pid> holder(Semaphore semaphore);

// ---- Events

// How often the event has moved (an answer from the network came a step further).
std::uint32_t event_moves(std::int32_t event);

// ---- Shared memory: bytes in the segment, reached by copying

using SharedBlock = std::int32_t;
struct SharedPlace {
  std::uint32_t offset;
  std::uint32_t size;
};

Outcome<SharedBlock> create_shared(std::size_t bytes);
Outcome<SharedPlace> find_shared(SharedBlock block);
Error close_shared(SharedBlock block);
void read_shared(std::uint32_t offset, std::span<std::byte> to);
void write_shared(std::uint32_t offset, std::span<const std::byte> from);

// Names are the machine's; an empty one takes the block's name away.
Error name_shared(SharedBlock block, std::string_view name);
Outcome<SharedBlock> open_shared(std::string_view name);

// ---- Handing things to other processes

// Something several processes can hold.
enum class ObjectKind : std::int32_t { pipe_read, pipe_write, semaphore, shared };

// Keeps the object for whoever adopts it, for some seconds: its number is in a message.
Error transfer(ObjectKind kind, std::int32_t object);
// This process holds it too.
Error adopt(ObjectKind kind, std::int32_t object);

// ---- Processes

// Something a child shall hold from its start; a pipe end may have a number there (above 2).
struct Grant {
  ObjectKind kind;
  std::int32_t object;
  std::int32_t descriptor = -1;
};

// A pipe end among the grants this process was started with.
std::span<const Grant> inherited_descriptors();
// Whether this is a process already; before that its main thread only makes itself ready.
bool has_started();

enum class State : std::int32_t { starting = 2, running = 3, exited = 4, killed = 5 };

// A row of the process table.
struct ProcessEntry {
  Pid pid;
  Pid parent;
  State state;
  int exit_code;
  int threads;
  std::uint64_t memory;  // bytes
  double started;        // milliseconds since 1970
  std::string command;
};

struct SpawnOptions {
  std::vector<std::string_view> arguments;                // [0] names the program
  const std::vector<std::string>* environment = nullptr;  // NAME=value; null: this process's
  std::string_view directory = {};                        // empty: this process's
  Pipe input = kInherited, output = kInherited, errors = kInherited;
  std::size_t memory = 0;  // bytes; 0: the machine's default
  std::vector<Grant> grants = {};
};

struct ProcessStatus {
  State state;
  int exit_code;  // meaningful when it ended; minus the signal when it was killed

  bool ended() const { return state == State::exited || state == State::killed; }
};

Outcome<Pid> spawn(const SpawnOptions& options);
Outcome<ProcessStatus> status(Pid pid);
std::vector<ProcessEntry> processes();
// The exit code.
Outcome<int> wait_for_exit(Pid pid, Wait wait = {});
Error kill(Pid pid, int signal);
// Forgets a child that ended; its pid is free again.
Error reap(Pid pid);

// Bytes that nobody can guess.
void fill_random(std::span<std::byte> to);

// ---- System calls that the host's parts make themselves (wasm/host)

// Below zero: a negated Error.
std::int32_t system_call(SystemCall call, std::int32_t a = 0, std::int32_t b = 0,
                         std::int32_t c = 0, std::int32_t d = 0, std::int32_t e = 0,
                         std::int32_t f = 0);

}  // namespace gilbox::machine
