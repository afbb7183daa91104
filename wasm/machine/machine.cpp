#include "machine/machine.hpp"

#include "machine/imports.hpp"

namespace gilbox::machine {

namespace {

Error error_of(std::int32_t result) {
  return result < 0 ? static_cast<Error>(-result) : Error::none;
}

template <class T>
Outcome<T> outcome_of(std::int32_t result) {
  if (result < 0) return std::unexpected(error_of(result));
  return static_cast<T>(result);
}

std::string joined(std::span<const std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
    text += '\0';
  }
  return text;
}

}  // namespace

std::int32_t system_call(SystemCall call, std::int32_t a, std::int32_t b, std::int32_t c,
                         std::int32_t d, std::int32_t e, std::int32_t f) {
  return gilbox_system_call(static_cast<std::int32_t>(call), a, b, c, d, e, f);
}

Pid pid() { return gilbox_pid(); }
Pid parent_pid() { return gilbox_parent(); }
void exit_process(int code) { gilbox_exit(code); }
void name_this_thread(const char* name) { gilbox_thread_name(name); }

std::int32_t thread_slot() { return gilbox_thread_slot(); }
std::uint32_t parking_word() { return static_cast<std::uint32_t>(gilbox_park_word()); }
bool park(std::uint32_t seen, double milliseconds) {
  return gilbox_park(static_cast<std::int32_t>(seen), milliseconds) != 0;
}
void ring(std::int32_t slot) { gilbox_ring(slot); }
Error watch(Waitable kind, std::int32_t id) {
  return error_of(gilbox_watch(static_cast<std::int32_t>(kind), id));
}
void unwatch(Waitable kind, std::int32_t id) {
  gilbox_unwatch(static_cast<std::int32_t>(kind), id);
}

Pipe standard_pipe(int descriptor) { return gilbox_standard_pipe(descriptor); }
Outcome<Pipe> create_pipe(std::size_t capacity) {
  return outcome_of<Pipe>(system_call(SystemCall::pipe_create, word_of(capacity)));
}
Error retain_pipe(Pipe pipe, End end) {
  return error_of(system_call(SystemCall::pipe_retain, pipe, static_cast<std::int32_t>(end)));
}
Error close_pipe(Pipe pipe, End end) {
  return error_of(system_call(SystemCall::pipe_close, pipe, static_cast<std::int32_t>(end)));
}
Outcome<std::size_t> read(Pipe pipe, std::span<std::byte> to, Wait wait) {
  return outcome_of<std::size_t>(
      gilbox_pipe_read(pipe, to.data(), to.size(), wait.milliseconds, wait.interruptible ? 1 : 0));
}
Outcome<std::size_t> write(Pipe pipe, std::span<const std::byte> from, Wait wait) {
  return outcome_of<std::size_t>(gilbox_pipe_write(pipe, from.data(), from.size(),
                                                   wait.milliseconds, wait.interruptible ? 1 : 0));
}
Outcome<std::uint32_t> poll(Pipe pipe) { return outcome_of<std::uint32_t>(gilbox_pipe_poll(pipe)); }

Outcome<Semaphore> create_semaphore(std::int32_t value, std::int32_t maximum) {
  return outcome_of<Semaphore>(system_call(SystemCall::semaphore_create, value, maximum));
}
Error close_semaphore(Semaphore semaphore) {
  return error_of(system_call(SystemCall::semaphore_close, semaphore));
}
Error acquire(Semaphore semaphore, Wait wait) {
  return error_of(
      gilbox_semaphore_acquire(semaphore, wait.milliseconds, wait.interruptible ? 1 : 0));
}
Error release(Semaphore semaphore, std::int32_t count) {
  return error_of(gilbox_semaphore_release(semaphore, count));
}
Outcome<std::int32_t> value(Semaphore semaphore) {
  return outcome_of<std::int32_t>(gilbox_semaphore_value(semaphore));
}

std::uint32_t event_moves(std::int32_t event) {
  return static_cast<std::uint32_t>(gilbox_event_moves(event));
}

Outcome<Pid> holder(Semaphore semaphore) {
  return outcome_of<Pid>(gilbox_semaphore_holder(semaphore));
}

