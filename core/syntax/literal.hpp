#pragma once
// The values of literals: number tokens to constants, string bodies with their escapes decoded.
// Threads: pure functions but for the arena they write to.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "syntax/ast.hpp"
#include "syntax/parser.hpp"

namespace gilbox::syntax {

/// Python refuses to convert longer decimal integers (sys.int_info.default_max_str_digits).
inline constexpr std::size_t kMostDecimalDigits = 4300;

/// The value of a well-formed number token.
ast::ConstantValue number_value(std::string_view text, base::Arena& arena);

/// The prefix and quotes of a string token taken off.
struct StringParts {
  bool is_raw = false;
  bool is_bytes = false;
  bool is_u = false;
  std::uint8_t quote_size = 1;
  std::size_t body_start = 0;  ///< where the body begins in the token
  std::string_view body;
};
StringParts split_string(std::string_view token);

/// What decoding found out besides the text.
struct EscapeReport {
  std::string error;  ///< as in "(unicode error) …"; empty when all is well
  std::string warning;
  std::size_t warning_at = 0;  ///< offset in the body of the escape warned about
};

/// Appends `body` with its escapes decoded to `out`: UTF-8, with surrogates as three bytes each.
void decode_escapes(std::string_view body, bool is_bytes, const ParseOptions& options,
                    std::string& out, EscapeReport& report);

}  // namespace gilbox::syntax
