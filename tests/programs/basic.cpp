// Small programs that drive the machine in tests; each does one thing.

#include <emscripten.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "machine/machine.hpp"
#include "program/program.hpp"

namespace machine = gilbox::machine;
using machine::Arguments;

namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

void print(std::string_view text) {
  static_cast<void>(machine::write(machine::standard_pipe(1), bytes_of(text)));
}

int number(Arguments arguments, std::size_t index, int otherwise) {
  return index < arguments.size() ? std::atoi(arguments[index].data()) : otherwise;
}

volatile unsigned sink;

unsigned burn(unsigned rounds) {
  unsigned x = 1;
  for (unsigned round = 0; round < rounds; ++round) x = x * 1664525u + 1013904223u;
  return x;
}

}  // namespace

// Prints its arguments, one a line; without arguments copies its input.
GILBOX_PROGRAM("echo", arguments) {
  for (const std::string_view argument : arguments.subspan(1)) {
    print(argument);
    print("\n");
  }
  if (arguments.size() > 1) return 0;
  std::vector<std::byte> buffer(64 * 1024);
  for (;;) {
    const auto count = machine::read(machine::standard_pipe(0), buffer);
    if (!count || *count == 0) return count ? 0 : 1;
    if (!machine::write(machine::standard_pipe(1), std::span(buffer).first(*count))) return 1;
  }
}

GILBOX_PROGRAM("exit", arguments) { return number(arguments, 1, 0); }

GILBOX_PROGRAM("environment", arguments) {
  for (const std::string_view name : arguments.subspan(1)) {
    const char* const value = std::getenv(name.data());
    std::printf("%s=%s\n", name.data(), value != nullptr ? value : "(unset)");
  }
  return 0;
}

// Computes for ever, looking at the kill word now and then, as an interpreter does.
GILBOX_PROGRAM("spin", arguments) {
  print("spinning\n");
  for (;;) {
    sink = burn(10000);
    machine::check_kill();
  }
}

// Computes for ever in one native loop that looks at nothing but the kill word, in each of N
// threads.
GILBOX_PROGRAM("spin-threads", arguments) {
  std::vector<std::thread> threads;
  for (int index = 0; index < number(arguments, 1, 2); ++index) {
    threads.emplace_back([] {
      for (;;) {
        sink = burn(100000);
        machine::check_kill();
      }
    });
  }
  print("spinning\n");
  for (;;) machine::park(machine::parking_word(), machine::kForever);
}

// Looks at nothing: only the termination of its worker ends it.
GILBOX_PROGRAM("spin-deaf", arguments) {
  print("spinning\n");
  for (;;) sink = burn(1000000);
}

GILBOX_PROGRAM("sleep", arguments) {
  print("sleeping\n");
  const double until = number(arguments, 1, 1000);
  const std::uint32_t seen = machine::parking_word();
  machine::park(seen, until);
  return 0;
}

// Allocates until there is nothing left, then says how much it got.
GILBOX_PROGRAM("fill", arguments) {
  constexpr std::size_t kBlock = 1 << 20;
  struct Block {
    Block* next;
    std::byte rest[kBlock - sizeof(Block*)];
  };
  Block* volatile blocks_until_now =
      nullptr;  // volatile: or the compiler sees that nobody reads them
  int blocks = 0;
  while (auto* const block = static_cast<Block*>(std::malloc(sizeof(Block)))) {
    std::memset(block, 1, sizeof(Block));
    block->next = blocks_until_now;
    blocks_until_now = block;
    ++blocks;
  }
  std::printf("%d MiB\n", blocks);
  return blocks > 0 ? 0 : 1;
}

GILBOX_PROGRAM("trap", arguments) {
  machine::name_this_thread("the trapping thread");
  __builtin_trap();
}

GILBOX_PROGRAM("abort", arguments) { std::abort(); }

// Starts N threads at once; each adds its number.
GILBOX_PROGRAM("threads", arguments) {
  const int count = number(arguments, 1, 32);
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int index = 1; index <= count; ++index)
    threads.emplace_back([&sum, index] { sum += index; });
  for (std::thread& thread : threads) thread.join();
  std::printf("%d\n", sum.load());
  return 0;
}

// N threads that are all there at once before each adds its number.
GILBOX_PROGRAM("threads-at-once", arguments) {
  const int count = number(arguments, 1, 32);
  std::atomic<int> there{0};
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int index = 1; index <= count; ++index) {
    threads.emplace_back([&there, &sum, index, count] {
      ++there;
      there.notify_all();
      for (int now; (now = there) < count;) there.wait(now);
      sum += index;
    });
  }
  for (std::thread& thread : threads) thread.join();
  print(std::to_string(sum.load()) + "\n");
  return 0;
}

// Two threads, two locks, opposite order.
GILBOX_PROGRAM("deadlock", arguments) {
  const auto first = machine::create_semaphore(1, 1);
  const auto second = machine::create_semaphore(1, 1);
  const auto ready = machine::create_semaphore(0, 2);
  if (!first || !second || !ready) return 1;
  auto take = [&](machine::Semaphore one, machine::Semaphore other) {
    machine::acquire(one);
    machine::release(*ready);
    while (machine::value(*ready) != 2) machine::park(machine::parking_word(), 1);
    machine::acquire(other);
  };
  std::thread opposite([&] { take(*second, *first); });
  print("deadlock\n");
  take(*first, *second);
  opposite.join();
  return 0;
}

// Writes N bytes of a known sequence.
GILBOX_PROGRAM("write", arguments) {
  const int total = number(arguments, 1, 10'000'000);
  std::vector<std::byte> buffer(50'000);
  for (int done = 0; done < total;) {
    const int count = std::min<int>(buffer.size(), total - done);
    for (int index = 0; index < count; ++index) {
      buffer[index] = static_cast<std::byte>(static_cast<unsigned>(done + index) * 31 >> 3);
    }
    if (!machine::write(machine::standard_pipe(1), std::span(buffer).first(count))) return 1;
    done += count;
  }
  return 0;
}

// Times in microseconds: one warm start + join (median of 50), 12 threads started at once and
// joined.
GILBOX_PROGRAM("thread-times", arguments) {
  const auto start_and_join = [](int count) {
    const double begin = emscripten_get_now();
    std::vector<std::thread> threads;
    for (int index = 0; index < count; ++index) threads.emplace_back([] { sink = burn(10); });
    for (std::thread& thread : threads) thread.join();
    return (emscripten_get_now() - begin) * 1000;
  };
  const double first = start_and_join(1);
  std::vector<double> each(50);
  for (double& time : each) time = start_and_join(1);
  std::ranges::sort(each);
  const double cold = start_and_join(12);
  const double warm = start_and_join(12);
  std::printf("{\"first\":%.1f,\"warm\":%.1f,\"twelve\":%.1f,\"twelveAgain\":%.1f}\n", first,
              each[each.size() / 2], cold, warm);
  return 0;
}