Outcome<SharedBlock> create_shared(std::size_t bytes) {
  return outcome_of<SharedBlock>(system_call(SystemCall::shared_create, word_of(bytes)));
}
Outcome<SharedPlace> find_shared(SharedBlock block) {
  SharedPlace place{};
  const Error error = error_of(system_call(SystemCall::shared_find, block, word_of(&place)));
  if (error != Error::none) return std::unexpected(error);
  return place;
}
Error close_shared(SharedBlock block) {
  return error_of(system_call(SystemCall::shared_close, block));
}
void fill_random(std::span<std::byte> to) {
  gilbox_fill_random(to.data(), static_cast<std::uint32_t>(to.size()));
}

void read_shared(std::uint32_t offset, std::span<std::byte> to) {
  gilbox_shared_read(offset, to.data(), to.size());
}
void write_shared(std::uint32_t offset, std::span<const std::byte> from) {
  gilbox_shared_write(offset, from.data(), from.size());
}

Error name_shared(SharedBlock block, std::string_view name) {
  return error_of(
      system_call(SystemCall::shared_name, block, word_of(name.data()), word_of(name.size())));
}
Outcome<SharedBlock> open_shared(std::string_view name) {
  return outcome_of<SharedBlock>(
      system_call(SystemCall::shared_by_name, word_of(name.data()), word_of(name.size())));
}

Error transfer(ObjectKind kind, std::int32_t object) {
  return error_of(system_call(SystemCall::transfer, static_cast<std::int32_t>(kind), object));
}
Error adopt(ObjectKind kind, std::int32_t object) {
  return error_of(system_call(SystemCall::adopt, static_cast<std::int32_t>(kind), object));
}

Outcome<Pid> spawn(const SpawnOptions& options) {
  const std::string arguments = joined(options.arguments);
  std::string environment;
  if (options.environment != nullptr) {
    for (const std::string& entry : *options.environment) environment.append(entry).push_back('\0');
  }
  const SpawnBlock block{
      .arguments = word_of(arguments.data()),
      .arguments_bytes = word_of(arguments.size()),
      .environment = word_of(environment.data()),
      .environment_bytes = options.environment != nullptr ? word_of(environment.size()) : -1,
      .directory = word_of(options.directory.data()),
      .directory_bytes = options.directory.empty() ? -1 : word_of(options.directory.size()),
      .input = options.input,
      .output = options.output,
      .errors = options.errors,
      .memory = word_of(options.memory),
      .grants = word_of(options.grants.data()),
      .grant_count = word_of(options.grants.size()),
  };
  return outcome_of<Pid>(system_call(SystemCall::spawn, word_of(&block)));
}

Outcome<ProcessStatus> status(Pid pid) {
  std::int32_t exit_code = 0;
  const std::int32_t state = gilbox_process_state(pid, &exit_code);
  if (state < 0) return std::unexpected(error_of(state));
  return ProcessStatus{static_cast<State>(state), exit_code};
}

std::vector<ProcessEntry> processes() {
  std::vector<ProcessEntry> entries;
  ProcessRecord record;
  for (std::int32_t index = 0; (index = gilbox_process_next(index, &record)) != 0;) {
    entries.push_back({.pid = record.pid,
                       .parent = record.parent,
                       .state = static_cast<State>(record.state),
                       .exit_code = record.exit_code,
                       .threads = record.threads,
                       .memory = static_cast<std::uint64_t>(record.memory_pages) * 65536,
                       .started = record.started,
                       .command = std::string(record.command, record.command_bytes)});
  }
  return entries;
}

Outcome<int> wait_for_exit(Pid pid, Wait wait) {
  std::int32_t exit_code = 0;
  const Error error =
      error_of(gilbox_process_wait(pid, &exit_code, wait.milliseconds, wait.interruptible ? 1 : 0));
  if (error != Error::none) return std::unexpected(error);
  return exit_code;
}

Error kill(Pid pid, int signal) { return error_of(system_call(SystemCall::kill, pid, signal)); }
Error reap(Pid pid) { return error_of(system_call(SystemCall::reap, pid)); }

}  // namespace gilbox::machine
