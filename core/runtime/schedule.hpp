// The schedule a program runs under, as text:
//
//   timed               CPython's protocol; the operating system decides (the default)
//   seed:42             deterministic: at one of 50 safepoints, to a random thread
//   seed:42/10          … at one of 10
//   every:100           deterministic: after every 100 safepoints, round robin
//   script:3,120,7      deterministic: after 3 safepoints, after 120 more, after 7 more, then only
//                       where a thread blocks
//
// Threads: before the interpreter starts.
#pragma once

#include <string_view>

namespace gilbox::py {

// False: not a schedule; nothing has changed.
bool set_schedule(std::string_view text);
// As it was given.
std::string_view schedule_name();

}  // namespace gilbox::py
