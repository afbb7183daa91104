#include "compiler/docstring.hpp"

#include <algorithm>

namespace gilbox::compiler {

namespace {

std::string expand_tabs(std::string_view text) {
  std::string result;
  size_t column = 0;
  for (char letter : text) {
    if (letter == '\t') {
      const size_t blanks = 8 - column % 8;
      result.append(blanks, ' ');
      column += blanks;
    } else {
      result += letter;
      if ((static_cast<unsigned char>(letter) & 0xC0) != 0x80) ++column;
      if (letter == '\n' || letter == '\r') column = 0;
    }
  }
  return result;
}

}  // namespace

std::string clean_docstring(std::string_view original) {
  const std::string text = expand_tabs(original);
  size_t margin = std::string::npos;
  for (size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
    const size_t start = ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && text[at] != '\n') margin = std::min(margin, at - start);
  }
  size_t at = 0;
  while (at < text.size() && text[at] == ' ') ++at;
  if (margin == std::string::npos) margin = 0;
  if (at == 0 && margin == 0) return text;
  std::string result;
  while (at < text.size()) {
    const size_t end = text.find('\n', at);
    if (end == std::string::npos) {
      result.append(text, at);
      break;
    }
    result.append(text, at, end + 1 - at);
    at = end + 1;
    for (size_t k = 0; k < margin && at < text.size() && text[at] == ' '; ++k) ++at;
  }
  return result;
}

}  // namespace gilbox::compiler
