// Any pattern compiles or is refused, and what compiles matches any text within its steps: no
// crash, no read outside.
//
//   cmake --preset fuzz && ninja -C build/fuzz regex_fuzz
//   build/fuzz/tests/regex_fuzz -max_len=256 -timeout=20 CORPUS_FOLDER
//
// The first byte chooses flags and width, the text stands behind the first zero byte.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "regex/matcher.hpp"

using namespace gilbox::regex;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <class T>
void check(const std::uint8_t* data, std::size_t size, bool bytes, std::uint32_t flags) {
  std::vector<T> pattern, text;
  bool in_text = false;
  for (std::size_t i = 0; i < size; ++i) {
    if (!in_text && data[i] == 0) {
      in_text = true;
      continue;
    }
    // In wide texts some bytes stand for characters above 255.
    const T c = static_cast<T>(sizeof(T) > 1 && data[i] >= 0xF0 ? data[i] * 0x55u : data[i]);
    (in_text ? text : pattern).push_back(c);
  }
  gilbox::base::Arena arena;
  Parsed parsed = parse({pattern.data(), static_cast<std::uint32_t>(pattern.size()), sizeof(T)},
                        bytes, flags, nullptr, arena);
  if (parsed.error.text) {
    require(parsed.error.position == kUnlimited || parsed.error.position <= pattern.size());
    require(!parsed.error.has_part ||
            parsed.error.part + parsed.error.part_length <= pattern.size());
    return;
  }
  const Program program = emit(std::move(parsed));
  int patience = 4;
  Matcher m(program, {text.data(), static_cast<std::uint32_t>(text.size()), sizeof(T)},
            {[](void* left) { return --*static_cast<int*>(left) < 0; }, &patience});
  const auto end = static_cast<std::uint32_t>(text.size());
  std::uint32_t from = 0, not_empty_at = Matcher::kUnset;
  while (m.search(from, end, not_empty_at) == Outcome::found) {
    require(m.mark(0) >= from && m.mark(0) <= m.mark(1) && m.mark(1) <= end);
    for (std::uint32_t g = 1; g < program.groups; ++g)
      require((m.mark(2 * g) == Matcher::kUnset || m.mark(2 * g) <= end) &&
              (m.mark(2 * g + 1) == Matcher::kUnset || m.mark(2 * g + 1) <= end));
    require(m.mark(1) > from || m.mark(0) != not_empty_at);
    from = m.mark(1);
    not_empty_at = m.mark(0) == from ? from : Matcher::kUnset;
  }
  m.match(0, end, true);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::uint32_t flags = data[0] & (kIgnoreCase | kMultiline | kDotAll | kVerbose);
  const bool ascii = (data[0] & 1) != 0;
  if (data[0] & 0x80)
    check<std::uint8_t>(data + 1, size - 1, true, flags);
  else if (data[0] & 4)
    check<std::uint16_t>(data + 1, size - 1, false, flags | (ascii ? kAscii : 0u));
  else
    check<std::uint32_t>(data + 1, size - 1, false, flags | (ascii ? kAscii : 0u));
  return 0;
}
