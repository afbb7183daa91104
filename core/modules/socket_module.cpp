// _socket: the machine's own network as functions of small descriptors; socket.py and select.py are
// built on it.
//
// A timeout is what socket.settimeout takes: None waits for ever, 0 not at all (BlockingIOError),
// seconds otherwise (TimeoutError). Waiting is at the one door, with the GIL released.
#include <string>
#include <vector>

#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/containers.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

using host::Descriptor;
using host::Interest;

constexpr int kWouldBlock = 11;
constexpr size_t kMostAtOnce = size_t{1} << 20;

bool descriptor_of(Thread& t, Value v, Descriptor& out) {
  int64_t n;
  if (!to_index(t, v, n)) return false;
  out = static_cast<Descriptor>(n);
  return true;
}

Var failed(Thread& t, host::Error error) { return raise_os_error(t, host::error_number(error)); }

// A socket's timeout; `at_once` says that the deadline is now because the socket does not block.
struct Timeout {
  int64_t deadline = INT64_MAX;
  bool at_once = false;
};
bool timeout_of(Thread& t, Value v, Timeout& out) {
  if (v.is_unbound() || v.is_none()) return true;
  if (!deadline_after(t, v, out.deadline)) return false;
  out.at_once = (v.is_small() && v.small() == 0) || (is_float(v) && float_value(v) == 0);
  return true;
}

// Like wait_until for one descriptor. False: an exception is set.
template <class Result, class Attempt>
bool wait_for(Thread& t, Value socket, Descriptor fd, Interest interest, const Timeout& timeout,
              Result& result, Attempt&& attempt) {
  auto& d = the_host().descriptors;
  Waited w = wait_until(
      t, WaitKind::Network, socket, timeout.at_once ? 0 : timeout.deadline, result, attempt,
      [&] { d.watch(fd, interest, t.parker); }, [&] { d.unwatch(fd, interest, t.parker); });
  if (w == Waited::Done) return true;
  if (w == Waited::TimedOut) {
    if (timeout.at_once)
      raise_os_error(t, kWouldBlock);
    else
      raise(t, exc::TimeoutError, "timed out");
  }
  return false;
}

Var make_connection(Thread& t, const host::Connection& c) {
  Value parts[] = {Value::small(static_cast<int64_t>(c.descriptor)), Value::small(c.local_port),
                   Value::small(c.peer_port)};
  return make_tuple(t, parts, 3).var();
}

bool port_of(Thread& t, Value v, uint16_t& out) {
  int64_t port;
  if (!to_index(t, v, port)) return false;
  if (port < 0 || port > 65535) return raise(t, exc::OverflowError, "port must be 0-65535."), false;
  out = static_cast<uint16_t>(port);
  return true;
}

// listen(port, backlog) -> (descriptor, port)
Var listen(Thread& t, Value, const Value* a) {
  uint16_t port;
  int64_t backlog;
  if (!port_of(t, a[0], port) || !to_index(t, a[1], backlog)) return Var::error();
  if (backlog < 0) backlog = 0;
  if (backlog > 65535) backlog = 65535;
  auto got = the_host().sockets.listen(port, static_cast<int>(backlog));
  if (!got) return failed(t, got.error());
  Value parts[] = {Value::small(static_cast<int64_t>(got->descriptor)), Value::small(got->port)};
  return make_tuple(t, parts, 2).var();
}

// accept(descriptor, timeout) -> (descriptor, port here, port there)
Var accept(Thread& t, Value, const Value* a) {
  Descriptor fd;
  Timeout timeout;
  if (!descriptor_of(t, a[0], fd) || !timeout_of(t, a[1], timeout)) return Var::error();
  host::Result<host::Connection> got = host::Connection{};
  if (!wait_for(t, a[0], fd, Interest::readable, timeout, got,
                [&] { return the_host().sockets.try_accept(fd); }))
    return Var::error();
  return make_connection(t, *got);
}

Var connect(Thread& t, Value, const Value* a) {
  uint16_t port;
  if (!port_of(t, a[0], port)) return Var::error();
  auto got = the_host().sockets.connect(port);
  return got ? make_connection(t, *got) : failed(t, got.error());
}

Var pair(Thread& t, Value, const Value*) {
  auto got = the_host().sockets.create_pair();
  if (!got) return failed(t, got.error());
  Value parts[] = {Value::small(static_cast<int64_t>(got->first)),
                   Value::small(static_cast<int64_t>(got->second))};
  return make_tuple(t, parts, 2).var();
}

// recv(descriptor, size, timeout): what is there, at most size bytes; empty at the end.
Var recv(Thread& t, Value, const Value* a) {
  Descriptor fd;
  int64_t size;
  Timeout timeout;
  if (!descriptor_of(t, a[0], fd) || !to_index(t, a[1], size) || !timeout_of(t, a[2], timeout))
    return Var::error();
  if (size < 0) return raise(t, exc::ValueError, "negative buffersize in recv");
  if (size == 0) return make_bytes(t, {}).var();
  std::string buffer(
      static_cast<size_t>(size) < kMostAtOnce ? static_cast<size_t>(size) : kMostAtOnce, '\0');
  host::Result<size_t> got = size_t{0};
  if (!wait_for(t, a[0], fd, Interest::readable, timeout, got,
                [&] { return the_host().descriptors.try_read(fd, buffer); }))
    return Var::error();
  return make_bytes(t, {buffer.data(), *got}).var();
}

