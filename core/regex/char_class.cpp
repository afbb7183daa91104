#include "regex/char_class.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace gilbox::regex {

uint32_t fold_slowly(uint32_t c) {
  uint32_t out[3];
  if (base::unicode_case(c, base::UnicodeCase::upper, out) == 1) c = out[0];
  base::unicode_case(c, base::UnicodeCase::lower, out);
  return out[0];  // of more than one (İ) the first, as simple lower-casing gives
}

uint8_t categories_of(uint32_t c, bool ascii) {
  if (c < 0x80) {
    if (c - '0' < 10) return kDigitClass | kWordClass;
    if ((c | 32) - 'a' < 26 || c == '_') return kWordClass;
    const bool separator = c - 0x1C < 4;  // str.isspace() counts them, ASCII's \s does not
    return c == ' ' || c - 9 < 5 || (separator && !ascii) ? kSpaceClass : 0;
  }
  if (ascii) return 0;
  const uint16_t flags = base::unicode_flags(c);
  constexpr uint16_t kWord = base::kAlpha | base::kDecimal | base::kDigit | base::kNumeric;
  return static_cast<uint8_t>((flags & base::kDecimal ? kDigitClass : 0) |
                              (flags & base::kSpace ? kSpaceClass : 0) |
                              (flags & kWord ? kWordClass : 0));
}

void CharClass::add(uint32_t low, uint32_t high) {
  constexpr uint32_t kLastCased = 0x1E943;
  if (folding_ == Folding::none || low > kLastCased) {
    ranges_.push_back({low, high});
    return;
  }
  const uint32_t last = high < kLastCased ? high : kLastCased;
  for (uint32_t c = low; c <= last; ++c) {
    const uint32_t f = fold(c, folding_);
    if (!ranges_.empty() && f == ranges_.back().high + 1)
      ranges_.back().high = f;
    else if (ranges_.empty() || f < ranges_.back().low || f > ranges_.back().high)
      ranges_.push_back({f, f});
  }
  if (high > last) ranges_.push_back({last + 1, high});
}

void CharClass::seal() {
  std::sort(ranges_.begin(), ranges_.end(), [](Range a, Range b) { return a.low < b.low; });
  size_t kept = 0;
  for (Range r : ranges_) {
    if (kept && r.low <= ranges_[kept - 1].high + 1)
      ranges_[kept - 1].high = std::max(ranges_[kept - 1].high, r.high);
    else
      ranges_[kept++] = r;
  }
  ranges_.resize(kept);
  for (uint32_t c = 0; c < 256; ++c)
    if (contains_slowly(c)) low_[c >> 5] |= 1u << (c & 31);
}

bool CharClass::contains_slowly(uint32_t c) const {
  bool found = false;
  if (inside_ | outside_) {
    const uint8_t categories = categories_of(c, ascii_);
    found = (inside_ & categories) || (outside_ & ~categories);
  }
  if (!found) {
    c = fold(c, folding_);
    auto after = std::upper_bound(ranges_.begin(), ranges_.end(), c,
                                  [](uint32_t value, Range r) { return value < r.low; });
    found = after != ranges_.begin() && c <= after[-1].high;
  }
  return found != negated_;
}

}  // namespace gilbox::regex
