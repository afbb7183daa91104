// Case: full mappings of Unicode, with the one context rule that Python knows (final sigma).
#include "runtime/str_data.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

using base::UnicodeCase;

Str& self_of(Value v) { return *v.as<Str>(); }

bool cased(uint32_t c) { return (base::unicode_flags(c) & base::kCased) != 0; }
bool ignorable(uint32_t c) { return (base::unicode_flags(c) & base::kCaseIgnorable) != 0; }

constexpr uint32_t kSigma = 0x3A3, kSmallSigma = 0x3C3, kFinalSigma = 0x3C2;

// A capital sigma becomes the final form when a cased letter stands before it and none behind.
uint32_t lower_sigma(const Str& s, uint32_t at) {
  int64_t before = int64_t(at) - 1;
  while (before >= 0 && ignorable(s.at(static_cast<uint32_t>(before)))) --before;
  if (before < 0 || !cased(s.at(static_cast<uint32_t>(before)))) return kSmallSigma;
  uint32_t after = at + 1;
  while (after < s.length && ignorable(s.at(after))) ++after;
  return after < s.length && cased(s.at(after)) ? kSmallSigma : kFinalSigma;
}

void put_case(StrBuilder& out, const Str& s, uint32_t at, UnicodeCase to) {
  const uint32_t c = s.at(at);
  if (c == kSigma && to == UnicodeCase::lower) {
    out.put(lower_sigma(s, at));
    return;
  }
  uint32_t mapped[3];
  const int n = base::unicode_case(c, to, mapped);
  for (int i = 0; i < n; ++i) out.put(mapped[i]);
}

Var mapped(Thread& t, Value self, UnicodeCase to) {
  const Str& s = self_of(self);
  if (s.is_ascii()) {
    Ref<Str> out = allocate_str(t, str_type, s.length, 1, true);
    if (!out) return Var::error();
    const char first = to == UnicodeCase::upper ? 'a' : 'A';
    const std::string_view from = s.ascii();
    char* data = static_cast<char*>(out->data);
    for (size_t i = 0; i < from.size(); ++i) {
      const bool swap = static_cast<unsigned char>(from[i] - first) < 26;
      data[i] = static_cast<char>(from[i] ^ (swap ? 0x20 : 0));
    }
    return std::move(out).var();
  }
  StrBuilder out(t);
  for (uint32_t i = 0; i < s.length && !out.failed(); ++i) put_case(out, s, i, to);
  return out.finish().var();
}

}  // namespace

Var str_upper(Thread& t, Value self, const Value*) { return mapped(t, self, UnicodeCase::upper); }
Var str_lower(Thread& t, Value self, const Value*) { return mapped(t, self, UnicodeCase::lower); }
Var str_casefold(Thread& t, Value self, const Value*) { return mapped(t, self, UnicodeCase::fold); }

Var str_title(Thread& t, Value self, const Value*) {
  const Str& s = self_of(self);
  StrBuilder out(t);
  bool in_word = false;
  for (uint32_t i = 0; i < s.length && !out.failed(); ++i) {
    put_case(out, s, i, in_word ? UnicodeCase::lower : UnicodeCase::title);
    in_word = cased(s.at(i));
  }
  return out.finish().var();
}

Var str_capitalize(Thread& t, Value self, const Value*) {
  const Str& s = self_of(self);
  StrBuilder out(t);
  for (uint32_t i = 0; i < s.length && !out.failed(); ++i)
    put_case(out, s, i, i == 0 ? UnicodeCase::title : UnicodeCase::lower);
  return out.finish().var();
}

Var str_swapcase(Thread& t, Value self, const Value*) {
  const Str& s = self_of(self);
  StrBuilder out(t);
  for (uint32_t i = 0; i < s.length && !out.failed(); ++i) {
    const uint16_t flags = base::unicode_flags(s.at(i));
    if (flags & base::kUpper)
      put_case(out, s, i, UnicodeCase::lower);
    else if (flags & base::kLower)
      put_case(out, s, i, UnicodeCase::upper);
    else
      out.put(s.at(i));
  }
  return out.finish().var();
}

}  // namespace gilbox::py
