// Sockets within this program, on the real system: pairs of connected sockets, and ports that only
// this object knows. For native programs and tests.
//
// A listener's descriptor is the reading end of a pipe that holds one byte for each connection that
// waits, so that NativeDescriptors can watch it as anything else. Threads: any.
#pragma once

#include <map>
#include <vector>

#include "host/sockets.hpp"
#include "sync/mutex.hpp"

namespace gilbox::host {

class NativeSockets final : public Sockets {
 public:
  NativeSockets() = default;
  ~NativeSockets() override;

  Result<Listening> listen(std::uint16_t port, int backlog) override;
  Result<Connection> try_accept(Descriptor listener) override;
  Result<Connection> connect(std::uint16_t port) override;
  Result<std::pair<Descriptor, Descriptor>> create_pair() override;
  Result<void> shut_down(Descriptor socket, bool reading, bool writing) override;
  Result<bool> is_ready(Descriptor socket, Interest interest) override;
  Result<void> close(Descriptor socket) override;

 private:
  struct Waiting {
    int socket;
    std::uint16_t port;  // the client's
  };
  struct Listener {
    int descriptor;
    int bell;  // the writing end of its pipe
    std::size_t most;
    std::vector<Waiting> waiting;
  };
  using ByPort = std::map<std::uint16_t, Listener>;

  ByPort::iterator find(Descriptor descriptor) GILBOX_REQUIRES(mutex_);
  std::uint16_t free_port() GILBOX_REQUIRES(mutex_);
  void drop(Listener& listener) GILBOX_REQUIRES(mutex_);

  sync::Mutex mutex_;
  ByPort listeners_ GILBOX_GUARDED_BY(mutex_);
  std::uint16_t next_port_ GILBOX_GUARDED_BY(mutex_) = 0;
};

}  // namespace gilbox::host
