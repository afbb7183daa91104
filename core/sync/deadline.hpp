// When a wait gives up: an absolute time on the monotonic clock, in nanoseconds.
//
// Absolute, so that a wait that is interrupted and starts again does not wait longer. kForever
// never comes; kNow (or any time already past) turns a wait into one look. Threads: pure functions.
#pragma once

#include <cstdint>

namespace gilbox::sync {

using Nanoseconds = std::int64_t;

inline constexpr Nanoseconds kForever = INT64_MAX;
inline constexpr Nanoseconds kNow = 0;
inline constexpr Nanoseconds kMicrosecond = 1'000;
inline constexpr Nanoseconds kMillisecond = 1'000'000;
inline constexpr Nanoseconds kSecond = 1'000'000'000;

// How a wait ended. `woken` includes "the word had already changed" and spurious wake-ups: the
// caller looks at its own condition again either way.
enum class WaitResult : std::uint8_t { woken, timed_out };

// `now + duration` that stops at kForever instead of overflowing; a negative duration is none.
constexpr Nanoseconds deadline_after(Nanoseconds now, Nanoseconds duration) {
  if (duration <= 0) return now;
  return duration >= kForever - now ? kForever : now + duration;
}

// The same from seconds as Python gives them (float): infinity and NaN are kForever, fractions of a
// nanosecond are rounded up, so that a sleep is never too short.
constexpr Nanoseconds deadline_after_seconds(Nanoseconds now, double seconds) {
  if (!(seconds < 9.0e9)) return kForever;
  if (seconds <= 0) return now;
  const double scaled = seconds * 1e9;
  const auto whole = static_cast<Nanoseconds>(scaled);
  return deadline_after(now, whole + (static_cast<double>(whole) < scaled ? 1 : 0));
}

}  // namespace gilbox::sync
