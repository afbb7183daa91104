// Names: texts that records refer to by a small number.
//
//   emit<Event::mark>(intern("phase two"));
//
// A text keeps its number for the life of the process; 0 is the empty text. Each new text allocates
// once; looking up a known one takes a lock and allocates nothing. Past kMostNames new texts become
// "…" (number 1). Threads: any.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gilbox::trace {

inline constexpr std::uint32_t kMostNames = 1u << 20;

std::uint32_t intern(std::string_view text);

// Stays valid for the life of the process; empty for a number that was never given.
std::string_view name(std::uint32_t number);
std::uint32_t name_count();
// All of them, by number: what a collector of another process needs to read records.
std::vector<std::string_view> all_names();

}  // namespace gilbox::trace
