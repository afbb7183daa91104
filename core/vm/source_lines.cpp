#include "vm/source_lines.hpp"

#include <string>
#include <vector>

#include "vm/import.hpp"

namespace gilbox::py {

namespace {

struct Text {
  std::string filename, text;
  bool remembered;
};
std::vector<Text>& texts() {
  static std::vector<Text> all;
  return all;
}

const std::string* find(std::string_view filename) {
  for (const Text& t : texts())
    if (t.filename == filename) return &t.text;
  if (filename.starts_with('<') || !read_file_hook) return nullptr;
  std::string text;
  if (!read_file_hook(filename, text)) return nullptr;
  texts().push_back({std::string(filename), std::move(text), false});
  return &texts().back().text;
}

}  // namespace

void remember_source(std::string_view filename, std::string_view text) {
  for (Text& t : texts())
    if (t.filename == filename) {
      t.text = text;
      return;
    }
  texts().push_back({std::string(filename), std::string(text), true});
}

bool source_line(std::string_view filename, int number, std::string& out) {
  const std::string* text = find(filename);
  if (!text || number < 1) return false;
  size_t start = 0;
  for (int n = 1; n < number; ++n) {
    start = text->find('\n', start);
    if (start == std::string::npos) return false;
    ++start;
  }
  if (start >= text->size()) return false;
  size_t end = text->find('\n', start);
  if (end == std::string::npos) end = text->size();
  if (end > start && (*text)[end - 1] == '\r') --end;
  out = text->substr(start, end - start);
  return true;
}

void forget_sources() { texts().clear(); }

}  // namespace gilbox::py
