// gilbox-native [-c CODE | dis FILE | FILE] [ARGUMENTS]: the interpreter on the real system, for
// tests. Switches of the environment: GILBOX_MEMORY=bytes limits the memory of Python objects;
// GILBOX_SEED=number runs under the seeded switch policy; GILBOX_CENSUS=1 says how many objects are
// left at the end.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "embed/interpreter.hpp"
#include "host/native_host.hpp"
#include "runtime/object.hpp"
#include "runtime/switch_policy.hpp"

namespace {

gilbox::embed::Interpreter* running = nullptr;

void on_interrupt(int) {
  if (running) running->interrupt();
}

unsigned long long number_of(const char* name) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : 0;
}

int run(gilbox::embed::Interpreter& interpreter, std::vector<std::string_view> words) {
  if (words.empty()) {
    std::fputs("usage: gilbox-native [-c CODE | dis FILE | FILE] [ARGUMENTS]\n", stderr);
    return 2;
  }
  if (words[0] == "-c") {
    if (words.size() < 2) {
      std::fputs("Argument expected for the -c option\n", stderr);
      return 2;
    }
    const std::string_view code = words[1];
    words.erase(words.begin() + 1);
    return interpreter.run_text(code, words);
  }
  if (words[0] == "dis" && words.size() > 1) return interpreter.disassemble(words[1]);
  return interpreter.run_file(words[0], words);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string_view> words(arguments + 1, arguments + count);
  gilbox::host::NativeHost native;
  gilbox::host::Host host = native.host();
  std::optional<gilbox::py::SeededPolicy> seeded;
  if (const auto seed = number_of("GILBOX_SEED")) {
    seeded.emplace(seed, 50);
    gilbox::py::switch_policy = &*seeded;
  }
  gilbox::embed::Options options;
  options.memory_limit = number_of("GILBOX_MEMORY");
  int code = 1;
  {
    gilbox::embed::Interpreter interpreter(host, options);
    if (!interpreter.ok()) {
      std::fputs("gilbox: not enough memory to start\n", stderr);
      return 1;
    }
    running = &interpreter;
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGPIPE, SIG_IGN);
    code = run(interpreter, std::move(words));
    running = nullptr;
    const auto left = interpreter.finish();
    if (std::getenv("GILBOX_CENSUS") && left) {
      std::fprintf(stderr, "census: %llu objects are left\n",
                   static_cast<unsigned long long>(left));
      gilbox::py::print_census([](const char* name, uint64_t n) {
        std::fprintf(stderr, "  %8llu  %s\n", static_cast<unsigned long long>(n), name);
      });
    }
  }
  return code;
}
