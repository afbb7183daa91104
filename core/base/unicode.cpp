#include "base/unicode.hpp"

#include <cstddef>

namespace gilbox::base {

namespace {

#include "base/unicode_tables.inc"

const Record& record_of(uint32_t c) {
  if (c > 0x10FFFF) c = 0x10FFFF;
  const uint32_t middle = kTop[c / (kStep * kStep2)] * kStep2 + c / kStep % kStep2;
  return kRecords[kLeaves[kMiddle[middle] * kStep + c % kStep]];
}

}  // namespace

uint16_t unicode_flags(uint32_t code_point) { return record_of(code_point).flags; }

int unicode_digit(uint32_t code_point) { return record_of(code_point).digit; }

int unicode_case(uint32_t code_point, UnicodeCase to, uint32_t* out) {
  const Record& record = record_of(code_point);
  const auto which = static_cast<size_t>(to);
  if (!(record.flags & k_special)) {
    out[0] = code_point + static_cast<uint32_t>(record.to[which]);
    return 1;
  }
  size_t low = 0, high = sizeof(kSpecial) / sizeof(kSpecial[0]);
  while (high - low > 1) {
    const size_t mid = (low + high) / 2;
    if (kSpecial[mid] <= code_point)
      low = mid;
    else
      high = mid;
  }
  const size_t text = low * 4 + which;
  int count = 0;
  for (size_t i = kTextStart[text]; i < kTextStart[text + 1]; ++i) out[count++] = kTexts[i];
  return count;
}

}  // namespace gilbox::base
