#include "syntax/syntax_error.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gilbox::syntax {

std::string_view type_name(SyntaxError::Type type) {
  static constexpr std::string_view kNames[] = {"SyntaxError", "IndentationError", "TabError",
                                                "MemoryError"};
  return kNames[static_cast<std::uint8_t>(type)];
}

namespace {

std::string_view stripped(std::string_view text, std::string_view characters) {
  const std::size_t first = text.find_first_not_of(characters);
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

// Carets under characters [from, to) of `line`; blanks of the line are kept so that tabs line up.
std::string carets(std::string_view line, std::int32_t from, std::int32_t to) {
  std::string out;
  std::int32_t character = 0;
  for (std::size_t at = 0; at < line.size() && character < from; ++character) {
    out += line[at] == '\t' || line[at] == '\f' ? line[at] : ' ';
    for (++at; at < line.size() && base::is_utf8_continuation(line[at]);) ++at;
  }
  out.append(static_cast<std::size_t>(std::max(from - character, 0)), ' ');
  out.append(static_cast<std::size_t>(std::max(to - from, 1)), '^');
  return out;
}

}  // namespace

std::string format(const SyntaxError& error, std::string_view filename) {
  std::string out;
  if (error.lineno != 0) {
    out += "  File \"" + std::string(filename) + "\", line " + std::to_string(error.lineno) + "\n";
  }
  std::string_view line = error.text;
  while (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  const std::string_view shown = stripped(line, " \n\f");
  if (!shown.empty()) {
    out += "    " + std::string(shown) + "\n";
    const auto cut = static_cast<std::int32_t>(line.size() - shown.size());
    if (error.offset >= 1) {
      const auto length = static_cast<std::int32_t>(base::utf8_count(line));
      std::int32_t end = error.end_offset;
      if (end == 0 || end < error.offset) end = error.offset;
      if (error.end_lineno > error.lineno) end = length + 1;
      const std::int32_t from = error.offset - 1 - cut;
      if (from >= 0) out += "    " + carets(shown, from, std::max(end - 1 - cut, from + 1)) + "\n";
    }
  }
  return out + std::string(type_name(error.type)) + ": " + error.message + "\n";
}

}  // namespace gilbox::syntax
