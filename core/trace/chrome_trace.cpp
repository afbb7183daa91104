#include "trace/chrome_trace.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/integer_text.hpp"
#include "trace/json_text.hpp"

namespace gilbox::trace {

namespace {

// Lines of the picture: threads under their own numbers, loops and tasks above them.
constexpr std::int64_t kFirstLoopLine = 1'000'000;
constexpr std::int64_t kFirstTaskLine = 10'000'000;

// Facts about the state a track is in, rather than moments of their own.
bool describes_state(Event event) { return event == Event::blocked_name || event == Event::source; }

class Exporter {
 public:
  Exporter(JsonText& json, std::int64_t start) : json_(json), start_(start) {}

  void write(const ProcessTrace& process) {
    process_ = &process;
    tracks_.clear();
    tasks_.clear();
    wakes_.clear();
    name_line("process_name", process.pid, 0, process.name);
    for (const Record& record : process.records) take(record);
    const std::int64_t end = process.records.empty() ? start_ : process.records.back().time;
    std::vector<const Track*> open;
    for (const auto& [key, track] : tracks_) {
      if (track.is_open) open.push_back(&track);
    }
    std::sort(open.begin(), open.end(),
              [](const Track* a, const Track* b) { return a->line < b->line; });
    for (const Track* track : open) close(*track, end);
  }

 private:
  struct Track {
    std::int32_t pid = 0;
    std::int64_t line = 0;
    bool is_open = false;
    Record opened;                // the record that brought the state
    std::vector<Record> details;  // what was said about it since
  };
  struct Wake {
    std::int64_t time;
    std::int64_t line;
    std::uint64_t object;
  };

  void take(const Record& record) {
    if (static_cast<std::size_t>(record.event) >= kEventCount) return;
    const EventInfo& row = info(record.event);
    note_names(record);
    Track& track = track_of(record, row.track);
    if (row.state != State::unchanged) {
      if (track.is_open) close(track, record.time);
      track.is_open = row.state != State::ended;
      track.opened = record;
      track.details.clear();
    } else if (describes_state(record.event) && track.is_open) {
      track.details.push_back(record);
    } else if (record.event != Event::thread_name) {
      instant(track, record);
    }
    arrows(record, track);
  }

  Track& track_of(const Record& record, trace::Track kind) {
    switch (kind) {
      case trace::Track::task: return track(process_->pid, task_line(record.first));
      case trace::Track::loop: return track(process_->pid, kFirstLoopLine + record.thread);
      case trace::Track::process: return track(static_cast<std::int32_t>(record.first), 0);
      case trace::Track::thread:
      case trace::Track::none: break;
    }
    return track(process_->pid, record.thread);
  }

  Track& track(std::int32_t pid, std::int64_t line) {
    const auto key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(pid)) << 32 |
                     static_cast<std::uint64_t>(line);
    auto [at, is_new] = tracks_.try_emplace(key);
    if (is_new) {
      at->second.pid = pid;
      at->second.line = line;
      if (line >= kFirstLoopLine && line < kFirstTaskLine) {
        name_line("thread_name", pid, line, "event loop");
      }
    }
    return at->second;
  }

  // Tasks are numbered as they come up: their own numbers may be any 64 bits.
  std::int64_t task_line(std::uint64_t task) {
    const auto next = kFirstTaskLine + static_cast<std::int64_t>(tasks_.size());
    return tasks_.try_emplace(task, next).first->second;
  }

  void note_names(const Record& record) {
    if (record.event == Event::thread_start) {
      name_line("thread_name", process_->pid, record.thread, text(record.first));
    } else if (record.event == Event::thread_name) {
      name_line("thread_name", process_->pid, static_cast<std::int64_t>(record.second),
                text(record.first));
    } else if (record.event == Event::task_created) {
      name_line("thread_name", process_->pid, task_line(record.first), text(record.second));
    } else if (record.event == Event::process_spawn) {
      name_line("process_name", static_cast<std::int32_t>(record.first), 0, text(record.second));
    }
  }

  std::string_view text(std::uint64_t number) const {
    return number < process_->names.size() ? process_->names[number] : std::string_view("?");
  }

  // {"ph":"P","pid":1,"tid":2,"ts":3.000
  JsonText& begin(std::string_view phase, std::int32_t pid, std::int64_t line, std::int64_t time) {
    json_.raw(first_ ? "\n{" : ",\n{").raw("\"ph\":\"").raw(phase).raw("\",\"pid\":").number(pid);
    first_ = false;
    return json_.raw(",\"tid\":").number(line).raw(",\"ts\":").microseconds(time - start_);
  }

  void name_line(std::string_view what, std::int32_t pid, std::int64_t line,
                 std::string_view name) {
    begin("M", pid, line, start_).raw(",\"name\":\"").raw(what).raw("\",\"args\":{\"name\":");
    json_.quoted(name).raw("}}");
  }

