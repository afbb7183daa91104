// Where the time of all threads went, those that have ended included: what gilbox.stats() and
// `gilbox run --stats` show. With the GIL held.
#pragma once

#include <vector>

#include "runtime/thread.hpp"

namespace gilbox::py {

struct ThreadRow {
  uint32_t number;  // 0: many threads in one
  uint32_t name;    // trace::name()
  uint32_t count;   // threads this row stands for
  bool alive, daemon;
  ThreadTimes times;  // `held` up to now
};

// The thread has left the list; called before it gives the GIL up for the last time.
void note_ended(Thread& t);
// In the order of their numbers. Of very many ended threads all but the last kKept are one row.
inline constexpr size_t kKept = 256;
std::vector<ThreadRow> thread_rows();

}  // namespace gilbox::py
