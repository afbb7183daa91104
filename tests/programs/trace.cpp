// A program that records, for the path of the trace from its threads to the page.

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "machine/machine.hpp"
#include "program/program.hpp"
#include "trace/observer.hpp"

namespace machine = gilbox::machine;
namespace trace = gilbox::trace;

// In each of T threads N marks with values 0 … N - 1, named by thread; then, unless a third
// argument says otherwise, waits for input.
GILBOX_PROGRAM("marks", arguments) {
  const int threads = std::atoi(arguments[1].data());
  const int marks = std::atoi(arguments[2].data());
  std::vector<std::thread> running;
  for (int thread = 0; thread < threads; ++thread) {
    running.emplace_back([=] {
      const std::uint32_t name = trace::intern("thread " + std::to_string(thread));
      for (int value = 0; value < marks; ++value) {
        trace::emit<trace::Event::mark>(name, static_cast<std::uint64_t>(value));
      }
    });
  }
  for (std::thread& thread : running) thread.join();
  static_cast<void>(machine::write(machine::standard_pipe(1),
                                   std::as_bytes(std::span(std::string_view("marked\n")))));
  std::byte byte;
  if (arguments.size() < 4) {
    static_cast<void>(machine::read(machine::standard_pipe(0), std::span(&byte, 1)));
  }
  return 0;
}
