// Programs that use the machine through the interpreter's interfaces (core/host), as Python will.

#include <array>
#include <cstdio>
#include <string>

#include "machine/machine.hpp"
#include "machine_host/machine_host.hpp"
#include "program/program.hpp"
#include "sync/clock.hpp"

namespace host = gilbox::host;
namespace machine = gilbox::machine;
namespace sync = gilbox::sync;
using host::Descriptor;

namespace {

// A Parker that everything outside can wake.
struct OwnParker {
  sync::Parker parker;
  explicit OwnParker(host::Host& outside) {
    if (outside.bell) parker.attach(*outside.bell());
  }
};

// Waits as an interpreter does: look, watch, look again, park.
template <class Look, class Watch, class Unwatch>
auto wait_for(OwnParker& own, Look look, Watch watch, Unwatch unwatch) {
  auto got = look();
  if (got || got.error() != host::Error::would_block) return got;
  watch();
  while (!(got = look()) && got.error() == host::Error::would_block) own.parker.park();
  unwatch();
  return got;
}

host::Result<std::size_t> read_some(host::Host& outside, OwnParker& own, Descriptor from,
                                    std::span<char> into) {
  host::Descriptors& descriptors = outside.descriptors;
  return wait_for(
      own, [&] { return descriptors.try_read(from, into); },
      [&] { descriptors.watch(from, host::Interest::readable, own.parker); },
      [&] { descriptors.unwatch(from, host::Interest::readable, own.parker); });
}

void say(std::string_view text) {
  static_cast<void>(machine::write(machine::standard_pipe(1), std::as_bytes(std::span(text))));
}

template <class T>
std::string outcome(const host::Result<T>& result) {
  return result ? "ok" : std::string(host::error_text(result.error()));
}

}  // namespace

// Walks through the file system and says what each step answers.
GILBOX_PROGRAM("files", arguments) {
  host::Host& outside = machine::machine_host();
  host::Files& files = outside.files;
  const auto say_line = [](std::string_view what, const std::string& answer) {
    say(std::string(what) + ": " + answer + "\n");
  };
  say_line("directory", files.current_directory());
  say_line("open missing", outcome(files.open("missing", {})));
  say_line("make", outcome(files.make_directory("/tmp/a")));
  say_line("make again", outcome(files.make_directory("/tmp/a")));
  say_line("change", outcome(files.change_directory("/tmp/a")));
  say_line("directory", files.current_directory());
  const auto file = files.open("text", {.read = true, .write = true, .create = true});
  if (!file) return 1;
  constexpr std::string_view kText = "hello, file";
  say_line("write", std::to_string(outside.descriptors.try_write(*file, kText).value_or(0)));
  say_line("seek", std::to_string(files.seek(*file, -4, host::SeekFrom::end).value_or(99)));
  std::array<char, 20> buffer;
  const auto count = outside.descriptors.try_read(*file, buffer).value_or(0);
  say_line("read", std::string(buffer.data(), count));
  say_line("status", std::to_string(files.status("../a/./text").value_or(host::FileStatus{}).size));
  say_line("truncate", outcome(files.truncate(*file, 5)));
  say_line("close", outcome(outside.descriptors.close(*file)));
  say_line("close again", outcome(outside.descriptors.close(*file)));
  say_line("rename", outcome(files.rename("text", "/tmp/a/renamed")));
  for (const auto& entry : files.list(".").value_or(std::vector<host::DirectoryEntry>{})) {
    say_line("entry", entry.name);
  }
  say_line("remove directory", outcome(files.remove_directory("/tmp/a")));
  say_line("list file", outcome(files.list("renamed")));
  return 0;
}

// Fetches an address and writes status, type and body.
GILBOX_PROGRAM("fetch", arguments) {
  host::Host& outside = machine::machine_host();
  host::Network& network = outside.network;
  OwnParker own(outside);
  const auto request = network.start({.url = arguments[1], .headers = {}, .body = {}});
  if (!request) return 1;
  network.watch(*request, own.parker);
  host::RequestPhase phase;
  while ((phase = network.phase(*request)) == host::RequestPhase::sent) own.parker.park();
  if (phase == host::RequestPhase::failed) {
    say("failed: " + network.failure(*request) + "\n");
    return 2;
  }
  const auto response = network.response(*request);
  if (!response) return 3;
  say(std::to_string(response->status) + "\n");
  std::array<char, 4096> buffer;
  for (;;) {
    const auto count = network.try_read(*request, buffer);
    if (count && *count == 0) break;
    if (count) {
      say({buffer.data(), *count});
    } else if (count.error() == host::Error::would_block) {
      own.parker.park();
    } else {
      return 4;
    }
  }
  network.unwatch(*request, own.parker);
  network.finish(*request);
  return 0;
}

