// Sockets of the machine: two pipes for a connection, the kernel's queue for a listener.

#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::Descriptor;
using host::Interest;
using Kind = DescriptorTable::Kind;

namespace {

// What socket_accept and socket_connect tell.
struct Ends {
  Pipe reader;
  Pipe writer;
  std::int32_t local_port;
  std::int32_t peer_port;
};

constexpr std::size_t kPairCapacity = 32 * 1024;

}  // namespace

host::Result<host::Listening> MachineSockets::listen(std::uint16_t port, int backlog) {
  std::int32_t got = 0;
  const std::int32_t listener =
      GILBOX_TRY(host_answer(system_call(SystemCall::socket_listen, port, backlog, word_of(&got))));
  return host::Listening{GILBOX_TRY(table_.add({Kind::listener, listener})),
                         static_cast<std::uint16_t>(got)};
}

host::Result<host::Connection> MachineSockets::try_accept(Descriptor listener) {
  const auto row = GILBOX_TRY(table_.find(listener));
  if (row.kind != Kind::listener) return base::failure(host::Error::invalid);
  Ends ends{};
  GILBOX_TRY(host_answer(system_call(SystemCall::socket_accept, row.object, word_of(&ends))));
  return host::Connection{GILBOX_TRY(table_.add({Kind::socket, ends.reader, ends.writer})),
                          static_cast<std::uint16_t>(ends.local_port),
                          static_cast<std::uint16_t>(ends.peer_port)};
}

host::Result<host::Connection> MachineSockets::connect(std::uint16_t port) {
  Ends ends{};
  GILBOX_TRY(host_answer(system_call(SystemCall::socket_connect, port, word_of(&ends))));
  return host::Connection{GILBOX_TRY(table_.add({Kind::socket, ends.reader, ends.writer})),
                          static_cast<std::uint16_t>(ends.local_port),
                          static_cast<std::uint16_t>(ends.peer_port)};
}

host::Result<std::pair<Descriptor, Descriptor>> MachineSockets::create_pair() {
  const Pipe there = GILBOX_TRY(host_result(create_pipe(kPairCapacity)));
  const Pipe back = GILBOX_TRY(host_result(create_pipe(kPairCapacity)));
  const Descriptor one = GILBOX_TRY(table_.add({Kind::socket, back, there}));
  const Descriptor other = GILBOX_TRY(table_.add({Kind::socket, there, back}));
  return std::pair{one, other};
}

host::Result<void> MachineSockets::shut_down(Descriptor socket, bool reading, bool writing) {
  return table_.shut_down(socket, reading, writing);
}

host::Result<bool> MachineSockets::is_ready(Descriptor socket, Interest interest) {
  const auto row = GILBOX_TRY(table_.find(socket));
  const bool readable = interest == Interest::readable;
  if (row.kind == Kind::listener) {
    return readable &&
           GILBOX_TRY(host_answer(system_call(SystemCall::socket_waiting, row.object))) > 0;
  }
  if (row.kind == Kind::file) return true;
  const Pipe pipe = row.kind == Kind::socket && !readable ? row.writer : row.object;
  if (pipe == kNoPipe) return true;
  const std::uint32_t state = GILBOX_TRY(host_result(poll(pipe)));
  return (state & (readable ? kReadable | kNoWriter : kWritable | kNoReader)) != 0;
}

host::Result<void> MachineSockets::close(Descriptor socket) { return table_.close(socket); }

}  // namespace gilbox::machine
