// Pattern text to tree, with CPython's errors at CPython's places.
//
//   Parsed p = parse(text, is_bytes, flags, character_named, arena);
//   if (p.error.text) …
//
// Nesting goes kMostNested deep; beyond is PatternError::too_deep. Threads: a pure function.
#pragma once

#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "regex/tree.hpp"

namespace gilbox::regex {

inline constexpr uint32_t kMostNested = 400, kMostGroups = (1u << 30) - 1;

// What is wrong. `text` may hold %R or %S, which stand for parts of the pattern, then %d for the
// numbers.
struct PatternError {
  enum Kind : uint8_t { pattern, value, overflow, too_deep };
  const char* text = nullptr;  // null: nothing is wrong
  Kind kind = pattern;
  uint32_t position = kUnlimited;  // kUnlimited: none
  uint32_t part = 0, part_length = 0;
  uint32_t part2 = 0, part2_length = 0;
  bool has_part = false;
  uint32_t numbers[2] = {};
};

struct GroupName {
  uint32_t start, length;  // in the pattern
  uint32_t group;
};

struct Parsed {
  Node* tree = nullptr;
  uint32_t flags = 0;
  uint32_t groups = 1;  // with group 0
  std::vector<GroupName> names;
  std::vector<CharClass> classes;
  PatternError error;
};

// The code point with a Unicode name, or UINT32_MAX. Names come as they stand in the pattern.
using CharacterNamed = char32_t (*)(std::string_view name);

Parsed parse(Text pattern, bool is_bytes, uint32_t flags, CharacterNamed named, base::Arena& arena);

}  // namespace gilbox::regex
