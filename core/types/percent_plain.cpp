#include "types/percent_plain.hpp"

#include <cstring>

#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

constexpr uint32_t kRoom = 256;

// Decimal digits of a small int at `out`; returns their end.
char* put_decimal(char* out, int64_t i) {
  char digits[20];
  char* first = digits + sizeof digits;
  uint64_t rest = i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
  // 32-bit division is several times quicker.
  while (rest > UINT32_MAX) {
    *--first = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  auto half = static_cast<uint32_t>(rest);
  do {
    *--first = static_cast<char>('0' + half % 10);
    half /= 10;
  } while (half);
  if (i < 0) *out++ = '-';
  const auto size = static_cast<size_t>(digits + sizeof digits - first);
  memcpy(out, first, size);
  return out + size;
}

}  // namespace

Ref<Str> percent_plain(Thread& t, const Str& format, Value arguments) {
  if (!format.is_ascii()) return {};
  const Value* next = &arguments;
  uint32_t left = 1;
  if (arguments.is_object()) {
    if (arguments.object()->type == &tuple_type) {
      next = arguments.as<Tuple>()->items;
      left = arguments.as<Tuple>()->size;
    } else if (!is_exact_str(arguments)) {
      return {};  // a mapping perhaps
    }
  }
  char text[kRoom];
  char* out = text;
  char* const limit = text + kRoom - 24;  // room for an int is left
  const char* at = static_cast<const char*>(format.data);
  for (const char* const end = at + format.length; at < end; ++at) {
    if (out >= limit) return {};
    if (*at != '%') {
      *out++ = *at;
      continue;
    }
    if (++at == end) return {};
    if (*at == '%') {
      *out++ = '%';
      continue;
    }
    if (left == 0 || (*at != 'd' && *at != 's')) return {};
    --left;
    const Value v = *next++;
    if (v.is_small()) {
      out = put_decimal(out, v.small());
    } else if (*at == 's' && is_exact_str(v) && v.as<Str>()->is_ascii() &&
               v.as<Str>()->length < static_cast<uint32_t>(limit - out)) {
      memcpy(out, v.as<Str>()->data, v.as<Str>()->length);
      out += v.as<Str>()->length;
    } else {
      return {};
    }
  }
  if (left) return {};
  return make_ascii(t, {text, static_cast<size_t>(out - text)});
}

}  // namespace gilbox::py
