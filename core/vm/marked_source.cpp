// Carets under the expression that failed. Columns come in bytes of UTF-8 and go out in display
// cells.
#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::py {

AnchorHooks anchor_hooks;

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

size_t leading(std::string_view line) {
  size_t n = 0;
  while (n < line.size() && is_space(line[n])) ++n;
  return n;
}

bool blank(std::string_view text) { return leading(text) == text.size(); }

// Cells a character takes on a terminal: East Asian wide and fullwidth ones two.
int cells(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                    (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

// The byte offset as cells from the start of the line.
int width_to(std::string_view line, size_t end) {
  int n = 0;
  for (size_t at = 0; at < line.size() && at < end;) {
    const auto decoded = base::utf8_decode(line.substr(at), base::Surrogates::allowed);
    n += decoded.ok ? cells(decoded.code_point) : 1;
    at += decoded.length ? decoded.length : 1;
  }
  return n;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (size_t i = 0; i < lines.size(); ++i) all += (i ? "\n" : "") + lines[i];
  return all;
}

struct Marks {
  std::vector<std::string> lines;
  size_t start, end;  // bytes in the first and last line
  bool show = false, anchored = false;
  Anchors anchors;

  std::string carets(size_t n) const {
    const std::string& line = lines[n];
    const bool first = n == 0, last = n + 1 == lines.size();
    const int spaces = width_to(line, leading(line));
    const int count = last ? width_to(line, end) : width_to(line, line.size());
    const int from = first ? width_to(line, start) : 0;
    const int here = static_cast<int>(n);
    auto cell = [&](int in_line, int column) {
      const bool own = in_line == 0;
      return width_to(lines[static_cast<size_t>(in_line)],
                      static_cast<size_t>(column) + (own ? start : 0));
    };
    std::string row;
    for (int column = 0; column < count; ++column) {
      if (column < spaces || column < from) {
        row += ' ';
        continue;
      }
      const bool inside =
          anchored &&
          (here > anchors.left_line ||
           (here == anchors.left_line && column >= cell(anchors.left_line, anchors.left_column))) &&
          (here < anchors.right_line ||
           (here == anchors.right_line && column < cell(anchors.right_line, anchors.right_column)));
      row += anchored && !inside ? '~' : '^';
    }
    return row;
  }
};

}  // namespace

std::string marked_source(const std::vector<std::string>& original, int column, int end_column) {
  Marks m{original, 0, 0, false, false, {}};
  // Common margin of the lines that are not blank.
  size_t margin = SIZE_MAX;
  for (const auto& line : original)
    if (!blank(line)) margin = std::min(margin, leading(line));
  if (margin == SIZE_MAX) return {};
  for (auto& line : m.lines) line.erase(0, std::min(margin, line.size()));
  m.start = column > static_cast<int>(margin) ? static_cast<size_t>(column) - margin : 0;
  m.end = end_column > static_cast<int>(margin) ? static_cast<size_t>(end_column) - margin : 0;
  m.start = std::min(m.start, m.lines.front().size());
  m.end = std::min(m.end, m.lines.back().size());
  const std::string all = joined(m.lines);
  if (column >= 0 && end_column >= 0) {
    const size_t tail = m.lines.back().size() - m.end;
    const std::string segment =
        m.start + tail <= all.size() ? all.substr(m.start, all.size() - tail - m.start) : "";
    m.anchored = anchor_hooks.find && anchor_hooks.find(segment, m.anchors);
    const bool whole_call =
        anchor_hooks.is_whole_call &&
        anchor_hooks.is_whole_call(all, static_cast<int>(m.start), static_cast<int>(m.end));
    m.show = !whole_call &&
             (m.anchored || !blank(std::string_view(m.lines.front()).substr(0, m.start)) ||
              !blank(std::string_view(m.lines.back()).substr(m.end)));
  }
  // First, last and the lines around the anchors; one line between them is shown, more are counted.
  const int count = static_cast<int>(m.lines.size());
  std::vector<int> wanted{0, count - 1};
  if (m.anchored)
    for (int line : {m.anchors.left_line, m.anchors.right_line})
      for (int n = line - 1; n <= line + 1; ++n) wanted.push_back(n);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::string out;
  auto put = [&](int n) {
    out += "    " + m.lines[static_cast<size_t>(n)] + "\n";
    if (m.show) out += "    " + m.carets(static_cast<size_t>(n)) + "\n";
  };
  int before = -1;
  for (int n : wanted) {
    if (n < 0 || n >= count) continue;
    if (before >= 0 && n - before == 2) put(n - 1);
    if (before >= 0 && n - before > 2)
      out += "    ...<" + std::to_string(n - before - 1) + " lines>...\n";
    put(n);
    before = n;
  }
  return out;
}

}  // namespace gilbox::py
