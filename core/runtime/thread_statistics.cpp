#include "runtime/thread_statistics.hpp"

#include <algorithm>
#include <deque>

#include "runtime/interpreter.hpp"
#include "sync/clock.hpp"

namespace gilbox::py {

namespace {

struct Ended {
  std::deque<ThreadRow> last;
  ThreadRow others{};
};
Ended& ended() {
  static Ended* const all = new Ended;  // threads may end while the process does
  return *all;
}

ThreadRow row_of(const Thread& t, bool alive) {
  ThreadRow row{.number = t.number,
                .name = t.name,
                .count = 1,
                .alive = alive,
                .daemon = t.daemon,
                .times = t.times};
  if (t.times.took) row.times.held += sync::monotonic_now() - t.times.took;
  return row;
}

void add(ThreadTimes& sum, const ThreadTimes& one) {
  sum.held += one.held;
  sum.queued += one.queued;
  sum.blocked += one.blocked;
  sum.switches += one.switches;
  sum.forced += one.forced;
  sum.waits += one.waits;
}

}  // namespace

void note_ended(Thread& t) {
  Ended& all = ended();
  all.last.push_back(row_of(t, false));
  if (all.last.size() <= kKept) return;
  add(all.others.times, all.last.front().times);
  ++all.others.count;
  all.last.pop_front();
}

std::vector<ThreadRow> thread_rows() {
  std::vector<ThreadRow> rows(ended().last.begin(), ended().last.end());
  for (Thread* t = interpreter.threads; t; t = t->next) rows.push_back(row_of(*t, true));
  std::sort(rows.begin(), rows.end(),
            [](const ThreadRow& a, const ThreadRow& b) { return a.number < b.number; });
  if (ended().others.count) rows.push_back(ended().others);
  return rows;
}

}  // namespace gilbox::py
