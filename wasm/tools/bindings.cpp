// What JavaScript sees of the tools module (web/src/tools/gilbox-tools.d.ts has its types).
// Bindings only: what they call is elsewhere.
//
// Threads: one, there are no others in this module.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "program/program_rows.hpp"
#include "trace/chrome_trace.hpp"
#include "trace/events.hpp"

namespace {

using emscripten::val;
namespace machine = gilbox::machine;
namespace trace = gilbox::trace;

val text(std::string_view words) { return val(std::string(words)); }

// A JavaScript array of what `convert` makes of each.
template <class List, class Convert>
val array_of(const List& list, Convert convert) {
  val array = val::array();
  for (const auto& each : list) array.call<void>("push", convert(each));
  return array;
}

std::string version() { return GILBOX_VERSION; }

val programs() {
  return array_of(machine::kProgramRows, [](const machine::ProgramRow& row) {
    val program = val::object();
    program.set("name", text(row.name));
    program.set("arguments", text(row.arguments));
    program.set("words", text(row.words));
    return program;
  });
}

val event_names() {
  return array_of(trace::kEvents, [](const trace::EventInfo& row) { return text(row.name); });
}

// One process of JavaScript's list, with all it refers to.
struct OwnedTrace {
  explicit OwnedTrace(const val& process)
      : pid(process["pid"].as<int>()),
        command(process["command"].as<std::string>()),
        names(emscripten::vecFromJSArray<std::string>(process["names"])) {
    for (const std::string& piece : emscripten::vecFromJSArray<std::string>(process["records"])) {
      const std::size_t before = records.size();
      records.resize(before + piece.size() / sizeof(trace::Record));
      std::memcpy(records.data() + before, piece.data(),
                  (records.size() - before) * sizeof(trace::Record));
    }
    views.assign(names.begin(), names.end());
  }

  OwnedTrace(const OwnedTrace&) = delete;  // its views are into itself
  OwnedTrace& operator=(const OwnedTrace&) = delete;

  trace::ProcessTrace view() const {
    return {.pid = pid, .name = command, .records = records, .names = views};
  }

  int pid;
  std::string command;
  std::vector<std::string> names;
  std::vector<std::string_view> views;
  std::vector<trace::Record> records;
};

class JavaScriptSink final : public trace::TextSink {
 public:
  explicit JavaScriptSink(val receive) : receive_(std::move(receive)) {}
  void write(std::string_view piece) override { receive_(text(piece)); }

 private:
  val receive_;
};

void write_chrome_trace(const val& processes, const val& receive) {
  const std::vector<val> list = emscripten::vecFromJSArray<val>(processes);
  const std::vector<OwnedTrace> owned(list.begin(), list.end());
  std::vector<trace::ProcessTrace> views;
  for (const OwnedTrace& process : owned) views.push_back(process.view());
  JavaScriptSink sink(receive);
  trace::write_chrome_trace(sink, views);
}

}  // namespace

EMSCRIPTEN_BINDINGS(gilbox_tools) {
  emscripten::function("version", &version);
  emscripten::function("programs", &programs);
  emscripten::function("eventNames", &event_names);
  emscripten::function("writeChromeTrace", &write_chrome_trace);
}
