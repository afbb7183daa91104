// Writes records as a Chrome trace (JSON), which https://ui.perfetto.dev and chrome://tracing open.
//
//   FileSink sink(file);
//   write_chrome_trace(sink, {{.pid = 1, .name = "python primes.py", .records = records, .names =
//   all_names()}});
//
// What comes out: a line a thread, event loop and task, filled with the states of events.def one
// after another; moments as instants with all their arguments; arrows from each wake-up to what it
// woke, and from each message sent to its receipt. Times are microseconds from the first record.
// Source: "Trace Event Format" (Google), as far as Perfetto reads it.
// Threads: one call at a time a sink. Allocates; memory is proportional to the tracks, not to the
// records.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "trace/record.hpp"

namespace gilbox::trace {

class TextSink {
 public:
  virtual ~TextSink() = default;
  // Pieces of some ten kilobytes, in order.
  virtual void write(std::string_view text) = 0;
};

struct ProcessTrace {
  std::int32_t pid = 1;
  std::string_view name;
  std::span<const Record> records;          // ordered by time
  std::span<const std::string_view> names;  // what text arguments number
};

void write_chrome_trace(TextSink& sink, std::span<const ProcessTrace> processes);

}  // namespace gilbox::trace
