// repr of str: quotes and escapes as CPython chooses them.
#include "runtime/str_data.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

Ref<Str> repr_of_str(Thread& t, const Str& s) {
  bool single = false, dual = false, plain = s.is_ascii();
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint32_t c = s.at(i);
    single = single || c == '\'';
    dual = dual || c == '"';
    plain = plain && c >= ' ' && c != '\\' && c != 0x7F;
  }
  const char quote = single && !dual ? '"' : '\'';
  StrBuilder out(t);
  out.put(quote);
  if (plain && !(single && dual)) {
    out.put(s);
    out.put(quote);
    return out.finish();
  }
  const auto put_hex = [&](uint32_t c, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
      out.put("0123456789abcdef"[c >> shift & 15]);
  };
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint32_t c = s.at(i);
    if (c == static_cast<uint32_t>(quote) || c == '\\') {
      out.put('\\');
      out.put(c);
    } else if (c == '\n') {
      out.put("\\n");
    } else if (c == '\r') {
      out.put("\\r");
    } else if (c == '\t') {
      out.put("\\t");
    } else if (c < ' ' || c == 0x7F) {
      out.put("\\x");
      put_hex(c, 2);
    } else if (c < 0x7F || (base::unicode_flags(c) & base::kPrintable)) {
      out.put(c);
    } else if (c < 0x100) {
      out.put("\\x");
      put_hex(c, 2);
    } else if (c < 0x10000) {
      out.put("\\u");
      put_hex(c, 4);
    } else {
      out.put("\\U");
      put_hex(c, 8);
    }
    if (out.failed()) return {};
  }
  out.put(quote);
  return out.finish();
}

}  // namespace gilbox::py
