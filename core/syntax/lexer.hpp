#pragma once
// The lexer: text to tokens, one logical line at a time, so that memory stays small whatever the
// file's size.
//
//     Lexer lexer(source, names, warnings);
//     std::vector<Token> line;
//     lexer.read_line(line);       // … NEWLINE, or the end marker, or one Error token after which
//     nothing follows
//
// Indentation, line joining, comments and brackets are settled here; f-strings come as
// FStringStart, FStringMiddle, the tokens of their expressions, FStringEnd (PEP 701). Errors are
// CPython's, at CPython's places. Threads: belongs to one parse.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "syntax/name_table.hpp"
#include "syntax/source.hpp"
#include "syntax/syntax_error.hpp"
#include "syntax/token.hpp"

namespace gilbox::syntax {

class Lexer {
 public:
  Lexer(const Source& source, NameTable& names, std::vector<SyntaxWarning>* warnings);

  /// Appends the tokens of the next logical line, with the INDENT or DEDENTs before it.
  void read_line(std::vector<Token>& out);

  const std::optional<SyntaxError>& error() const { return error_; }
  /// Whether the error counts only where the parser needs that token: an end inside brackets, a bad
  /// indentation or line continuation. Others are reported even when the parser stumbles earlier.
  bool error_is_weak() const { return error_is_weak_; }

  /// An error inside an f-string never hides one the parser has found.
  bool in_f_string() const { return !f_strings_.empty(); }

  struct Bracket {
    char opening;
    std::uint32_t lineno;
    std::uint32_t column;  ///< in bytes
  };
  /// The innermost bracket open where the lexer stands, or nullptr.
  const Bracket* open_bracket() const { return level_ > 0 ? &brackets_[level_ - 1] : nullptr; }
  /// "'(' was never closed", about that bracket.
  SyntaxError unclosed_bracket() const;

 private:
  static constexpr int kMostBrackets = 200;
  static constexpr int kMostIndents = 100;
  static constexpr int kMostFStrings = 150;
  static constexpr int kMostNestedFields = 3;
  static constexpr std::uint32_t kTabSize = 8;

  // An f-string being read: either its literal text (`in_text`) or one of its replacement fields.
  struct FString {
    char quote;
    std::uint8_t quote_size;
    bool raw;
    bool in_text = true;
    bool in_format_spec = false;
    int depth = 0;         // brackets opened inside it
    int field_depth = -1;  // the `depth` its innermost field started at
    const char* start;     // of the literal, its line's start and number: where an error points
    const char* line_start;
    std::uint32_t lineno;
  };
  struct Indent {
    std::uint32_t column;
    std::uint32_t tabless_column;  // with tabs one wide: both must agree, or the order depends on
                                   // the tab size
  };

  void next(Token& token);
  bool read_indentation(Token& token);
  bool change_indentation(std::uint32_t column, std::uint32_t tabless_column, Token& token);
  void emit_pending_indentation(Token& token);
  void read_end(Token& token);
  void read_newline(Token& token);
  void read_name(Token& token);
  bool read_wide_name(Token& token);
  void read_operator(Token& token);
  void read_open_bracket(Token& token);
  void read_close_bracket(Token& token);
  bool continue_line();

  void read_number(Token& token);
  bool read_radix_digits(int base);
  bool read_decimal_digits();
  void read_after_zero(Token& token);
  void read_fraction(Token& token);
  void read_exponent(Token& token);
  bool check_number_end(std::string_view kind);
  void finish_number(Token& token, std::string_view kind);

  void read_string(Token& token, bool is_f, bool is_raw);
  void start_f_string(Token& token, char quote, std::uint8_t quote_size, bool raw);
  bool enter_field(FString& f_string);
  void read_f_string_text(Token& token);
  void read_f_string_middle(Token& token, FString& f_string);
  void finish_at_doubled_brace(Token& token);
  void fail_unterminated_f_string(const FString& f_string);
  void enter_line() {
    ++lineno_;
    line_start_ = cursor_;
  }

  std::uint32_t column(const char* at) const {
    return static_cast<std::uint32_t>(at - line_start_);
  }
  void begin(Token& token);
  void finish(Token& token, TokenKind kind);
  void set_placeless(Token& token, TokenKind kind);
  /// Stops with an error blamed on the character before the cursor.
  void fail(std::string message, SyntaxError::Type type = SyntaxError::Type::SyntaxError);
  void fail_at(std::string message, std::uint32_t first_byte, std::int32_t end_byte);
  /// A weak error about the line as a whole; `at_end` blames the end of the line, else its start.
  void fail_line(std::string message, SyntaxError::Type type, bool at_end);
  void warn(std::string message);

  const Source& source_;
  NameTable& names_;
  std::vector<SyntaxWarning>* warnings_;
  const char* text_;
  const char* end_;
  const char* cursor_;
  const char* line_start_;
  std::uint32_t lineno_ = 1;
  bool at_line_start_ = true;
  bool error_is_weak_ = false;
  int pending_indents_ = 0;  // INDENTs (+1) or DEDENTs (-n) still to be given out
  int level_ = 0;
  int indent_count_ = 1;
  std::optional<SyntaxError> error_;
  std::vector<FString> f_strings_;
  Bracket brackets_[kMostBrackets];
  Indent indents_[kMostIndents] = {};
};

}  // namespace gilbox::syntax
