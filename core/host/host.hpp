// Host: everything outside, in one place. An interpreter is given one and reaches nothing else.
//
// Every part exists; one that an implementation does not have is one of the Missing… classes of
// missing.hpp, which answer not_implemented (or say that there is nothing).
// Threads: each part may be used from any thread.
#pragma once

#include <span>

#include "host/console.hpp"
#include "host/descriptors.hpp"
#include "host/files.hpp"
#include "host/network.hpp"
#include "host/processes.hpp"
#include "host/shared_objects.hpp"
#include "host/sockets.hpp"
#include "sync/clock.hpp"

namespace gilbox::host {

// Bytes that nobody can guess: hash seeds, random.seed(), secrets.
class Entropy {
 public:
  virtual ~Entropy() = default;
  virtual void fill(std::span<char> bytes) = 0;
};

struct Host {
  Descriptors& descriptors;
  Console& console;
  Files& files;
  Processes& processes;
  SharedObjects& shared;
  Network& network;
  Sockets& sockets;
  Entropy& entropy;
  sync::Clock& clock;
  // The bell of the calling thread, where one is needed for watch() to wake its parker; null: none
  // is. A thread attaches it to its Parker before it parks: `if (host.bell)
  // parker.attach(*host.bell());`.
  sync::Bell* (*bell)() = nullptr;
};

}  // namespace gilbox::host
