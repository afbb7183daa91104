// A broken invariant of this room ends the program with one line that names it.
//
// Only for misuse that cannot be reported otherwise (a mutex released by who does not hold it);
// waiting and failing to start are results, not checks.
#pragma once

namespace gilbox::sync {
[[noreturn]] void stop(const char* message);
}

#define GILBOX_SYNC_CHECK(condition, message) \
  (static_cast<bool>(condition) ? void() : ::gilbox::sync::stop(message))
