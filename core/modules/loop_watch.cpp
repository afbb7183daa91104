#include "modules/loop_watch.hpp"

#include <algorithm>

#include "modules/task_place.hpp"
#include "runtime/type_of.hpp"
#include "trace/names.hpp"

namespace gilbox::py {

bool keeps_loop_stalls = false;

namespace {

std::vector<LoopStall> stalls;

std::string callback_name(Thread& t, const Handle& handle) {
  Var name = get_attr_or_unbound(t, handle.callback, intern(t, std::string_view("__qualname__")));
  if (name.failed()) clear_exception(t);
  if (name.failed() || !is_str(name)) return std::string(type_of(handle.callback)->name);
  Utf8 text(*name.as<Str>());
  return std::string(text.view());
}

std::string words_of(const TaskPlace& place) {
  return place.file + ":" + std::to_string(place.line) + " in " + place.function;
}

void keep(int64_t held, std::string what) {
  if (stalls.size() < kStallsKept) return stalls.push_back({held, std::move(what)});
  auto least =
      std::min_element(stalls.begin(), stalls.end(),
                       [](const LoopStall& a, const LoopStall& b) { return a.held < b.held; });
  if (least->held >= held) return;
  stalls.erase(least);
  stalls.push_back({held, std::move(what)});
}

}  // namespace

const std::vector<LoopStall>& loop_stalls() { return stalls; }

WatchedStep::WatchedStep(Thread& t, Value entry, bool is_task)
    : task_(is_task ? &task_of(entry) : task_of_callback(entry.as<Handle>()->callback)) {
  if (task_) {
    retain(static_cast<Object*>(task_));  // its step may be the end of it
    const TaskPlace place = place_of(*task_);
    from_ = place.line ? words_of(place) : "its beginning";
  } else {
    from_ = callback_name(t, *entry.as<Handle>());
    trace::emit<trace::Event::callback_begin>(trace::intern(from_));
  }
  began_ = sync::monotonic_now();
}

WatchedStep::~WatchedStep() {
  const int64_t held = sync::monotonic_now() - began_;
  if (held >= kStall) {
    std::string what;
    if (task_) {
      const TaskPlace now = place_of(*task_);
      what = "task " + task_name(*task_) + ", from " + from_ + " to " +
             (now.line ? words_of(now) : "its end");
    } else {
      what = "callback " + from_;
    }
    trace::emit<trace::Event::loop_stalled>(static_cast<uint64_t>(held), trace::intern(what));
    if (keeps_loop_stalls) keep(held, std::move(what));
  }
  if (task_)
    release(static_cast<Object*>(task_));
  else
    trace::emit<trace::Event::callback_end>();
}

}  // namespace gilbox::py
