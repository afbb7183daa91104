// Watching event loops: each callback in the trace, and the stall detector. A step of a task or a
// callback that holds its loop for longer than kStall, so that no other task can go on, is an event
// loop_stalled and a row of loop_stalls(). Only while the trace or statistics want it: otherwise no
// clock is read. With the GIL held.
#pragma once

#include <string>
#include <vector>

#include "modules/event_loop.hpp"
#include "sync/clock.hpp"
#include "trace/observer.hpp"

namespace gilbox::py {

inline constexpr int64_t kStall = 100 * sync::kMillisecond;  // as asyncio's slow_callback_duration

struct LoopStall {
  int64_t held;  // nanoseconds
  std::string what;
};
extern bool keeps_loop_stalls;                // for statistics; set before the program runs
const std::vector<LoopStall>& loop_stalls();  // the longest, at most kStallsKept, in their order
inline constexpr size_t kStallsKept = 32;

inline bool watches_loops() { return trace::observing(trace::Group::tasks) || keeps_loop_stalls; }

// One entry of the ready queue, from its beginning to the end of this object.
class WatchedStep {
 public:
  WatchedStep(Thread& t, Value entry, bool is_task);
  ~WatchedStep();
  WatchedStep(const WatchedStep&) = delete;
  WatchedStep& operator=(const WatchedStep&) = delete;

 private:
  Task* task_;  // null: a callback
  int64_t began_;
  std::string from_;  // where the task went on, or what the callback is
};

}  // namespace gilbox::py
