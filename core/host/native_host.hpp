// A Host on the real system: its files, pipes, terminal and clock; sockets within the program; no
// processes and no network.
//
//   NativeHost native;
//   Interpreter interpreter(native.host());
//
// Threads: any.
#pragma once

#include "host/missing.hpp"
#include "host/native_descriptors.hpp"
#include "host/native_files.hpp"
#include "host/native_sockets.hpp"
#include "host/system_entropy.hpp"

namespace gilbox::host {

class NativeHost {
 public:
  Host host() {
    return {.descriptors = descriptors_,
            .console = console_,
            .files = files_,
            .processes = processes_,
            .shared = shared_,
            .network = network_,
            .sockets = sockets_,
            .entropy = entropy_,
            .clock = sync::system_clock()};
  }

 private:
  NativeDescriptors descriptors_;
  NativeConsole console_;
  NativeFiles files_;
  MissingProcesses processes_;
  MissingSharedObjects shared_;
  MissingNetwork network_;
  NativeSockets sockets_;
  SystemEntropy entropy_;
};

}  // namespace gilbox::host
