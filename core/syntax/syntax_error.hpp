#pragma once
// What is wrong with a source text: the attributes of CPython's SyntaxError as plain data, and its
// printed form with carets. Threads: plain data.
#include <cstdint>
#include <string>
#include <string_view>

namespace gilbox::syntax {

struct SyntaxError {
  enum class Type : std::uint8_t {
    SyntaxError,
    IndentationError,
    TabError,
    MemoryError,  ///< nested too deeply to parse; has a message but no location
  };
  Type type = Type::SyntaxError;
  std::string message;
  std::uint32_t lineno = 0;      ///< from 1
  std::int32_t offset = 0;       ///< in characters, from 1
  std::uint32_t end_lineno = 0;  ///< from 1
  std::int32_t end_offset =
      0;             ///< in characters, from 1, exclusive; 0 or -1 when unknown, as in CPython
  std::string text;  ///< the line blamed, with its line end
  bool incomplete =
      false;  ///< more lines could make it right: a REPL asks for them (codeop's question)
};

/// "SyntaxError", "IndentationError" …
std::string_view type_name(SyntaxError::Type type);

/// As an uncaught error is printed by CPython: the `File` line, the source line, carets, and
/// "SyntaxError: message"; ends in "\n".
std::string format(const SyntaxError& error, std::string_view filename);

/// A SyntaxWarning found while parsing (`"\d"`, `1if x else y`).
struct SyntaxWarning {
  std::string message;
  std::uint32_t lineno = 0;
};

}  // namespace gilbox::syntax