Var recv_into(Thread& t, Value, const Value* a) {
  Descriptor fd;
  Buffer b;
  int64_t size;
  Timeout timeout;
  if (!descriptor_of(t, a[0], fd) || !get_writable_buffer(t, a[1], b) || !to_index(t, a[2], size) ||
      !timeout_of(t, a[3], timeout))
    return Var::error();
  if (size < 0) return raise(t, exc::ValueError, "negative buffersize in recv_into");
  if (static_cast<size_t>(size) > b.length)
    return raise(t, exc::ValueError, "buffer too small for requested bytes");
  size_t most = size == 0 ? b.length : static_cast<size_t>(size);
  if (most == 0) return Var::small(0);
  host::Result<size_t> got = size_t{0};
  if (!wait_for(t, a[0], fd, Interest::readable, timeout, got, [&] {
        return the_host().descriptors.try_read(fd, {reinterpret_cast<char*>(b.data), most});
      }))
    return Var::error();
  return make_int(t, static_cast<int64_t>(*got));
}

// send(descriptor, data, timeout, all): how many bytes went; with `all` it sends every one, and the
// timeout is for all of them together.
Var send(Thread& t, Value, const Value* a) {
  Descriptor fd;
  Buffer b;
  Timeout timeout;
  if (!descriptor_of(t, a[0], fd) || !get_buffer(t, a[1], b) || !timeout_of(t, a[2], timeout))
    return Var::error();
  size_t done = 0;
  do {
    host::Result<size_t> put = size_t{0};
    if (!wait_for(t, a[0], fd, Interest::writable, timeout, put, [&] {
          return the_host().descriptors.try_write(
              fd, {reinterpret_cast<const char*>(b.data) + done, b.length - done});
        }))
      return Var::error();
    done += *put;
  } while (a[3].is_true() && done < b.length);
  return make_int(t, static_cast<int64_t>(done));
}

// shutdown(descriptor, how): 0 reading, 1 writing, 2 both
Var shutdown(Thread& t, Value, const Value* a) {
  Descriptor fd;
  int64_t how;
  if (!descriptor_of(t, a[0], fd) || !to_index(t, a[1], how)) return Var::error();
  if (how < 0 || how > 2) return failed(t, host::Error::invalid);
  auto done = the_host().sockets.shut_down(fd, how != 1, how != 0);
  return done ? Var::none() : failed(t, done.error());
}

Var close(Thread& t, Value, const Value* a) {
  Descriptor fd;
  if (!descriptor_of(t, a[0], fd)) return Var::error();
  auto done = the_host().sockets.close(fd);
  return done ? Var::none() : failed(t, done.error());
}

Var dup(Thread& t, Value, const Value* a) {
  Descriptor fd;
  if (!descriptor_of(t, a[0], fd)) return Var::error();
  auto copy = the_host().descriptors.duplicate(fd);
  return copy ? Var::small(static_cast<int64_t>(*copy)) : failed(t, copy.error());
}

struct Watched {
  Descriptor fd;
  Interest interest;
};

bool gather(Thread& t, Value list, Interest interest, std::vector<Watched>& all) {
  if (!is_list(list)) return raise(t, exc::TypeError, "descriptors must be a list"), false;
  const List& fds = *list.as<List>();
  for (uint32_t i = 0; i < fds.size; ++i) {
    Descriptor fd;
    if (!descriptor_of(t, fds.items[i], fd)) return false;
    all.push_back({fd, interest});
  }
  return true;
}

// ([readable], [writable]) of what is ready now; `any` says whether there was something. An
// invalid descriptor is an OSError.
Var look(Thread& t, const std::vector<Watched>& all, bool& any) {
  Ref<List> readable = make_list(t), writable = make_list(t);
  if (!readable || !writable) return Var::error();
  any = false;
  for (const Watched& w : all) {
    auto ready = the_host().sockets.is_ready(w.fd, w.interest);
    if (!ready) return failed(t, ready.error());
    if (!*ready) continue;
    any = true;
    List& out = w.interest == Interest::readable ? *readable : *writable;
    if (!list_append(t, out, Value::small(static_cast<int64_t>(w.fd)))) return Var::error();
  }
  Value parts[] = {readable.value(), writable.value()};
  return make_tuple(t, parts, 2).var();
}

// wait([descriptor…], [descriptor…], timeout) -> ([readable], [writable]): one wait for all of them
Var wait(Thread& t, Value, const Value* a) {
  std::vector<Watched> all;
  Timeout timeout;
  if (!gather(t, a[0], Interest::readable, all) || !gather(t, a[1], Interest::writable, all) ||
      !timeout_of(t, a[2], timeout))
    return Var::error();
  auto& d = the_host().descriptors;
  for (;;) {
    bool any = false;
    Var found = look(t, all, any);
    if (found.failed() || any || timeout.at_once || sync::monotonic_now() >= timeout.deadline)
      return found;
    for (const Watched& w : all) d.watch(w.fd, w.interest, t.parker);
    found = look(t, all, any);
    bool ok = found.failed() || any || park_once(t, WaitKind::Network, Value(), timeout.deadline);
    for (const Watched& w : all) d.unwatch(w.fd, w.interest, t.parker);
    if (!ok) return Var::error();
    if (found.failed() || any) return found;
  }
}

const NativeDef kFunctions[] = {
    {"listen", listen, "port, backlog, /"},
    {"accept", accept, "descriptor, timeout, /"},
    {"connect", connect, "port, /"},
    {"pair", pair, ""},
    {"recv", recv, "descriptor, size, timeout, /"},
    {"recv_into", recv_into, "descriptor, buffer, size, timeout, /"},
    {"send", send, "descriptor, data, timeout, all, /"},
    {"shutdown", shutdown, "descriptor, how, /"},
    {"close", close, "descriptor, /"},
    {"dup", dup, "descriptor, /"},
    {"wait", wait, "readers, writers, timeout, /"},
    {},
};

}  // namespace

extern const ModuleDef _socket_module;
const ModuleDef _socket_module = {"_socket", kFunctions};

}  // namespace gilbox::py
