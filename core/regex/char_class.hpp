// Which characters a pattern's [class], \w or case-insensitive letter stands for.
//
// Built from ranges and categories, then sealed: from then on contains() is one look into a bitmap
// below 256 and a binary search above. Folding (case-insensitive) sets hold folded characters;
// contains() folds what it is asked for. Threads: plain values; sealed ones are only read.
#pragma once

#include <cstdint>
#include <vector>

namespace gilbox::regex {

enum class Folding : uint8_t { none, ascii, unicode };

// One character for all that are the same but for case.
uint32_t fold_slowly(uint32_t c);
inline uint32_t fold_ascii(uint32_t c) { return c - 'A' < 26 ? c + 32 : c; }
inline uint32_t fold(uint32_t c) { return c < 0x80 ? fold_ascii(c) : fold_slowly(c); }
inline uint32_t fold(uint32_t c, Folding how) {
  return how == Folding::unicode ? fold(c) : how == Folding::ascii ? fold_ascii(c) : c;
}

enum Category : uint8_t { kDigitClass = 1, kSpaceClass = 2, kWordClass = 4 };
uint8_t categories_of(uint32_t c, bool ascii);
inline bool is_word(uint32_t c, bool ascii) { return (categories_of(c, ascii) & kWordClass) != 0; }

class CharClass {
 public:
  CharClass(Folding folding, bool ascii) : ascii_(ascii), folding_(folding) {}
  void add(uint32_t low, uint32_t high);
  void add_category(uint8_t category, bool negated) { (negated ? outside_ : inside_) |= category; }
  void negate() { negated_ = true; }
  void seal();

  bool contains(uint32_t c) const {
    return c < 256 ? (low_[c >> 5] >> (c & 31) & 1) != 0 : contains_slowly(c);
  }

 private:
  struct Range {
    uint32_t low, high;
  };
  bool contains_slowly(uint32_t c) const;

  uint32_t low_[8] = {};
  std::vector<Range> ranges_;
  uint8_t inside_ = 0, outside_ = 0;  // categories, and those whose complement is meant
  bool ascii_, negated_ = false;
  Folding folding_;
};

}  // namespace gilbox::regex
