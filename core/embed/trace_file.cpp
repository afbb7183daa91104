#include "embed/trace_file.hpp"

#include <cstdio>
#include <utility>

#include "sync/clock.hpp"
#include "trace/chrome_trace.hpp"

namespace gilbox::embed {

namespace {

constexpr sync::Nanoseconds kEvery = 20 * sync::kMillisecond;

class FileSink final : public trace::TextSink {
 public:
  explicit FileSink(std::FILE* file) : file_(file) {}
  void write(std::string_view text) override {
    ok_ = std::fwrite(text.data(), 1, text.size(), file_) == text.size() && ok_;
  }
  bool ok() const { return ok_; }

 private:
  std::FILE* file_;
  bool ok_ = true;
};

}  // namespace

TraceFile::TraceFile(std::string path, std::string program)
    : path_(std::move(path)), program_(std::move(program)) {
  trace::start({.records_per_thread = 1 << 15});
  auto thread = sync::Thread::start({.name = "trace"}, [this] { collect(); });
  if (thread) thread_ = std::move(*thread);
}

void TraceFile::collect() {
  do missed_ += collector_.take(records_);
  while (stop_.wait_until(sync::monotonic_now() + kEvery) == sync::WaitResult::timed_out);
}

bool TraceFile::finish() {
  if (path_.empty()) return true;
  trace::stop();
  stop_.set();
  if (thread_.joinable()) thread_.join();
  missed_ += collector_.take(records_);
  std::FILE* file = std::fopen(std::exchange(path_, {}).c_str(), "w");
  if (!file) return false;
  FileSink sink(file);
  const auto names = trace::all_names();
  const trace::ProcessTrace process{.name = program_, .records = records_, .names = names};
  trace::write_chrome_trace(sink, {&process, 1});
  if (missed_ != 0)
    std::fprintf(stderr, "gilbox: the trace lacks %llu events\n",
                 static_cast<unsigned long long>(missed_));
  return (std::fclose(file) == 0) && sink.ok();
}

}  // namespace gilbox::embed
