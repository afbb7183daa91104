#include "syntax/character_names.hpp"

#include <cstddef>

namespace gilbox::syntax {

namespace {

// The names of the characters from `first` on, each closed by a line end.
struct NamedRange {
  char32_t first;
  const char* names;
};

#include "syntax/character_names.inc"

bool equal_in_upper_case(std::string_view name, std::string_view upper) {
  if (name.size() != upper.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c =
        name[i] >= 'a' && name[i] <= 'z' ? static_cast<char>(name[i] - 'a' + 'A') : name[i];
    if (c != upper[i]) return false;
  }
  return true;
}

}  // namespace

char32_t common_character_named(std::string_view name) {
  for (const NamedRange& range : kNames) {
    std::string_view names = range.names;
    for (char32_t character = range.first; !names.empty(); ++character) {
      const std::size_t end = names.find('\n');
      if (end != 0 && equal_in_upper_case(name, names.substr(0, end))) return character;
      names.remove_prefix(end + 1);
    }
  }
  return 0;
}

}  // namespace gilbox::syntax
