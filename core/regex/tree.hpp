// The tree of a pattern: what the parser makes and the emitter reads. Lives in an arena.
#pragma once

#include "regex/char_class.hpp"
#include "regex/text.hpp"

namespace gilbox::regex {

enum class NodeKind : uint8_t {
  Sequence,     // children in order; none: matches the empty text
  Branch,       // one of the children
  Char,         // value
  Any,          // what . is
  Class,        // value: number of the class
  At,           // value: Place
  Repeat,       // the child, minimum to maximum times
  Group,        // the child as group number `value`
  Reference,    // the text of group `value` again
  Conditional,  // first child when group `value` took part, else the second (which may be missing)
  Look,         // around: does the child match here, ahead or behind
  Atomic,       // the child, and no second thoughts
};
enum class Place : uint32_t { Start, StartLine, End, EndLine, EndText, Boundary, NoBoundary };
enum class Greed : uint8_t { greedy, lazy, possessive };

struct Node {
  NodeKind kind;
  Greed greed = Greed::greedy;
  bool negated = false, behind = false;  // Look
  bool grouped = false;                  // (?:…): what it holds may be repeated again
  uint32_t flags = 0;                    // that are on here
  uint32_t value = 0;
  uint32_t minimum = 0, maximum = 0;       // Repeat
  uint32_t narrowest = 0, widest = 0;      // characters it may take; kUnlimited saturates
  Node *first = nullptr, *last = nullptr;  // children
  Node* next = nullptr;

  void append(Node* child) {
    (last ? last->next : first) = child;
    last = child;
  }
};

inline uint32_t add_widths(uint32_t a, uint32_t b) {
  return a > kUnlimited - b ? kUnlimited : a + b;
}
inline uint32_t multiply_widths(uint32_t a, uint32_t b) {
  const uint64_t product = static_cast<uint64_t>(a) * b;
  return product > kUnlimited ? kUnlimited : static_cast<uint32_t>(product);
}
inline Folding folding_of(uint32_t flags) {
  return !(flags & kIgnoreCase) ? Folding::none
         : flags & kUnicode     ? Folding::unicode
                                : Folding::ascii;
}

}  // namespace gilbox::regex
