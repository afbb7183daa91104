// gilbox-native [OPTIONS] [-c CODE | dis FILE | FILE] [ARGUMENTS]: the interpreter on the real
// system, for tests. Options: those of `gilbox run` (options_of). Switches of the environment:
// those of run_options.hpp; GILBOX_MEMORY=bytes limits the memory of Python objects;
// GILBOX_CENSUS=1 says how many objects are left at the end.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "embed/interpreter.hpp"
#include "embed/run_options.hpp"
#include "embed/trace_file.hpp"
#include "host/native_host.hpp"
#include "runtime/object.hpp"
#include "vm/deadlock.hpp"

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
    std::fputs(
        "usage: gilbox-native [--schedule S] [--trace FILE] [--stats] [--no-deadlock-check]\n"
        "                     [-c CODE | dis FILE | FILE | - | -i] [ARGUMENTS]\n",
        stderr);
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
  if (words[0] == "-") return interpreter.run_input(words);
  if (words[0] == "-i") {
    words[0] = "";
    return interpreter.run_interactive(words);
  }
  return interpreter.run_file(words[0], words);
}

// script:FILE with the file's text in its place.
std::string with_script(std::string_view schedule) {
  std::string text(schedule);
  std::FILE* file =
      schedule.starts_with("script:") ? std::fopen(text.c_str() + strlen("script:"), "r") : nullptr;
  if (!file) return text;
  text = "script:";
  char buffer[4096];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, got);
  std::fclose(file);
  return text;
}

// Takes the options off the words; false: wrong ones.
bool options_of(std::vector<std::string_view>& words, std::string& trace_file) {
  while (!words.empty() && words[0].starts_with("--")) {
    const std::string_view word = words[0];
    const bool has_value = word == "--schedule" || word == "--trace";
    if (has_value && words.size() < 2) return false;
    if (word == "--schedule")
      setenv("GILBOX_SCHEDULE", with_script(words[1]).c_str(), 1);
    else if (word == "--trace")
      trace_file = words[1];
    else if (word == "--stats")
      setenv("GILBOX_STATS", "1", 1);
    else if (word == "--no-deadlock-check")
      setenv("GILBOX_DEADLOCK_CHECK", "0", 1);
    else
      return false;
    words.erase(words.begin(), words.begin() + (has_value ? 2 : 1));
  }
  return true;
}

std::unique_ptr<gilbox::embed::TraceFile> trace;

void before_exit() {
  gilbox::embed::print_statistics();
  if (trace) trace->finish();
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string_view> words(arguments + 1, arguments + count);
  gilbox::host::NativeHost native;
  gilbox::host::Host host = native.host();
  std::string trace_file;
  if (!options_of(words, trace_file)) words.clear();
  if (const std::string wrong = gilbox::embed::apply_run_options(); !wrong.empty()) {
    std::fprintf(stderr, "gilbox: %s", wrong.c_str());
    return 2;
  }
  if (!trace_file.empty())
    trace = std::make_unique<gilbox::embed::TraceFile>(trace_file, std::string(words[0]));
  gilbox::py::before_exit_hook = before_exit;
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
    before_exit();
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
