#include "syntax/token.hpp"

namespace gilbox::syntax {

namespace {

struct Row {
  std::string_view text;
  std::uint8_t precedence = 0;
  bool is_augmented = false;
  bool is_keyword = false;
  ast::BinaryOperator op = ast::BinaryOperator::Add;
};

constexpr Row kRows[] = {
#define GILBOX_TOKEN(Kind, name) {name},
#define GILBOX_OPERATOR(Kind, text) {text},
#define GILBOX_BINARY(Kind, text, precedence, op) \
  {text, precedence, false, false, ast::BinaryOperator::op},
#define GILBOX_AUGMENTED(Kind, text, op) {text, 0, true, false, ast::BinaryOperator::op},
#define GILBOX_KEYWORD(Kind, text) {text, 0, false, true},
#define GILBOX_SOFT_KEYWORD(Kind, text) {text},
#include "syntax/tokens.def"
#undef GILBOX_TOKEN
#undef GILBOX_OPERATOR
#undef GILBOX_BINARY
#undef GILBOX_AUGMENTED
#undef GILBOX_KEYWORD
#undef GILBOX_SOFT_KEYWORD
};

const Row& row(TokenKind kind) { return kRows[static_cast<std::uint8_t>(kind)]; }

}  // namespace

std::uint8_t binary_precedence(TokenKind kind) { return row(kind).precedence; }
ast::BinaryOperator binary_operator(TokenKind kind) { return row(kind).op; }
bool is_augmented_assignment(TokenKind kind) { return row(kind).is_augmented; }
bool is_keyword(TokenKind kind) { return row(kind).is_keyword; }
std::string_view token_text(TokenKind kind) { return row(kind).text; }

}  // namespace gilbox::syntax