namespace {

struct Listener final : host::SignalListener {
  std::atomic<int> last{0};
  sync::Parker* parker = nullptr;
  void signal_arrived(host::Signal signal) override {
    last = static_cast<int>(signal);
    parker->unpark();
  }
};

}  // namespace

// Waits for signals and names them; terminate ends it by its own will.
GILBOX_PROGRAM("signals", arguments) {
  host::Host& outside = machine::machine_host();
  OwnParker own(outside);
  static Listener listener;
  listener.parker = &own.parker;
  outside.processes.set_listener(&listener);
  machine::handle_signal(15, true);
  say("listening\n");
  for (;;) {
    own.parker.park();
    const int signal = listener.last.exchange(0);
    if (signal == 0) continue;
    say("signal " + std::to_string(signal) + "\n");
    if (signal == 15) return 3;
  }
}

// Starts itself with a pipe as descriptor 5, a semaphore and a block of memory, and has the child
// use them.
GILBOX_PROGRAM("share", arguments) {
  host::Host& outside = machine::machine_host();
  host::SharedObjects& shared = outside.shared;
  OwnParker own(outside);
  if (arguments.size() > 1) {  // the child
    const auto number = [&](std::size_t index) {
      return static_cast<host::ObjectId>(std::strtoul(arguments[index].data(), nullptr, 10));
    };
    const host::ObjectId semaphore = number(1), memory = number(2);
    if (!shared.open(semaphore) || !shared.open(memory)) return 10;
    if (!shared.write_memory(memory, 8, std::span("from the child", 14))) return 11;
    if (!shared.release(semaphore)) return 12;
    const auto sent =
        outside.descriptors.try_write(static_cast<Descriptor>(5), std::string_view("through five"));
    const auto found = shared.open_memory("the name");
    return sent && found ? 0 : 13;
  }
  const auto pipe = outside.descriptors.create_pipe();
  const auto semaphore = shared.create_semaphore(0, 1);
  const auto memory = shared.create_memory("the name", 64);
  if (!pipe || !semaphore || !memory) return 1;
  const std::string names[] = {std::to_string(std::to_underlying(*semaphore)),
                               std::to_string(std::to_underlying(*memory))};
  const std::string_view words[] = {names[0], names[1]};
  const std::pair<Descriptor, Descriptor> descriptors[] = {
      {static_cast<Descriptor>(5), pipe->writer}, {Descriptor::output, Descriptor::output}};
  const auto child = outside.processes.spawn({.program = "share",
                                              .arguments = words,
                                              .environment = {},
                                              .directory = {},
                                              .descriptors = descriptors});
  if (!child || !outside.descriptors.close(pipe->writer)) return 2;
  const auto acquired = wait_for(
      own, [&] { return shared.try_acquire(*semaphore); },
      [&] { shared.watch(*semaphore, own.parker); },
      [&] { shared.unwatch(*semaphore, own.parker); });
  if (!acquired) return 3;
  std::array<char, 64> buffer{};
  if (!shared.read_memory(*memory, 8, std::span(buffer).first(14))) return 4;
  say(std::string(buffer.data()) + "\n");
  const auto count = read_some(outside, own, pipe->reader, buffer);
  say(std::string(buffer.data(), count.value_or(0)) + "\n");
  const auto end = read_some(outside, own, pipe->reader, buffer);
  const auto status = wait_for(
      own, [&] { return outside.processes.try_wait(*child); },
      [&] { outside.processes.watch_exit(*child, own.parker); },
      [&] { outside.processes.unwatch_exit(*child, own.parker); });
  say("end " + std::to_string(end.value_or(99)) + ", child " +
      std::to_string(status.value_or(host::ExitStatus{99}).code) + "\n");
  return 0;
}
