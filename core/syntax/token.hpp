#pragma once
// Tokens: what the lexer makes of the text and the parser reads. The kinds are the rows of
// tokens.def. Threads: plain data.
#include <cstdint>
#include <string_view>

#include "syntax/ast.hpp"

namespace gilbox::syntax {

enum class TokenKind : std::uint8_t {
#define GILBOX_TOKEN(Kind, name) Kind,
#define GILBOX_OPERATOR(Kind, text) Kind,
#define GILBOX_BINARY(Kind, text, precedence, op) Kind,
#define GILBOX_AUGMENTED(Kind, text, op) Kind,
#define GILBOX_KEYWORD(Kind, text) Kind,
#define GILBOX_SOFT_KEYWORD(Kind, text) Kind,
#include "syntax/tokens.def"
#undef GILBOX_TOKEN
#undef GILBOX_OPERATOR
#undef GILBOX_BINARY
#undef GILBOX_AUGMENTED
#undef GILBOX_KEYWORD
#undef GILBOX_SOFT_KEYWORD
};

/// How an operator token joins two operands: 0 for tokens that do not.
std::uint8_t binary_precedence(TokenKind kind);
/// The operator of a GILBOX_BINARY or GILBOX_AUGMENTED row.
ast::BinaryOperator binary_operator(TokenKind kind);
bool is_augmented_assignment(TokenKind kind);
bool is_keyword(TokenKind kind);
/// The fixed text of a kind, or its name in CPython's `token` module.
std::string_view token_text(TokenKind kind);

struct Token {
  TokenKind kind = TokenKind::EndMarker;
  /// Of a Name: the soft keyword it may be, else `Name`.
  TokenKind soft = TokenKind::Name;
  /// INDENT, DEDENT and the end have no text of their own: CPython blames them by the lexer's
  /// position.
  bool placeless = false;
  /// Open brackets around it; 0 after the closing bracket itself.
  std::uint16_t level = 0;
  std::uint32_t start = 0;  ///< offsets into Source::text()
  std::uint32_t end = 0;
  ast::Location at{};
  std::string_view name{};  ///< of a Name: interned, in NFKC
};

}  // namespace gilbox::syntax
