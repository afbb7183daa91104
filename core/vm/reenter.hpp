// How long the eval loop runs before it is left and entered again.
//
// V8 compiles a hot function better while it runs, but a running call keeps its old code
// (measured: 2.6 times slower for ever). So at the start of a program the loop returns to its
// caller now and then; a later entry then runs the better code. Natively nothing is gained.
#pragma once

#include <cstdint>

#include "base/switches.hpp"

namespace gilbox::py {

// Polls (backward jumps, function entries) until the next re-entry.
inline uint32_t reenter_budget() {
  if constexpr (!base::kWasm) return UINT32_MAX;
  constexpr uint32_t kEarly = 20000, kEarlyEntries = 1500, kLater = 2'000'000;
  static uint32_t entries = 0;  // a hint: threads may race for it
  if (entries < kEarlyEntries) return ++entries, kEarly;
  return kLater;
}

}  // namespace gilbox::py
