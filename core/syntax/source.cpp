#include "syntax/source.hpp"

#include <algorithm>
#include <cstdio>

#include "base/utf8.hpp"

namespace gilbox::syntax {

namespace {

// CPython reads "\r\n" and a lone "\r" as line ends everywhere, string literals included.
void make_line_ends_uniform(std::string& text) {
  std::size_t from = text.find('\r');
  if (from == std::string::npos) return;
  std::size_t to = from;
  for (; from < text.size(); ++from) {
    if (text[from] != '\r') {
      text[to++] = text[from];
    } else {
      text[to++] = '\n';
      if (from + 1 < text.size() && text[from + 1] == '\n') ++from;
    }
  }
  text.resize(to);
}

bool is_cookie_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// The encoding that a comment line declares (PEP 263), lower case with "-" for "_"; empty if none.
std::string declared_encoding(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t\f");
  if (at == std::string_view::npos || line[at] != '#') return {};
  while ((at = line.find("coding", at)) != std::string_view::npos) {
    at += 6;
    if (at >= line.size() || (line[at] != ':' && line[at] != '=')) continue;
    ++at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    std::string name;
    for (; at < line.size() && is_cookie_character(line[at]); ++at) {
      char c = line[at];
      name += c == '_' ? '-' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (!name.empty()) return name;
  }
  return {};
}

bool is_utf8_name(std::string_view name) {
  return name == "utf-8" || name == "utf8" || name.starts_with("utf-8-") || name == "ascii" ||
         name == "us-ascii";
}

}  // namespace

Source::Source(std::string filename, std::string text, Origin origin)
    : filename_(std::move(filename)), text_(std::move(text)) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
  make_line_ends_uniform(text_);
  if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  find_lines();
  check_bytes();
  if (!problem_ && origin == Origin::file) check_cookie();
}

std::string_view Source::line(std::uint32_t lineno) const {
  if (lineno == 0 || lineno > line_starts_.size()) return {};
  const std::size_t start = line_starts_[lineno - 1];
  return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

void Source::find_lines() {
  line_starts_.reserve(text_.size() / 32);
  for (std::size_t at = 0; at < text_.size();) {
    line_starts_.push_back(static_cast<std::uint32_t>(at));
    at = text_.find('\n', at) + 1;
  }
}

void Source::set_problem(std::string message, std::uint32_t lineno) {
  SyntaxError error;
  error.message = std::move(message);
  error.lineno = error.end_lineno = lineno;
  problem_ = std::move(error);
}

void Source::check_bytes() {
  if (text_.size() > 0x7FFF'FFFF) {
    set_problem("source code is too long", 0);
    return;
  }
  if (text_.find('\0') != std::string::npos) {
    set_problem("source code string cannot contain null bytes", 0);
    return;
  }
  const std::size_t valid = base::utf8_valid_length(text_);
  if (valid == text_.size()) return;
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), valid);
  const auto lineno = static_cast<std::uint32_t>(next - line_starts_.begin());
  char hex[8];
  std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(text_[valid]));
  set_problem(std::string("Non-UTF-8 code starting with '") + hex + "' in file " + filename_ +
                  " on line " + std::to_string(lineno) +
                  ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
              lineno);
}

void Source::check_cookie() {
  // Only UTF-8 is read. A cookie for another encoding is harmless while the text is plain ASCII.
  for (std::uint32_t lineno = 1; lineno <= 2; ++lineno) {
    const std::string_view text = line(lineno);
    const std::string name = declared_encoding(text);
    if (!name.empty()) {
      if (!is_utf8_name(name) && base::ascii_prefix(text_) != text_.size()) {
        set_problem("encoding problem: " + name + " (only UTF-8 is supported)", lineno);
      }
      return;
    }
    const std::size_t first = text.find_first_not_of(" \t\f");
    if (first != std::string_view::npos && text[first] != '#') return;
  }
}

std::uint32_t characters_before(std::string_view line, std::uint32_t bytes) {
  return static_cast<std::uint32_t>(base::utf8_count(line.substr(0, bytes)));
}

}  // namespace gilbox::syntax
