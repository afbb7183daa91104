#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::Descriptor;

host::Pid MachineProcesses::pid() { return static_cast<host::Pid>(machine::pid()); }
host::Pid MachineProcesses::parent_pid() { return static_cast<host::Pid>(machine::parent_pid()); }

void MachineProcesses::signal_arrived(void* self, int signal) {
  auto* const listener = static_cast<MachineProcesses*>(self)->listener_.load();
  if (listener != nullptr) listener->signal_arrived(static_cast<host::Signal>(signal));
}

void MachineProcesses::set_listener(host::SignalListener* listener) {
  listener_.store(listener);
  // What ends a process unless it has said otherwise (TERM, ALRM …) still does: handle_signal().
  constexpr std::uint32_t kInterrupt = 1U << static_cast<int>(host::Signal::interrupt);
  listen_for_signals(signal_arrived, this, listener != nullptr ? kInterrupt : 0);
}

void MachineProcesses::handle(host::Signal signal, bool handled) {
  handle_signal(static_cast<int>(signal), handled);
}

host::Result<host::Pid> MachineProcesses::spawn(const host::SpawnOptions& options) {
  std::vector<std::string> environment;
  for (const auto& [name, value] : options.environment) {
    environment.push_back(std::string(name) + "=" + std::string(value));
  }
  SpawnOptions wanted{.arguments = {options.program},
                      .environment = &environment,
                      .directory = options.directory,
                      .input = kNoPipe,
                      .output = kNoPipe,
                      .errors = kNoPipe,
                      .memory = static_cast<std::size_t>(options.memory_limit)};
  wanted.arguments.insert(wanted.arguments.end(), options.arguments.begin(),
                          options.arguments.end());
  for (const auto& [theirs, ours] : options.descriptors) {
    const auto row = GILBOX_TRY(table_.find(ours));
    if (row.kind == DescriptorTable::Kind::file) return base::failure(host::Error::invalid);
    if (theirs == Descriptor::input) {
      wanted.input = row.object;
    } else if (theirs == Descriptor::output) {
      wanted.output = row.object;
    } else if (theirs == Descriptor::errors) {
      wanted.errors = row.object;
    } else {
      const bool reads = row.kind == DescriptorTable::Kind::pipe_read;
      wanted.grants.push_back({reads ? ObjectKind::pipe_read : ObjectKind::pipe_write, row.object,
                               static_cast<std::int32_t>(theirs)});
    }
  }
  const auto pid = machine::spawn(wanted);
  if (!pid) return base::failure(host_error(pid.error()));
  return static_cast<host::Pid>(*pid);
}

host::Result<host::ExitStatus> MachineProcesses::try_wait(host::Pid pid) {
  const auto number = static_cast<Pid>(pid);
  const auto now = status(number);
  if (!now) return base::failure(host::Error::no_child);
  if (!now->ended()) return base::failure(host::Error::would_block);
  const Error error = reap(number);
  if (error == Error::no_child || error == Error::no_such_process) {
    return base::failure(host::Error::no_child);
  }
  return host::ExitStatus{now->exit_code};
}

void MachineProcesses::watch_exit(host::Pid pid, sync::Parker&) {
  machine::watch(Waitable::process, static_cast<std::int32_t>(pid));
}
void MachineProcesses::unwatch_exit(host::Pid pid, sync::Parker&) {
  machine::unwatch(Waitable::process, static_cast<std::int32_t>(pid));
}

host::Result<void> MachineProcesses::kill(host::Pid pid, host::Signal signal) {
  return host_result(machine::kill(static_cast<Pid>(pid), static_cast<int>(signal)));
}

std::vector<host::ProcessRow> MachineProcesses::list() {
  std::vector<host::ProcessRow> rows;
  for (const ProcessEntry& entry : processes()) {
    const bool ended = entry.state == State::exited || entry.state == State::killed;
    rows.push_back({.pid = static_cast<host::Pid>(entry.pid),
                    .parent = static_cast<host::Pid>(entry.parent),
                    .state = ended                            ? host::ProcessState::exited
                             : entry.state == State::starting ? host::ProcessState::starting
                                                              : host::ProcessState::running,
                    .exit = {entry.exit_code},
                    .threads = static_cast<std::uint32_t>(entry.threads),
                    .memory = entry.memory,
                    .started = static_cast<sync::Nanoseconds>(entry.started * 1e6),
                    .command = entry.command});
  }
  return rows;
}

void MachineProcesses::exit(int code) { exit_process(code); }

}  // namespace gilbox::machine
