// Programs that start other programs and talk to them.

#include <emscripten.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "machine/machine.hpp"
#include "program/program.hpp"

namespace machine = gilbox::machine;
using machine::Arguments;

namespace {

int number(Arguments arguments, std::size_t index, int otherwise) {
  return index < arguments.size() ? std::atoi(arguments[index].data()) : otherwise;
}

bool write_all(machine::Pipe pipe, std::span<const std::byte> bytes) {
  const auto count = machine::write(pipe, bytes);
  return count && *count == bytes.size();
}

bool read_all(machine::Pipe pipe, std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const auto count = machine::read(pipe, bytes);
    if (!count || *count == 0) return false;
    bytes = bytes.subspan(*count);
  }
  return true;
}

// A child between two pipes of its own.
struct Peer {
  machine::Pipe to;
  machine::Pipe from;
  machine::Pid pid;
};

machine::Outcome<Peer> start_peer(std::vector<std::string_view> arguments, std::size_t capacity) {
  const auto to = machine::create_pipe(capacity);
  const auto from = machine::create_pipe(capacity);
  if (!to || !from) return std::unexpected(machine::Error::no_memory);
  const auto child = machine::spawn({.arguments = arguments, .input = *to, .output = *from});
  if (!child) return std::unexpected(child.error());
  machine::close_pipe(*to, machine::End::read);
  machine::close_pipe(*from, machine::End::write);
  return Peer{*to, *from, *child};
}

}  // namespace

// Runs its arguments as a program, with its own standard streams; exits with the child's code.
GILBOX_PROGRAM("run", arguments) {
  const auto child = machine::spawn({.arguments = {arguments.begin() + 1, arguments.end()}});
  if (!child) return 100 + static_cast<int>(child.error());
  const auto code = machine::wait_for_exit(*child);
  machine::reap(*child);
  return code ? *code : 1;
}

// 2 R round trips of N bytes through a child `echo`; of the second half prints microseconds for
// each.
GILBOX_PROGRAM("ping-pong", arguments) {
  const int rounds = number(arguments, 1, 1000);
  const int size = number(arguments, 2, 5);
  const auto echo = start_peer({"echo"}, machine::kPipeCapacity);
  if (!echo) return 1;
  std::vector<std::byte> out(size, std::byte{7});
  std::vector<std::byte> back(size);
  // The first half waits for the child to start and for the engine to compile.
  double start = 0;
  for (int round = -rounds; round < rounds; ++round) {
    if (round == 0) start = emscripten_get_now();
    out[0] = static_cast<std::byte>(round);
    if (!write_all(echo->to, out) || !read_all(echo->from, back) || back != out) return 2;
  }
  const double each = (emscripten_get_now() - start) / rounds;
  machine::close_pipe(echo->to, machine::End::write);
  const auto code = machine::wait_for_exit(echo->pid);
  std::printf("%.2f us\n", each * 1000);
  return code ? *code : 3;
}

// Reads messages of N bytes until the end of its input; answers each with its first byte.
GILBOX_PROGRAM("swallow", arguments) {
  std::vector<std::byte> message(number(arguments, 1, 1));
  while (read_all(machine::standard_pipe(0), message)) {
    if (!write_all(machine::standard_pipe(1), std::span(message).first(1))) return 1;
  }
  return 0;
}

// Sends R messages of N bytes to a child `swallow` over pipes of C bytes; prints MB/s.
GILBOX_PROGRAM("throughput", arguments) {
  const int rounds = number(arguments, 1, 1000);
  const std::string size = std::to_string(number(arguments, 2, 32768));
  const auto peer = start_peer({"swallow", size}, number(arguments, 3, machine::kPipeCapacity));
  if (!peer) return 1;
  std::vector<std::byte> message(std::atoi(size.c_str()));
  std::byte answer{};
  double start = 0;
  for (int round = -1; round < rounds; ++round) {  // -1: the child starts
    if (round == 0) start = emscripten_get_now();
    message[0] = static_cast<std::byte>(round);
    if (!write_all(peer->to, message) || !read_all(peer->from, std::span(&answer, 1))) return 2;
    if (answer != message[0]) return 3;
  }
  const double seconds = (emscripten_get_now() - start) / 1000;
  machine::close_pipe(peer->to, machine::End::write);
  std::printf("%.1f MB/s\n", message.size() * static_cast<double>(rounds) / seconds / 1e6);
  return 0;
}

// Sends N bytes of a known sequence to itself as a child that reads slowly; both say the same
// checksum.
GILBOX_PROGRAM("checksums", arguments) {
  const int total = number(arguments, 1, 10'000'000);
  std::uint32_t sum = 1;
  const auto count_in = [&sum](std::span<const std::byte> bytes) {
    for (const std::byte byte : bytes) sum = sum * 31 + static_cast<std::uint32_t>(byte);
  };
  std::vector<std::byte> buffer(50'000);
  if (arguments.size() > 2) {  // the child
    for (int reads = 0;; ++reads) {
      const auto count = machine::read(machine::standard_pipe(0), buffer);
      if (!count) return 1;
      if (*count == 0) break;
      count_in(std::span(buffer).first(*count));
      if (reads % 100 == 0) machine::park(machine::parking_word(), 2);
    }
    return write_all(machine::standard_pipe(1), std::as_bytes(std::span(&sum, 1))) ? 0 : 1;
  }
  const auto child = start_peer({"checksums", "0", "child"}, machine::kPipeCapacity);
  if (!child) return 2;
  for (int done = 0; done < total;) {
    const std::size_t count = std::min<std::size_t>(buffer.size(), total - done);
    for (std::size_t index = 0; index < count; ++index) {
      buffer[index] = static_cast<std::byte>((done + index) * 31 >> 3);
    }
    if (!write_all(child->to, std::span(buffer).first(count))) return 3;
    count_in(std::span(buffer).first(count));
    done += static_cast<int>(count);
  }
  machine::close_pipe(child->to, machine::End::write);
  std::uint32_t theirs = 0;
  if (!read_all(child->from, std::as_writable_bytes(std::span(&theirs, 1)))) return 4;
  if (theirs != sum) std::printf("%u sent, %u received\n", sum, theirs);
  return theirs == sum ? 0 : 5;
}

// Kills a child that spins and reports how that looks from here.
GILBOX_PROGRAM("kill-child", arguments) {
  const auto pipe = machine::create_pipe();
  const auto child = machine::spawn({.arguments = {"spin"}, .output = *pipe});
  if (!child) return 1;
  machine::close_pipe(*pipe, machine::End::write);
  std::byte first;
  if (!read_all(*pipe, std::span(&first, 1))) return 2;
  machine::kill(*child, 9);
  const auto code = machine::wait_for_exit(*child);
  std::vector<std::byte> rest(100);
  for (;;) {
    const auto count = machine::read(*pipe, rest);
    if (!count) return 3;
    if (*count == 0) break;
  }
  std::printf("exit code %d, then end of file\n", code ? *code : 0);
  return 0;
}
