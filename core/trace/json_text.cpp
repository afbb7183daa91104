#include "trace/json_text.hpp"

#include "base/integer_text.hpp"
#include "base/utf8.hpp"
#include "trace/chrome_trace.hpp"

namespace gilbox::trace {

JsonText& JsonText::quoted(std::string_view text) {
  text_ += '"';
  while (!text.empty()) {
    const base::Utf8Decoded next = base::utf8_decode(text);
    const std::string_view bytes = text.substr(0, next.length);
    text.remove_prefix(next.length);
    if (!next.ok) {
      text_ += "\xEF\xBF\xBD";
    } else if (next.code_point == '"' || next.code_point == '\\') {
      text_ += '\\';
      text_ += bytes;
    } else if (next.code_point < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      text_ += "\\u00";
      text_ += kHex[next.code_point >> 4];
      text_ += kHex[next.code_point & 15];
    } else {
      text_ += bytes;
    }
  }
  return raw("\"");
}

JsonText& JsonText::number(std::int64_t value) {
  char text[base::kIntegerTextBytes];
  return raw(base::write_integer(value, 10, text));
}

JsonText& JsonText::microseconds(std::int64_t nanoseconds) {
  const std::int64_t size = nanoseconds < 0 ? -nanoseconds : nanoseconds;
  if (nanoseconds < 0) raw("-");
  number(size / 1000);
  const char part[] = {'.', static_cast<char>('0' + size / 100 % 10),
                       static_cast<char>('0' + size / 10 % 10), static_cast<char>('0' + size % 10)};
  return raw({part, sizeof part});
}

void JsonText::flush() {
  if (!text_.empty()) sink_.write(text_);
  text_.clear();
}

}  // namespace gilbox::trace
