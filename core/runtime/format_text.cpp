// format_text(): the directives that messages are written with (listed in exception.hpp).
#include "runtime/format_text.hpp"

#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "runtime/exception.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"

// A Value passes through `...` unharmed: it is eight trivially copyable bytes.
#pragma clang diagnostic ignored "-Wnon-pod-varargs"

namespace gilbox::py {

namespace {

bool put_value(Thread& t, StrBuilder& out, Value v, char how) {
  Ref<Str> text = how == 'S' ? str(t, v) : how == 'R' ? repr(t, v) : ascii(t, v);
  if (!text) return false;
  out.put(*text);
  return true;
}

// Type names in messages are cut at 200 bytes, as CPython's "%.200s".
std::string_view cut(const char* name) {
  size_t n = std::strlen(name);
  if (n > 200) {
    n = 200;
    while (n > 0 && (static_cast<unsigned char>(name[n]) & 0xC0) == 0x80) --n;
  }
  return {name, n};
}

}  // namespace

Ref<Str> format_text_list(Thread& t, const char* format, va_list arguments) {
  StrBuilder out(t);
  char number[32];
  for (const char* p = format; *p;) {
    const char* plain = p;
    while (*p && *p != '%') ++p;
    if (p > plain) out.put(std::string_view(plain, static_cast<size_t>(p - plain)));
    if (!*p) break;
    ++p;
    if (p[0] == '.' && p[1] == '*' && p[2] == 's') {
      int n = va_arg(arguments, int);
      const char* text = va_arg(arguments, const char*);
      out.put(std::string_view(text, static_cast<size_t>(n)));
      p += 3;
      continue;
    }
    if (p[0] == 'l' && p[1] == 'l') {
      bool is_unsigned = p[2] == 'u';
      long long n = va_arg(arguments, long long);
      std::snprintf(number, sizeof number, is_unsigned ? "%llu" : "%lld", n);
      out.put(std::string_view(number));
      p += 3;
      continue;
    }
    switch (*p++) {
      case '%': out.put('%'); break;
      case 's': out.put(std::string_view(va_arg(arguments, const char*))); break;
      case 'c': out.put(va_arg(arguments, uint32_t)); break;
      case 'd':
        std::snprintf(number, sizeof number, "%d", va_arg(arguments, int));
        out.put(std::string_view(number));
        break;
      case 'u':
        std::snprintf(number, sizeof number, "%u", va_arg(arguments, unsigned));
        out.put(std::string_view(number));
        break;
      case 'p':
        std::snprintf(number, sizeof number, "0x%llx",
                      static_cast<unsigned long long>(
                          reinterpret_cast<uintptr_t>(va_arg(arguments, const void*))));
        out.put(std::string_view(number));
        break;
      case 'U': out.put(*va_arg(arguments, Str*)); break;
      case 'S':
      case 'R':
      case 'A':
        if (!put_value(t, out, va_arg(arguments, Value), p[-1])) return {};
        break;
      case 'T': out.put(cut(type_name(va_arg(arguments, Value)))); break;
      case 'N': {
        Ref<Str> name = type_short_name(t, *va_arg(arguments, Type*));
        if (!name) return {};
        out.put(*name);
        break;
      }
      default: out.put('?'); break;
    }
  }
  return out.finish();
}

Ref<Str> format_text(Thread& t, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  Ref<Str> text = format_text_list(t, format, arguments);
  va_end(arguments);
  return text;
}

}  // namespace gilbox::py
