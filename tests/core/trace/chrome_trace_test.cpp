#include "trace/chrome_trace.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace gilbox::trace;

namespace {

class StringSink final : public TextSink {
 public:
  void write(std::string_view piece) override { text += piece; }
  std::string text;
};

std::string exported(std::span<const Record> records,
                     std::span<const std::string_view> names = {}) {
  StringSink sink;
  const ProcessTrace process{.pid = 7, .name = "a \"test\"", .records = records, .names = names};
  write_chrome_trace(sink, {&process, 1});
  return sink.text;
}

// The lines of the file that contain `part`.
std::vector<std::string> lines_with(const std::string& text, std::string_view part) {
  std::vector<std::string> found;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find('\n', from);
    std::string line = text.substr(from, end - from);
    if (line.find(part) != std::string::npos) {
      if (line.ends_with(',')) line.pop_back();
      found.push_back(line);
    }
    if (end == std::string::npos) break;
    from = end + 1;
  }
  return found;
}

}  // namespace

TEST_CASE("a thread's line is filled with its states, one after another") {
  const std::string_view names[] = {"", "worker"};
  const Record records[] = {
      {.time = 1'000, .thread = 2, .event = Event::thread_start, .first = 1},
      {.time = 2'500, .thread = 2, .event = Event::gil_wait, .first = 1},
      {.time = 5'000, .thread = 2, .event = Event::gil_taken, .first = 2'500},
      {.time = 9'001, .thread = 2, .event = Event::thread_exit},
  };
  const std::string text = exported(records, names);
  CHECK(
      lines_with(text, "process_name")[0] ==
      R"({"ph":"M","pid":7,"tid":0,"ts":0.000,"name":"process_name","args":{"name":"a \"test\""}})");
  CHECK(lines_with(text, "thread_name")[0] ==
        R"({"ph":"M","pid":7,"tid":2,"ts":0.000,"name":"thread_name","args":{"name":"worker"}})");
  const auto spans = lines_with(text, R"("ph":"X")");
  REQUIRE(spans.size() == 3);
  CHECK(spans[0] == R"({"ph":"X","pid":7,"tid":2,"ts":0.000,"dur":1.500,"name":"starting",)"
                    R"("args":{"name":"worker","parent":0}})");
  CHECK(spans[1] ==
        R"({"ph":"X","pid":7,"tid":2,"ts":1.500,"dur":2.500,"name":"waiting for the GIL",)"
        R"("args":{"holder":1}})");
  CHECK(spans[2] == R"({"ph":"X","pid":7,"tid":2,"ts":4.000,"dur":4.001,"name":"running",)"
                    R"("args":{"waited":"2.500 us","switches":0}})");
}

TEST_CASE("a wait says what for, whose, and where, and an arrow leads from who ended it") {
  const std::string_view names[] = {"", "f at a.py"};
  const Record records[] = {
      {.time = 0,
       .thread = 1,
       .event = Event::blocked,
       .kind = static_cast<std::uint16_t>(BlockKind::lock),
       .first = 0xAB,
       .second = 2},
      {.time = 1, .thread = 1, .event = Event::source, .first = 1, .second = 12},
      {.time = 2'000, .thread = 2, .event = Event::wake, .first = 1, .second = 0xAB},
      {.time = 3'000, .thread = 1, .event = Event::unblocked, .first = 0xAB},
  };
  const std::string text = exported(records, names);
  const auto spans = lines_with(text, R"("ph":"X")");
  REQUIRE(spans.size() == 2);  // blocked, and what followed until the end
  CHECK(
      spans[0] ==
      R"({"ph":"X","pid":7,"tid":1,"ts":0.000,"dur":3.000,"name":"blocked","args":{"kind":"a lock",)"
      R"("object":"0xab","holder":2,"code":"f at a.py","line":12}})");
  const auto start = lines_with(text, R"("ph":"s")");
  const auto end = lines_with(text, R"("ph":"f")");
  REQUIRE(start.size() == 1);
  REQUIRE(end.size() == 1);
  CHECK(start[0].find(R"("tid":2,"ts":2.000)") != std::string::npos);
  CHECK(end[0].find(R"("tid":1,"ts":3.000)") != std::string::npos);
  CHECK(start[0].find(R"("id":"1")") != std::string::npos);
  CHECK(end[0].find(R"("id":"1")") != std::string::npos);
}

TEST_CASE("tasks and loops have lines of their own, under names") {
  const std::string_view names[] = {"", "fetch"};
  const Record records[] = {
      {.time = 0, .thread = 1, .event = Event::task_created, .first = ~0ull, .second = 1},
      {.time = 10, .thread = 1, .event = Event::task_step, .first = ~0ull},
      {.time = 20, .thread = 1, .event = Event::task_done, .first = ~0ull},
      {.time = 30, .thread = 1, .event = Event::loop_idle, .first = 40},
  };
  const std::string text = exported(records, names);
  CHECK(lines_with(text, "\"fetch\"").size() == 2);
  CHECK(lines_with(text, "event loop").size() == 1);
  CHECK(lines_with(text, R"("name":"running")").size() == 1);
  CHECK(lines_with(text, R"("tid":10000000)").size() == 3);
}

TEST_CASE("a mark is a moment under its own words, with whatever bytes they have") {
  const std::string_view names[] = {"", "a\n\"b\"\\\xFF\xC3\xA4"};
  const Record records[] = {
      {.time = 5, .thread = 1, .event = Event::mark, .first = 1, .second = 3}};
  const auto lines = lines_with(exported(records, names), R"("ph":"i")");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("\"a\\u000a\\\"b\\\"\\\\\xEF\xBF\xBD\xC3\xA4\"") != std::string::npos);
}

TEST_CASE("a record of an unknown event is left out") {
  const Record records[] = {{.time = 5, .thread = 1, .event = static_cast<Event>(9999)}};
  CHECK(lines_with(exported(records), "9999").empty());
}
