// Sockets: byte streams between threads and processes of the machine, by port number. The network
// is the machine's own: nothing leaves it, and nothing from elsewhere comes in.
//
//   auto listening = sockets.listen(0, 16);            listening->port is the one it got
//   auto client = sockets.connect(listening->port);    at once, or connection_refused
//   auto server = sockets.try_accept(listening->descriptor);
//
// Every socket is a Descriptor: read, write and watch it as descriptors.hpp says. A listening one
// is readable when try_accept would give a connection. A read answers 0 bytes when the other side
// has closed or shut down its writing, a write broken_pipe when the other side has closed. One
// thread waits for many: watch each, ask is_ready of each once more, park, unwatch each.
//
// Threads: every function may be called from any thread. Nothing here waits.
#pragma once

#include <cstdint>
#include <utility>

#include "host/descriptors.hpp"

namespace gilbox::host {

struct Listening {
  Descriptor descriptor = Descriptor::none;
  std::uint16_t port = 0;
};

struct Connection {
  Descriptor descriptor = Descriptor::none;
  std::uint16_t local_port = 0;
  std::uint16_t peer_port = 0;
};

class Sockets {
 public:
  virtual ~Sockets() = default;

  // Port 0: any free one. address_in_use. At most `backlog` connections wait to be accepted;
  // further ones are refused. 0: the port is taken, and refuses (a socket that is bound and does
  // not listen).
  virtual Result<Listening> listen(std::uint16_t port, int backlog) = 0;
  // would_block when nobody has connected.
  virtual Result<Connection> try_accept(Descriptor listener) = 0;
  virtual Result<Connection> connect(std::uint16_t port) = 0;
  // Two sockets connected to each other.
  virtual Result<std::pair<Descriptor, Descriptor>> create_pair() = 0;
  virtual Result<void> shut_down(Descriptor socket, bool reading, bool writing) = 0;
  // Whether a read (accept) or write would answer at once; ends and errors count.
  virtual Result<bool> is_ready(Descriptor socket, Interest interest) = 0;
  // What has connected and was not accepted is closed with its listener.
  virtual Result<void> close(Descriptor socket) = 0;
};

}  // namespace gilbox::host
