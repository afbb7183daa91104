// What an event costs, on and off, and how fast traces are collected and written.
#include <string>

#include "figures.hpp"
#include "trace/chrome_trace.hpp"
#include "trace/observer.hpp"

using namespace gilbox;
using namespace gilbox::trace;

namespace {

class CountingSink final : public TextSink {
 public:
  void write(std::string_view text) override { bytes += text.size(); }
  std::size_t bytes = 0;
};

}  // namespace

int main() {
  constexpr std::uint64_t kEvents = 2'000'000;
  std::uint64_t n = 0;
  bench::nanoseconds_each("event while nobody observes", kEvents, [&] {
    emit<Event::gil_taken>(++n, 1);
    bench::keep(n);
  });
  start({.records_per_thread = 1u << 16});
  bench::nanoseconds_each("event while observed", kEvents, [&] { emit<Event::gil_taken>(++n, 1); });
  bench::nanoseconds_each("event at the time of the last", kEvents,
                          [&] { emit_also<Event::gil_taken>(++n, 1); });
  bench::nanoseconds_each("name interned again", kEvents,
                          [&] { bench::keep(intern("threading.Lock")); });
  stop();

  std::vector<Record> records;
  const double collected = bench::median_seconds([&] {
    records.clear();
    Collector().take(records);
  });
  const auto count = static_cast<double>(records.size());
  bench::figure("events collected", count / 1e6 / collected, "million/s");
  const auto names = all_names();
  const ProcessTrace process{.pid = 1, .name = "bench", .records = records, .names = names};
  CountingSink sink;
  const double written = bench::median_seconds([&] { write_chrome_trace(sink, {&process, 1}); });
  bench::figure("events written as Chrome trace", count / 1e6 / written, "million/s");
}