  void close(const Track& track, std::int64_t end) {
    const EventInfo& row = info(track.opened.event);
    begin("X", track.pid, track.line, track.opened.time);
    json_.raw(",\"dur\":").microseconds(end - track.opened.time).raw(",\"name\":");
    json_.quoted(words(row.state)).raw(",\"args\":{");
    bool first = arguments(track.opened, true);
    for (const Record& detail : track.details) first = arguments(detail, first);
    json_.raw("}}");
  }

  void instant(const Track& track, const Record& record) {
    const EventInfo& row = info(record.event);
    begin("i", track.pid, track.line, record.time).raw(",\"s\":\"t\",\"name\":");
    json_.quoted(record.event == Event::mark ? text(record.first) : row.name).raw(",\"args\":{");
    arguments(record, true);
    json_.raw("}}");
  }

  bool arguments(const Record& record, bool first) {
    const EventInfo& row = info(record.event);
    const auto kinds_of_row = kinds(row.kinds);
    if (record.kind < kinds_of_row.size()) {
      json_.raw(first ? "\"kind\":" : ",\"kind\":").quoted(kinds_of_row[record.kind].words);
      first = false;
    }
    first = argument(row.first, row.first_type, record.first, first);
    return argument(row.second, row.second_type, record.second, first);
  }

  bool argument(std::string_view name, ArgumentType type, std::uint64_t value, bool first) {
    if (type == ArgumentType::none) return first;
    if (!first) json_.raw(",");
    json_.quoted(name).raw(":");
    switch (type) {
      case ArgumentType::text: json_.quoted(text(value)); break;
      case ArgumentType::duration:
        json_.raw("\"").microseconds(static_cast<std::int64_t>(value)).raw(" us\"");
        break;
      case ArgumentType::time:
        json_.raw("\"").microseconds(static_cast<std::int64_t>(value) - start_).raw(" us\"");
        break;
      case ArgumentType::object:
      case ArgumentType::message: {
        char digits[base::kIntegerTextBytes];
        json_.raw("\"0x").raw(base::write_unsigned(value, 16, digits)).raw("\"");
        break;
      }
      default: json_.number(static_cast<std::int64_t>(value));
    }
    return false;
  }

  void arrows(const Record& record, const Track& track) {
    switch (record.event) {
      case Event::wake: wakes_[record.first] = {record.time, track.line, record.second}; break;
      case Event::unblocked: {
        const auto wake = wakes_.find(record.thread);
        if (wake == wakes_.end()) break;
        if (wake->second.object == record.first || record.first == 0) {
          arrow("s", wake->second.line, wake->second.time, "wake-up", ++arrow_);
          arrow("f", track.line, record.time, "wake-up", arrow_);
        }
        wakes_.erase(wake);
        break;
      }
      case Event::task_wake:
        if (record.second == 0) break;
        arrow("s", task_line(record.second), record.time, "wake-up", ++arrow_);
        arrow("f", track.line, record.time, "wake-up", arrow_);
        break;
      case Event::message_send: arrow("s", track.line, record.time, "message", record.first); break;
      case Event::message_receive:
        arrow("f", track.line, record.time, "message", record.first);
        break;
      default: break;
    }
  }

  // Both ends of an arrow have the same name and number, in all processes of the file.
  void arrow(std::string_view phase, std::int64_t line, std::int64_t time, std::string_view name,
             std::uint64_t number) {
    char digits[base::kIntegerTextBytes];
    begin(phase, process_->pid, line, time).raw(",\"bp\":\"e\",\"cat\":").quoted(name);
    json_.raw(",\"name\":").quoted(name).raw(",\"id\":\"");
    json_.raw(base::write_unsigned(number, 10, digits)).raw("\"}");
  }

  JsonText& json_;
  std::int64_t start_;
  const ProcessTrace* process_ = nullptr;
  bool first_ = true;
  std::uint64_t arrow_ = 0;
  std::unordered_map<std::uint64_t, Track> tracks_;
  std::unordered_map<std::uint64_t, std::int64_t> tasks_;
  std::unordered_map<std::uint64_t, Wake> wakes_;
};

}  // namespace

void write_chrome_trace(TextSink& sink, std::span<const ProcessTrace> processes) {
  std::int64_t start = INT64_MAX;
  for (const ProcessTrace& process : processes) {
    if (!process.records.empty()) start = std::min(start, process.records.front().time);
  }
  JsonText json(sink);
  json.raw("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
  Exporter exporter(json, start == INT64_MAX ? 0 : start);
  for (const ProcessTrace& process : processes) exporter.write(process);
  json.raw("\n]}\n");
}

}  // namespace gilbox::trace
