// A Host in memory: files, pipes and standard streams of its own, no processes, no network, any
// clock.
//
//   MemoryHost world;
//   world.files().put("/main.py", "print(1)");
//   Interpreter interpreter(world.host());
//
// Threads: any.
#pragma once

#include "host/memory_files.hpp"
#include "host/missing.hpp"
#include "host/system_entropy.hpp"

namespace gilbox::host {

class MemoryHost {
 public:
  explicit MemoryHost(sync::Clock& clock = sync::system_clock()) : clock_(clock) {}

  MemoryFiles& files() { return files_; }

  Host host() {
    return {.descriptors = files_,
            .console = console_,
            .files = files_,
            .processes = processes_,
            .shared = shared_,
            .network = network_,
            .sockets = sockets_,
            .entropy = entropy_,
            .clock = clock_};
  }

 private:
  sync::Clock& clock_;
  MemoryFiles files_;
  MissingConsole console_;
  MissingProcesses processes_;
  MissingSharedObjects shared_;
  MissingNetwork network_;
  MissingSockets sockets_;
  SystemEntropy entropy_;
};

}  // namespace gilbox::host
