// What a waiting thread waits for, for the trace and for reports: in numbers and in words.
// With the GIL held, but for record_wake.
#pragma once

#include <string>

#include "runtime/thread.hpp"
#include "types/frame.hpp"

namespace gilbox::py {

void record_wait_now(Thread& t, const Wait& wait);
void record_wake_now(Thread& t, const Wait& wait, bool timed_out);
bool records_waits();
// Another thread wakes t.
void record_waking(Thread& t);

// The events of a wait: blocked or sleeping, by which name, in which line; afterwards unblocked.
inline void record_wait(Thread& t, const Wait& wait) {
  if (records_waits()) [[unlikely]]
    record_wait_now(t, wait);
}
inline void record_wake(Thread& t, const Wait& wait, bool timed_out) {
  if (records_waits()) [[unlikely]]
    record_wake_now(t, wait, timed_out);
}

// The innermost frame of the program itself, not of the library; the innermost of all when there is
// none; null: none runs.
Frame* own_frame(Thread& t);
bool is_library(const Frame& f);
// A thing's identity in the trace: its address, or the address somebody else gave for it.
uint64_t identity_of(Value thing);
// "lock_b", "self.lock": how the code at `frame` can name the thing with this identity; empty: not
// found.
std::string name_in(const Frame& frame, uint64_t identity);
// "the lock", "an item of the queue", …
const char* wait_words(WaitKind kind);

}  // namespace gilbox::py
