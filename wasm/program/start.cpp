// From the host worker to a program's main function.
//
// The host asks for room for the start block (argument and environment strings), fills it and calls
// gilbox_start(), which starts the program's main thread and returns: the host's event loop stays
// free to start further threads. The process ends when main returns, whatever other threads do.

#include <emscripten.h>
#include <emscripten/eventloop.h>
#include <pthread.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "machine/blocks.hpp"
#include "machine/machine.hpp"
#include "program/program.hpp"

namespace gilbox::machine {

namespace {

constexpr std::size_t kMainStackBytes = 1024 * 1024;
constexpr int kNoSuchProgram = 127;

char* start_bytes = nullptr;
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
  StartBlock block;
  std::memcpy(&block, start_bytes, sizeof block);
  const auto* const grants = reinterpret_cast<const Grant*>(start_bytes + sizeof block);
  inherited = std::span(grants, block.descriptors);
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

static_assert(sizeof(Grant) == 12);

}  // namespace

std::span<const Grant> inherited_descriptors() { return inherited; }

}  // namespace gilbox::machine

extern "C" {

EMSCRIPTEN_KEEPALIVE void* gilbox_start_block(std::size_t bytes) {
  return gilbox::machine::start_bytes = static_cast<char*>(std::malloc(bytes));
}

EMSCRIPTEN_KEEPALIVE void gilbox_start() {
  // The host worker lives as long as the process: Emscripten must not think that its work is done.
  emscripten_runtime_keepalive_push();
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, gilbox::machine::kMainStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, gilbox::machine::run_program, nullptr) != 0)
    std::abort();
  pthread_attr_destroy(&attributes);
}
}
