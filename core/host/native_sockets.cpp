#include "host/native_sockets.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace gilbox::host {

namespace {

// What Linux gives to those who do not choose.
constexpr std::uint16_t kFirstPort = 32768, kLastPort = 60999;

int number(Descriptor descriptor) { return static_cast<int>(descriptor); }
auto last_error() { return base::failure(error_of_number(errno)); }

void prepare(int descriptor) {
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  fcntl(descriptor, F_SETFL, O_NONBLOCK);
}

Result<std::pair<int, int>> connected_pair() {
  // A write to a socket nobody reads shall be an error here, as on the machine.
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return last_error();
  for (const int end : ends) prepare(end);
  return std::pair{ends[0], ends[1]};
}

}  // namespace

NativeSockets::~NativeSockets() {
  sync::MutexLock lock(mutex_);
  for (auto& [port, listener] : listeners_) drop(listener);
}

void NativeSockets::drop(Listener& listener) {
  for (const Waiting& waiting : listener.waiting) ::close(waiting.socket);
  ::close(listener.bell);
}

NativeSockets::ByPort::iterator NativeSockets::find(Descriptor descriptor) {
  return std::ranges::find_if(
      listeners_, [&](const auto& entry) { return entry.second.descriptor == number(descriptor); });
}

std::uint16_t NativeSockets::free_port() {
  do {
    next_port_ = next_port_ < kFirstPort || next_port_ == kLastPort
                     ? kFirstPort
                     : static_cast<std::uint16_t>(next_port_ + 1);
  } while (listeners_.contains(next_port_));
  return next_port_;
}

Result<Listening> NativeSockets::listen(std::uint16_t port, int backlog) {
  sync::MutexLock lock(mutex_);
  if (port != 0 && listeners_.contains(port)) return base::failure(Error::address_in_use);
  if (port == 0) port = free_port();
  int ends[2];
  if (pipe(ends) != 0) return last_error();
  for (const int end : ends) prepare(end);
  listeners_.emplace(port, Listener{.descriptor = ends[0],
                                    .bell = ends[1],
                                    .most = static_cast<std::size_t>(std::max(backlog, 0)),
                                    .waiting = {}});
  return Listening{Descriptor{ends[0]}, port};
}

Result<Connection> NativeSockets::try_accept(Descriptor descriptor) {
  sync::MutexLock lock(mutex_);
  const auto found = find(descriptor);
  if (found == listeners_.end()) return base::failure(Error::invalid);
  auto& [port, listener] = *found;
  if (listener.waiting.empty()) return base::failure(Error::would_block);
  const Waiting first = listener.waiting.front();
  listener.waiting.erase(listener.waiting.begin());
  char byte;
  static_cast<void>(!::read(listener.descriptor, &byte, 1));  // it is there: see connect()
  return Connection{Descriptor{first.socket}, port, first.port};
}

Result<Connection> NativeSockets::connect(std::uint16_t port) {
  sync::MutexLock lock(mutex_);
  const auto found = listeners_.find(port);
  if (found == listeners_.end()) return base::failure(Error::connection_refused);
  Listener& listener = found->second;
  if (listener.waiting.size() >= listener.most) return base::failure(Error::connection_refused);
  const auto [here, there] = GILBOX_TRY(connected_pair());
  const std::uint16_t local = free_port();
  listener.waiting.push_back({there, local});
  const char byte = 0;
  static_cast<void>(!::write(listener.bell, &byte, 1));  // a pipe has room for any backlog
  return Connection{Descriptor{here}, local, port};
}

Result<std::pair<Descriptor, Descriptor>> NativeSockets::create_pair() {
  const auto [one, other] = GILBOX_TRY(connected_pair());
  return std::pair{Descriptor{one}, Descriptor{other}};
}

Result<void> NativeSockets::shut_down(Descriptor socket, bool reading, bool writing) {
  const int how = reading && writing ? SHUT_RDWR : reading ? SHUT_RD : SHUT_WR;
  if (::shutdown(number(socket), how) != 0) {
    return base::failure(errno == ENOTSOCK ? Error::not_connected : error_of_number(errno));
  }
  return {};
}

Result<bool> NativeSockets::is_ready(Descriptor socket, Interest interest) {
  const short events = interest == Interest::readable ? POLLIN : POLLOUT;
  pollfd entry{.fd = number(socket), .events = events, .revents = 0};
  if (poll(&entry, 1, 0) < 0) return last_error();
  if ((entry.revents & POLLNVAL) != 0) return base::failure(Error::bad_descriptor);
  return entry.revents != 0;
}

Result<void> NativeSockets::close(Descriptor socket) {
  {
    sync::MutexLock lock(mutex_);
    const auto found = find(socket);
    if (found != listeners_.end()) {
      drop(found->second);
      listeners_.erase(found);
    }
  }
  if (::close(number(socket)) != 0) return last_error();
  return {};
}

}  // namespace gilbox::host
