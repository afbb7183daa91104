#include <catch2/catch_test_macros.hpp>
#include <string>

#include "host/native_host.hpp"
#include "host/native_sockets.hpp"

using namespace gilbox;
using namespace gilbox::host;

namespace {

std::string read_text(Host& host, Descriptor from) {
  char buffer[64];
  const auto count = host.descriptors.try_read(from, buffer);
  return count ? std::string(buffer, *count) : std::string(error_text(count.error()));
}

}  // namespace

TEST_CASE("a listener is ready when somebody has connected, and accepts in order") {
  NativeHost native;
  Host host = native.host();
  const auto listening = host.sockets.listen(0, 2);
  REQUIRE(listening);
  CHECK(listening->port != 0);
  CHECK(host.sockets.try_accept(listening->descriptor).error() == Error::would_block);
  CHECK(host.sockets.is_ready(listening->descriptor, Interest::readable) == false);
  const auto one = host.sockets.connect(listening->port);
  const auto two = host.sockets.connect(listening->port);
  REQUIRE((one && two));
  CHECK(host.sockets.connect(listening->port).error() == Error::connection_refused);
  CHECK(host.sockets.is_ready(listening->descriptor, Interest::readable) == true);
  const auto accepted = host.sockets.try_accept(listening->descriptor);
  REQUIRE(accepted);
  CHECK(accepted->local_port == listening->port);
  CHECK(accepted->peer_port == one->local_port);
  CHECK(host.sockets.connect(listening->port));
}

TEST_CASE("what one side writes the other reads, up to its end") {
  NativeHost native;
  Host host = native.host();
  const auto pair = host.sockets.create_pair();
  REQUIRE(pair);
  const auto [here, there] = *pair;
  CHECK(host.sockets.is_ready(there, Interest::readable) == false);
  REQUIRE(host.descriptors.try_write(here, std::string_view("to there")));
  CHECK(host.sockets.is_ready(there, Interest::readable) == true);
  CHECK(read_text(host, there) == "to there");
  REQUIRE(host.sockets.shut_down(here, false, true));
  CHECK(read_text(host, there).empty());
  REQUIRE(host.descriptors.try_write(there, std::string_view("still to here")));
  CHECK(read_text(host, here) == "still to here");
  REQUIRE(host.sockets.close(here));
  CHECK(host.descriptors.try_write(there, std::string_view("x")).error() == Error::broken_pipe);
}

TEST_CASE("a port belongs to one listener until it is closed; then it refuses") {
  NativeHost native;
  Host host = native.host();
  const auto listening = host.sockets.listen(8080, 5);
  REQUIRE(listening);
  CHECK(host.sockets.listen(8080, 5).error() == Error::address_in_use);
  const auto waiting = host.sockets.connect(8080);
  REQUIRE(waiting);
  REQUIRE(host.sockets.close(listening->descriptor));
  CHECK(read_text(host, waiting->descriptor).empty());
  CHECK(host.sockets.connect(8080).error() == Error::connection_refused);
  CHECK(host.sockets.listen(8080, 5));
}

TEST_CASE("a watched listener wakes who waits for it") {
  NativeHost native;
  Host host = native.host();
  sync::Parker parker;
  const auto listening = host.sockets.listen(0, 1);
  REQUIRE(listening);
  host.descriptors.watch(listening->descriptor, Interest::readable, parker);
  auto connecting =
      sync::Thread::start({}, [&] { static_cast<void>(host.sockets.connect(listening->port)); });
  REQUIRE(connecting);
  while (!host.sockets.is_ready(listening->descriptor, Interest::readable).value_or(false)) {
    parker.park();
    host.descriptors.watch(listening->descriptor, Interest::readable, parker);
  }
  host.descriptors.unwatch(listening->descriptor, Interest::readable, parker);
  connecting->join();
  CHECK(host.sockets.try_accept(listening->descriptor));
}
