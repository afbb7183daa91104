// Writing to and reading from descriptors that are full or empty at the wrong moment.
#include "vm/console_stream.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "host/host.hpp"
#include "host/memory_host.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/world.hpp"
#include "vm/safepoint.hpp"

using namespace gilbox;
using namespace gilbox::py;

namespace {

// A pipe whose other end acts exactly between the first look at it and the watch for it: it makes
// room (or writes) and so wakes nobody, because nobody watched yet. Nothing wakes anybody later.
class JustMissed final : public host::Descriptors {
 public:
  std::string text;  // what was written, or is to be read
  bool is_ready = false;
  int watched = 0;

  host::Result<std::size_t> try_read(host::Descriptor, std::span<char> into) override {
    if (!is_ready) return base::failure(host::Error::would_block);
    const std::size_t size = std::min(into.size(), text.size());
    std::copy_n(text.data(), size, into.data());
    text.erase(0, size);
    return size;
  }
  host::Result<std::size_t> try_write(host::Descriptor, std::span<const char> from) override {
    if (!is_ready) return base::failure(host::Error::would_block);
    text.append(from.data(), from.size());
    return from.size();
  }
  void watch(host::Descriptor, host::Interest, sync::Parker&) override {
    is_ready = true;
    ++watched;
  }
  void unwatch(host::Descriptor, host::Interest, sync::Parker&) override { --watched; }

  host::Result<void> close(host::Descriptor) override { return {}; }
  host::Result<host::Descriptor> duplicate(host::Descriptor) override {
    return base::failure(host::Error::not_implemented);
  }
  bool is_terminal(host::Descriptor) override { return false; }
  host::Result<PipeEnds> create_pipe(std::size_t) override {
    return base::failure(host::Error::not_implemented);
  }
};

// The main thread with the GIL and one signal waiting: who goes to sleep is woken by it and ends
// with KeyboardInterrupt, so that a lost wake-up is a failed test and not one that hangs.
class Interruptible {
 public:
  Interruptible() : t(test_thread()) {
    gil.take(t);
    link_thread(t);
    interpreter.main_thread = &t;
    deliver_signal(2);
  }
  ~Interruptible() {
    clear_exception(t);
    take_signals();
    t.breaker.fetch_and(~uint32_t{kSignals});
    interpreter.main_thread = nullptr;
    unlink_thread(t);
    gil.drop(t);
    gil.forget(t);
  }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

  Thread& t;
};

}  // namespace

TEST_CASE("room that comes between the first look and the watch is written into, not slept over") {
  Interruptible main;
  JustMissed pipe;
  host::MemoryHost world;
  host::Host outside{.descriptors = pipe,
                     .console = world.host().console,
                     .files = world.host().files,
                     .processes = world.host().processes,
                     .shared = world.host().shared,
                     .network = world.host().network,
                     .sockets = world.host().sockets,
                     .entropy = world.host().entropy,
                     .clock = world.host().clock};
  set_host(outside);
  REQUIRE(ready_type(main.t, console_stream_type));
  Ref<ConsoleStream> stream = make_console_stream(main.t, host::Descriptor::output, true);
  REQUIRE(stream);
  Ref<Str> text = make_str(main.t, "hello\n");
  CHECK(stream_write(main.t, *stream, *text));
  CHECK(stream_flush(main.t, *stream));
  CHECK(pipe.text == "hello\n");
  CHECK(pipe.watched == 0);
}

TEST_CASE("a line that comes between the first look and the watch is read, not slept over") {
  Interruptible main;
  JustMissed pipe;
  pipe.text = "line\n";
  host::MemoryHost world;
  host::Host outside{.descriptors = pipe,
                     .console = world.host().console,
                     .files = world.host().files,
                     .processes = world.host().processes,
                     .shared = world.host().shared,
                     .network = world.host().network,
                     .sockets = world.host().sockets,
                     .entropy = world.host().entropy,
                     .clock = world.host().clock};
  set_host(outside);
  REQUIRE(ready_type(main.t, console_stream_type));
  Ref<ConsoleStream> stream = make_console_stream(main.t, host::Descriptor::input, false);
  REQUIRE(stream);
  Var line = stream_read_line(main.t, *stream);
  REQUIRE_FALSE(line.is_blocked());
  CHECK(shown(line) == "'line\\n'");
  CHECK(pipe.watched == 0);
}
