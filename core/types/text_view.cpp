// Searching. Short needles: compare at each place where the first character fits. When that could
// take long (both sides large), Knuth, Morris and Pratt's method, whose time is linear whatever the
// texts are.
#include "types/text_view.hpp"

#include <cstdlib>
#include <cstring>

namespace gilbox::py {

namespace {

template <class F>
decltype(auto) typed(TextView v, F&& f) {
  switch (v.width) {
    case 1: return f(static_cast<const uint8_t*>(v.data));
    case 2: return f(static_cast<const uint16_t*>(v.data));
    default: return f(static_cast<const uint32_t*>(v.data));
  }
}

template <class T>
int64_t find_one(const T* text, uint32_t length, uint32_t c) {
  if constexpr (sizeof(T) == 1) {
    if (c > 0xFF) return -1;
    const void* at = std::memchr(text, static_cast<int>(c), length);
    return at ? static_cast<const T*>(at) - text : -1;
  } else {
    for (uint32_t i = 0; i < length; ++i)
      if (text[i] == c) return i;
    return -1;
  }
}

// text(i), needle(i): characters counted from whichever end is searched from.
template <class Text, class Needle>
int64_t find_linear(uint32_t n, Text&& text, uint32_t m, Needle&& needle) {
  auto* border = static_cast<uint32_t*>(std::malloc(sizeof(uint32_t) * (size_t(m) + 1)));
  if (!border) return -2;
  border[0] = 0;
  for (uint32_t i = 1, k = 0; i < m; ++i) {
    while (k > 0 && needle(i) != needle(k)) k = border[k - 1];
    if (needle(i) == needle(k)) ++k;
    border[i] = k;
  }
  int64_t found = -1;
  for (uint32_t i = 0, k = 0; i < n; ++i) {
    while (k > 0 && text(i) != needle(k)) k = border[k - 1];
    if (text(i) == needle(k)) ++k;
    if (k == m) {
      found = int64_t(i) - m + 1;
      break;
    }
  }
  std::free(border);
  return found;
}

bool large(TextView text, TextView needle) {
  return needle.length > 16 && uint64_t(text.length) * needle.length > (1u << 22);
}

}  // namespace

int64_t find_first(TextView text, TextView needle) {
  if (needle.length > text.length) return -1;
  if (needle.length == 0) return 0;
  if (needle.width > text.width) return -1;  // it has a character that the text cannot have
  if (needle.length == 1)
    return typed(text, [&](const auto* t) { return find_one(t, text.length, needle.at(0)); });
  if (large(text, needle)) {
    const int64_t found = find_linear(
        text.length, [&](uint32_t i) { return text.at(i); }, needle.length,
        [&](uint32_t i) { return needle.at(i); });
    if (found != -2) return found;
  }
  return typed(text, [&](const auto* t) {
    return typed(needle, [&](const auto* p) -> int64_t {
      const uint32_t last = text.length - needle.length;
      for (uint32_t i = 0; i <= last;) {
        const int64_t at = find_one(t + i, last - i + 1, p[0]);
        if (at < 0) return -1;
        i += static_cast<uint32_t>(at);
        uint32_t k = 1;
        while (k < needle.length && t[i + k] == p[k]) ++k;
        if (k == needle.length) return i;
        ++i;
      }
      return -1;
    });
  });
}

int64_t find_last(TextView text, TextView needle) {
  if (needle.length > text.length) return -1;
  if (needle.length == 0) return text.length;
  if (needle.width > text.width) return -1;
  if (large(text, needle)) {
    const int64_t found = find_linear(
        text.length, [&](uint32_t i) { return text.at(text.length - 1 - i); }, needle.length,
        [&](uint32_t i) { return needle.at(needle.length - 1 - i); });
    if (found != -2) return found < 0 ? -1 : int64_t(text.length) - found - needle.length;
  }
  return typed(text, [&](const auto* t) {
    return typed(needle, [&](const auto* p) -> int64_t {
      for (int64_t i = int64_t(text.length) - needle.length; i >= 0; --i) {
        uint32_t k = 0;
        while (k < needle.length && t[i + k] == p[k]) ++k;
        if (k == needle.length) return i;
      }
      return -1;
    });
  });
}

uint32_t count_of(TextView text, TextView needle, uint32_t most) {
  if (needle.length == 0) return text.length < most ? text.length + 1 : most;
  uint32_t count = 0;
  while (count < most) {
    const int64_t at = find_first(text, needle);
    if (at < 0) break;
    ++count;
    text = text.part(static_cast<uint32_t>(at) + needle.length, text.length);
  }
  return count;
}

bool same_text(TextView a, TextView b) {
  if (a.length != b.length) return false;
  if (a.length == 0) return true;  // memcmp takes no null, not even for nothing
  if (a.width == b.width) return std::memcmp(a.data, b.data, size_t(a.length) * a.width) == 0;
  for (uint32_t i = 0; i < a.length; ++i)
    if (a.at(i) != b.at(i)) return false;
  return true;
}

bool starts_with(TextView text, TextView head) {
  return head.length <= text.length && same_text(text.part(0, head.length), head);
}

bool ends_with(TextView text, TextView tail) {
  return tail.length <= text.length &&
         same_text(text.part(text.length - tail.length, text.length), tail);
}

}  // namespace gilbox::py
