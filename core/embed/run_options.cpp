#include "embed/run_options.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "host/host.hpp"
#include "modules/loop_watch.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/schedule.hpp"
#include "runtime/thread_statistics.hpp"
#include "trace/observer.hpp"
#include "vm/console_stream.hpp"

namespace gilbox::embed {

using namespace py;  // NOLINT

namespace {

std::string_view setting(const char* name) {
  const char* text = std::getenv(name);
  return text ? text : "";
}
bool is_on(const char* name) {
  const std::string_view text = setting(name);
  return !text.empty() && text != "0";
}

double milliseconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

void append_row(std::string& out, const ThreadRow& row) {
  char line[256];
  std::string name(row.number ? trace::name(row.name) : "");
  if (row.number == 0) name = std::to_string(row.count) + " earlier threads";
  if (name.size() > 32) name = name.substr(0, 29) + "...";
  std::snprintf(line, sizeof line, "%-32s %11.2f %11.2f %11.2f %8llu %9llu %8llu\n", name.c_str(),
                milliseconds(row.times.held), milliseconds(row.times.queued),
                milliseconds(row.times.blocked), static_cast<unsigned long long>(row.times.waits),
                static_cast<unsigned long long>(row.times.switches),
                static_cast<unsigned long long>(row.times.forced));
  out += line;
}

// The loop's longest stalls: what kept all other tasks waiting.
void append_stalls(std::string& out) {
  for (const LoopStall& stall : loop_stalls()) {
    char held[48];
    std::snprintf(held, sizeof held, "event loop held for %.0f ms by ", milliseconds(stall.held));
    out.append(held).append(stall.what).append("\n");
  }
}

}  // namespace

std::string apply_run_options() {
  const std::string_view schedule = setting("GILBOX_SCHEDULE");
  if (!schedule.empty() && !set_schedule(schedule))
    return "not a schedule: " + std::string(schedule) +
           " (timed, seed:NUMBER, every:NUMBER or script:NUMBER,NUMBER,…)\n";
  interpreter.deadlock_check = setting("GILBOX_DEADLOCK_CHECK") != "0";
  keeps_loop_stalls = is_on("GILBOX_STATS");
  if (is_on("GILBOX_TRACE")) trace::start({});
  return {};
}

void print_statistics() {
  if (!is_on("GILBOX_STATS")) return;
  std::string out;
  char line[256];
  std::snprintf(line, sizeof line, "\n%-32s %11s %11s %11s %8s %9s %8s\n", "thread", "held ms",
                "for GIL ms", "blocked ms", "waits", "switches", "forced");
  out += line;
  for (const ThreadRow& row : thread_rows()) append_row(out, row);
  std::snprintf(line, sizeof line, "schedule %s, switch interval %.3f ms, %llu switches\n",
                std::string(schedule_name()).c_str(), milliseconds(gil.interval()),
                static_cast<unsigned long long>(gil.switches()));
  out += line;
  append_stalls(out);
  static_cast<void>(
      the_host().descriptors.try_write(host::Descriptor::errors, {out.data(), out.size()}));
}

}  // namespace gilbox::embed
