#include "machine_host/machine_host.hpp"

#include "host/missing.hpp"
#include "machine_host/parts.hpp"
#include "machine_host/thread_bell.hpp"

namespace gilbox::machine {

void MachineEntropy::fill(std::span<char> bytes) { fill_random(std::as_writable_bytes(bytes)); }

namespace {

struct Parts {
  MachineDescriptors descriptors;
  host::MissingConsole console;
  MachineFiles files{descriptors.table()};
  MachineProcesses processes{descriptors.table()};
  MachineSharedObjects shared{descriptors.table()};
  MachineNetwork network;
  MachineSockets sockets{descriptors.table()};
  MachineEntropy entropy;
  host::Host host{.descriptors = descriptors,
                  .console = console,
                  .files = files,
                  .processes = processes,
                  .shared = shared,
                  .network = network,
                  .sockets = sockets,
                  .entropy = entropy,
                  .clock = sync::system_clock(),
                  .bell = [] -> sync::Bell* { return &ThreadBell::mine(); }};
};

Parts& parts() {
  static Parts* const all = new Parts;  // never destroyed: threads may outlive main
  return *all;
}

}  // namespace

host::Host& machine_host() {
  Parts& all = parts();
  if (has_started()) {
    [[maybe_unused]] static const bool inherited = (all.descriptors.table().inherit(), true);
  }
  return all.host;
}

}  // namespace gilbox::machine
