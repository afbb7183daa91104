// From the host worker to a program's main function.
//
// gilbox_warm() starts the main thread before there is a program for it: it makes what every
// program needs and waits. The host asks for room for the start block (argument and environment
// strings), fills it and calls gilbox_start(), which starts the program's main thread and returns:
// the host's event loop stays free to start further threads. The process ends when main returns,
// whatever other threads do.

#include <emscripten.h>
#include <emscripten/atomic.h>
#include <emscripten/eventloop.h>
#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "machine/blocks.hpp"
#include "machine/machine.hpp"
#include "program/program.hpp"

namespace gilbox::machine {

namespace {

constexpr std::size_t kMainStackBytes = 1024 * 1024;
constexpr int kNoSuchProgram = 127;

// Plain pointer, constant-initialised: set from a static constructor.
constinit void (*warm_up)(bool spare) = nullptr;
// 0 until the host has written the start block, then 1; written once, by the host worker's thread.
constinit std::atomic<std::uint32_t> started = 0;
bool has_main_thread = false;  // the host worker's thread only
bool is_spare = false;         // written before the main thread starts

char* start_bytes = nullptr;
// Of the main thread: set when it has read the start block, which may have been written while it
// still prepared.
bool has_read_start_block = false;
std::span<const Grant> inherited;

// Strings with a NUL after each.
std::vector<std::string_view> split(const char* at, std::size_t bytes) {
  std::vector<std::string_view> parts;
  for (const char* const end = at + bytes; at < end; at += parts.back().size() + 1) {
    parts.emplace_back(at);
  }
  return parts;
}

void* run_program(void*) {
  if (warm_up != nullptr && started.load() == 0) warm_up(is_spare);
  while (started.load() == 0) emscripten_atomic_wait_u32(&started, 0, -1);
  StartBlock block;
  std::memcpy(&block, start_bytes, sizeof block);
  const auto* const grants = reinterpret_cast<const Grant*>(start_bytes + sizeof block);
  inherited = std::span(grants, block.descriptors);
  has_read_start_block = true;
  char* const strings = start_bytes + sizeof block + inherited.size_bytes();
  const std::vector<std::string_view> arguments = split(strings, block.arguments_bytes);
  for (const std::string_view entry :
       split(strings + block.arguments_bytes, block.environment_bytes)) {
    putenv(const_cast<char*>(entry.data()));  // stays in the start block
  }
  const Program* const program = arguments.empty() ? nullptr : Program::find(arguments[0]);
  int code = kNoSuchProgram;
  if (program != nullptr) {
    code = program->run(arguments);
  } else {
    std::fprintf(stderr, "%s: no such program\n", arguments.empty() ? "" : arguments[0].data());
  }
  std::fflush(nullptr);
  exit_process(code);
}

void start_main_thread() {
  if (std::exchange(has_main_thread, true)) return;
  // The host worker lives as long as the process: Emscripten must not think that its work is done.
  emscripten_runtime_keepalive_push();
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kMainStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, run_program, nullptr) != 0) std::abort();
  pthread_attr_destroy(&attributes);
}

static_assert(sizeof(Grant) == 12);

}  // namespace

std::span<const Grant> inherited_descriptors() { return inherited; }

bool has_started() { return has_read_start_block; }

Warming::Warming(void (*prepare)(bool spare)) { warm_up = prepare; }

}  // namespace gilbox::machine

extern "C" {

EMSCRIPTEN_KEEPALIVE void* gilbox_start_block(std::size_t bytes) {
  return gilbox::machine::start_bytes = static_cast<char*>(std::malloc(bytes));
}

EMSCRIPTEN_KEEPALIVE void gilbox_warm(int spare) {
  gilbox::machine::is_spare = spare != 0;
  gilbox::machine::start_main_thread();
}

EMSCRIPTEN_KEEPALIVE void gilbox_start() {
  gilbox::machine::started.store(1);
  emscripten_atomic_notify(&gilbox::machine::started, EMSCRIPTEN_NOTIFY_ALL_WAITERS);
  gilbox::machine::start_main_thread();
}
}
