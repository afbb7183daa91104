// A pattern compiled: what the matcher runs, and how a search finds likely places fast.
//
// Code is 32-bit words: an operation (Op) and its operands; addresses count words from the start.
// Programs are made once and only read afterwards: threads may share one.
#pragma once

#include <vector>

#include "regex/parser.hpp"

namespace gilbox::regex {

enum Op : uint32_t {
  // One character each: operand as said. These five come first: they can stand in a RepeatOne.
  kChar,      // c
  kCharFold,  // folded c
  kCharFoldAscii,
  kAny,        // 0: not a line feed
  kAnyAll,     // 0
  kClass,      // number of the class
  kText,       // n, c…: n characters
  kAt,         // Place, 1 when words are ASCII
  kSave,       // n: mark n is here
  kJump,       // to
  kSplit,      // to, otherwise: tries the first, then the second
  kRepeatOne,  // minimum, maximum, Greed, op, operand: one character again and again
  kLoop,       // slot, to: a counted loop begins; goes to its kUntil
  kNext,       // slot: one more round is done
  kUntil,      // slot, minimum, maximum, body, lazy
  kReference,  // group
  kReferenceFold,
  kReferenceFoldAscii,
  kIfGroup,  // group, otherwise
  kLook,     // negated, characters to go back, after it
  kLookEnd,
  kLookNotEnd,
  kAtomic,
  kAtomicEnd,
  kMatch,
};

struct Program {
  std::vector<uint32_t> code;
  std::vector<CharClass> classes;
  std::vector<GroupName> names;
  uint32_t flags = 0, groups = 1, slots = 0;
  uint32_t narrowest = 0;
  // A match begins with this text; when empty and `has_first`, with one of these characters below
  // 256 or, if `first_wide`, any character above.
  std::vector<uint32_t> prefix;
  bool has_first = false, first_wide = false;
  uint32_t first[8] = {};

  bool starts(uint32_t c) const {
    return c < 256 ? (first[c >> 5] >> (c & 31) & 1) != 0 : first_wide;
  }
};

// Compiles what parse() gave.
Program emit(Parsed&& parsed);

}  // namespace gilbox::regex
