#pragma once
// A source text, ready for the lexer: checked UTF-8, no byte order mark, line ends all "\n", the
// last line closed by one.
//
//     Source source("demo.py", text);
//     auto tree = parse(source, {}, arena);      // reports a text that is no source as well
//     (source.problem()) source.line(3);                            // for tracebacks: the third
//     line, without its "\n"
// Threads: immutable after construction, so any thread may read it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/syntax_error.hpp"

namespace gilbox::syntax {

class Source {
 public:
  /// A cookie that names an encoding counts in a file only: a string has been decoded already.
  enum class Origin : std::uint8_t { string, file };
  Source(std::string filename, std::string text, Origin origin = Origin::string);

  const std::string& filename() const { return filename_; }
  /// The text with line ends made "\n"; a '\0' follows its last byte.
  std::string_view text() const { return text_; }
  /// Line `lineno` (from 1) without its line end; empty when there is no such line.
  std::string_view line(std::uint32_t lineno) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// Why this text cannot be Python source at all: a zero byte, bytes that are not UTF-8, an
  /// encoding cookie for another encoding.
  const std::optional<SyntaxError>& problem() const { return problem_; }

 private:
  void find_lines();
  void check_bytes();
  void check_cookie();
  void set_problem(std::string message, std::uint32_t lineno);

  std::string filename_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::optional<SyntaxError> problem_;
};

/// The number of characters in the first `bytes` bytes of `line` (clipped to it): turns a tree's
/// col_offset into a column to show.
std::uint32_t characters_before(std::string_view line, std::uint32_t bytes);

}  // namespace gilbox::syntax
