// TraceFile: records a whole run of this process and writes it as a Chrome trace, which
// https://ui.perfetto.dev opens. A thread of its own empties the rings while the program runs.
//
//   TraceFile trace("out.json", "main.py");   … run …   trace.finish();
//
// Threads: by one thread; finish() may come from another one that ends the process.
#pragma once

#include <string>
#include <vector>

#include "sync/event.hpp"
#include "sync/thread.hpp"
#include "trace/observer.hpp"

namespace gilbox::embed {

class TraceFile {
 public:
  TraceFile(std::string path, std::string program);
  ~TraceFile() { finish(); }
  TraceFile(const TraceFile&) = delete;
  TraceFile& operator=(const TraceFile&) = delete;

  // Stops recording and writes the file; false: it could not be written. Again: nothing.
  bool finish();

 private:
  void collect();

  std::string path_, program_;
  trace::Collector collector_;
  std::vector<trace::Record> records_;
  std::uint64_t missed_ = 0;
  sync::Event stop_;
  sync::Thread thread_;
};

}  // namespace gilbox::embed
